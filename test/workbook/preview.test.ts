import { ledger } from "../../src/functions/bridge/runtime";
import { FUNCTIONS } from "../../src/functions/index";
import type { Series } from "../../src/domain/series";
import type { Edition } from "../../src/load/edition";
import type { Host } from "../../src/workbench/host/index";
import { readCellsBehind } from "../../src/workbook/preview/book-cells";
import { prospectOf, type AnchorChange, type Outlook } from "../../src/workbook/preview/prospect";
import { scan } from "../../src/workbook/scan";
import { closeHosts } from "../workbench/host/boot-office";
import { embedded, id, newer, openWorkbook, sheets, today, withNewer } from "./refreshing";

const cells = {
  A1: '=DIGITRADE.VALUE("TIC.JP")',
  A2: '=DIGITRADE.VALUE("TIC.JP","2024-12")',
  A3: '=ROUND(DIGITRADE.VALUE("TIC.CN","2024-12")/DIGITRADE.VALUE("TIC.JP","2024-12"),4)',
  A4: "=DIGITRADE.VALUE(D4,D5)",
  D4: "TIC.JP",
  D5: '="2024-"&D6',
  D6: "12",
  A5: '=SUMPRODUCT(DIGITRADE.VALUE("TIC.JP","2024-12"),2)',
  A6: '=DIGITRADE.VALUE("TIC.CN","2024-12")',
  A7: '=DIGITRADE.VALUE("TIC.JP",IF(1,LEFT("2024-12x",7)))',
  F1: '=DIGITRADE.HISTORY("TIC.JP","2024-11","latest","header=off")',
  I1: "=DIGITRADE.WHY(A2)",
};

let host: Host;
let edition: Edition;
let staged: readonly Series[];

async function look(ids: readonly string[]): Promise<Outlook> {
  const found = await scan();
  const prospect = prospectOf({
    scan: found,
    cells: await readCellsBehind(found),
    functions: FUNCTIONS,
    recorded: ledger(),
    peek: edition.peek,
    load: embedded,
    staged: edition.staged(),
    pin: edition.pin,
    today,
    pause: () => Promise.resolve(),
  });
  return prospect.outlook(ids.map(id));
}

const at = ({ changes }: Outlook, cell: string): AnchorChange | undefined =>
  changes.find(({ anchor }) => anchor.cell === cell);
/** Everything that a write could change. */
const book = (): string => JSON.stringify(host.save());

beforeAll(async () => {
  ({ host, edition } = await openWorkbook(sheets({ Figures: cells })));
  staged = [
    await newer("TIC.JP", { "2024-12": 1000, "2026-12": 1234 }),
    await newer("TIC.CN", { "2024-12": 700 }),
  ];
  await edition.stage(withNewer(...staged));
});
afterAll(closeHosts);

test("old and new values and the reason are told, and no cell, figure or call is touched", async () => {
  const before = { book: book(), calls: ledger().count, revision: edition.revision };
  const outlook = await look(["TIC.JP", "TIC.CN"]);
  expect({ book: book(), calls: ledger().count, revision: edition.revision }).toEqual(before);
  expect(at(outlook, "A1")).toMatchObject({
    cells: [{ cell: "A1", after: 1234e9 }],
    causes: [{ id: "TIC.JP", reasons: ["period"], together: false }],
    earlier: false,
  });
  expect(at(outlook, "A2")).toMatchObject({
    cells: [{ before: host.book.value("s1", 0, 1), after: 1000e9 }],
    causes: [{ id: "TIC.JP", reasons: ["revision"] }],
  });
  expect(at(outlook, "A3")).toMatchObject({
    cells: [{ before: host.book.value("s1", 0, 2), after: 0.7 }],
    causes: [{ id: "TIC.JP" }, { id: "TIC.CN" }],
  });
  expect(at(outlook, "F1")?.cells).toEqual(
    expect.arrayContaining([expect.objectContaining({ cell: "G2", after: 1000e9 })]),
  );
  expect(at(outlook, "F1")?.causes).toEqual([
    { id: "TIC.JP", reasons: ["period", "revision"], together: false },
  ]);
});

test("arguments are read from cells and from formulas behind them", async () => {
  const outlook = await look(["TIC.JP"]);
  expect(at(outlook, "A4")?.cells).toEqual([
    { cell: "A4", before: host.book.value("s1", 0, 3), after: 1000e9 },
  ]);
});

test("inside what only Excel works out, the calls are told; recorded arguments stand in for computed ones", async () => {
  const outlook = await look(["TIC.JP"]);
  expect(at(outlook, "A5")?.cells).toMatchObject([{ cell: "A5", call: "VALUE", after: 1000e9 }]);
  expect(at(outlook, "A7")?.cells).toMatchObject([{ cell: "A7", call: "VALUE", after: 1000e9 }]);
  expect(outlook.unforeseen.map(({ cell }) => cell)).toEqual(["I1"]);
});

test("a reference to one of our cells follows it, and a cell of an earlier day is told as such", async () => {
  const old = at(await look([]), "A2");
  expect(old).toBeUndefined();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Figures");
    sheet.getRange("A9").formulas = [['=DIGITRADE.CONVERT(A2/1E9,"USD","JPY",2024)']];
    await context.sync();
  });
  await host.settled();
  const rate = Number(host.book.value("s1", 0, 8)) / (Number(host.book.value("s1", 0, 1)) / 1e9);
  const converted = at(await look(["TIC.JP"]), "A9");
  expect(Number(converted?.cells[0]?.after)).toBeCloseTo(1000 * rate, 6);
  expect(converted?.causes).toMatchObject([{ id: "TIC.JP", reasons: ["revision"] }]);
});

test("only the series that is taken counts", async () => {
  const outlook = await look(["TIC.CN"]);
  expect(outlook.changes.map(({ anchor }) => anchor.cell)).toEqual(["A3", "A6"]);
  expect(at(outlook, "A3")?.causes).toMatchObject([{ id: "TIC.CN" }]);
  expect((await look([])).changes).toEqual([]);
});

test("right after opening, when nothing was called yet, the sheet itself says what is asked", async () => {
  ledger().forget();
  const outlook = await look(["TIC.JP"]);
  expect(at(outlook, "A2")?.cells).toMatchObject([{ after: 1000e9 }]);
  expect(at(outlook, "A4")?.cells).toMatchObject([{ after: 1000e9 }]);
  expect(outlook.unforeseen.map(({ cell }) => cell)).toEqual(["I1", "A7"]);
});
