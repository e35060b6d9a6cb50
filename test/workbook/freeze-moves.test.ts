import fc from "fast-check";
import type { Host } from "../../src/workbench/host/index";
import { freeze } from "../../src/workbook/freeze/freeze";
import { thaw } from "../../src/workbook/freeze/thaw";
import { scan } from "../../src/workbook/scan";
import { closeHosts } from "../workbench/host/boot-office";
import { openWorkbook, sheets, today } from "./refreshing";

// Several workbooks one after another; on a busy machine each takes its time.
jest.setTimeout(30_000);

const data = sheets({
  Figures: {
    B2: "TIC.JP",
    C2: "2024-12",
    B5: "=DIGITRADE.VALUE(B2,$C$2)",
    B6: "=DIGITRADE.VALUE($B$2,'Other sheet'!A1)/1000+SUM(B8:C9)",
    E5: '=DIGITRADE.HISTORY($B2,"2024-11",C$2,"header=off")',
    B8: "1",
    C9: "2",
  },
  "Other sheet": { A1: "2024-12", C4: "=DIGITRADE.VALUE(Figures!B2,A1)" },
});

interface Move {
  readonly sheet: "Figures" | "Other sheet";
  readonly rows: boolean;
  /** Rows or columns are inserted before this one, from 0: never inside the table of E5:F6. */
  readonly before: number;
}
const move: fc.Arbitrary<Move> = fc.record({
  sheet: fc.constantFrom("Figures" as const, "Other sheet" as const),
  rows: fc.boolean(),
  before: fc.constantFrom(0, 1, 2, 3, 4),
});

async function moveCells(moves: readonly Move[]): Promise<void> {
  for (const { sheet, rows, before } of moves)
    await Excel.run(async (context) => {
      const letter = String.fromCharCode(65 + before);
      const address = rows ? `${before + 1}:${before + 1}` : `${letter}:${letter}`;
      context.workbook.worksheets
        .getItem(sheet)
        .getRange(address)
        .insert(rows ? "Down" : "Right");
      await context.sync();
    });
}

const formulas = (host: Host): readonly string[] =>
  ["s1", "s2"].flatMap((sheetId) =>
    host.book
      .formulaCells(sheetId, { left: 0, top: 0, right: 40, bottom: 60 })
      .map(({ col, row }) =>
        `${sheetId} ${col},${row} ${host.book.formula(sheetId, col, row) ?? ""}`.replaceAll("'", ""),
      ),
  );

async function moved(moves: readonly Move[], whileFrozen: boolean): Promise<readonly string[]> {
  const { host } = await openWorkbook(data);
  if (whileFrozen) await freeze((await scan()).anchors, { today });
  await moveCells(moves);
  if (whileFrozen) expect((await thaw()).left).toEqual([]);
  await host.settled();
  const all = formulas(host);
  closeHosts();
  return all;
}

test("whatever rows and columns come in while frozen, the formulas are those that would have stood there", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 3 }), async (moves) => {
      expect(await moved(moves, true)).toEqual(await moved(moves, false));
    }),
    { numRuns: 5 },
  );
});
