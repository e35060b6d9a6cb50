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

test("a formula that refers to a cell of ours follows it", async () => {
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

describe("reasons", () => {
  const reasons = (outlook: Outlook, cell: string) => at(outlook, cell)?.causes;
  const data = sheets({
    Figures: {
      A1: '=DIGITRADE.VALUE("TIC.JP","2024-12","fx=JPY")',
      A2: '=DIGITRADE.FXRATE("USD","JPY","2024-12-31")',
      A3: '=DIGITRADE.VALUE("JP.DIGITAL.NET","2024-12")',
      A4: '=DIGITRADE.VALUE("TIC.JP","2024-12")',
    },
  });
  const stage = async (...documents: readonly Series[]): Promise<readonly string[]> => {
    await edition.stage(withNewer(...documents));
    return [...edition.staged().keys()];
  };

  beforeEach(async () => {
    closeHosts();
    ({ host, edition } = await openWorkbook(data));
  });

  test("a rate behind a converted figure is an exchange rate, the rate itself a revised figure", async () => {
    const rate = edition.entries().find((one) => edition.peek(one.id)?.measure === "rate")?.id ?? "";
    const old = edition.peek(id(rate));
    const revised = Object.fromEntries(
      (old?.observations ?? []).map(([period, value]) => [period, (value ?? 1) * 1.01]),
    );
    const outlook = await look(await stage(await newer(rate, revised)));
    expect(reasons(outlook, "A1")).toMatchObject([{ id: rate, reasons: ["rate"] }]);
    expect(reasons(outlook, "A2")).toMatchObject([{ id: rate, reasons: ["revision"] }]);
  });

  test("another unit is another definition", async () => {
    const other = await newer("TIC.JP", { "2024-12": 1000 }, { note: "Now with bills." });
    expect(reasons(await look(await stage(other)), "A4")).toMatchObject([{ reasons: ["definition"] }]);
  });

  test("a period that needs every part comes by all of them together", async () => {
    const parts = ["JP.COMPUTER.NET", "JP.COPYRIGHT.NET", "JP.CONSULTING.NET"];
    const documents = await Promise.all(parts.map((part) => newer(part, { "2024-12": -10 })));
    const outlook = await look(await stage(...documents));
    const causes = reasons(outlook, "A3") ?? [];
    expect(causes.map((cause) => [cause.together, cause.reasons])).toEqual(
      causes.map(() => [true, ["period"]]),
    );
    expect(causes.length).toBeGreaterThan(1);
  });

  test("cells that were not recalculated since are told apart, from what they show", async () => {
    const before = host.book.value("s1", 0, 3);
    await stage(await newer("TIC.JP", { "2024-12": 1000 }));
    edition.accept();
    const outlook = await look([]);
    expect(at(outlook, "A4")).toMatchObject({
      causes: [],
      earlier: true,
      cells: [{ cell: "A4", before, after: 1000e9 }],
    });
    expect(at(outlook, "A2")).toBeUndefined();
  });
});
