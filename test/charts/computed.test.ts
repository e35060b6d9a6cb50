import fc from "fast-check";
import type { Block } from "../../src/charts/common/block";
import { contentText } from "../../src/charts/common/block-text";
import { blockValues } from "../../src/charts/common/block-values";
import type { CellValue, Grid } from "../../src/charts/common/grid";
import { CHARTS } from "../../src/charts/index";
import { cellName } from "../../src/workbench/sheet/address";
import { askedFor } from "./run-calls";
import { cellValue, openGrid } from "./sheet";

const SETTING = { namespace: "DIGITRADE", origin: { row: 0, column: 0 } };

/** What a call may leave in a cell: figures of any sign and size, equal ones, gaps, nothing, words. */
const anyValue: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000) },
  { weight: 3, arbitrary: fc.constantFrom(0, 1, 1, -1, 2.5, 1e-9, -1e12, 1e15) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom("", "Japan", "series break in 2011-12", "2024") },
);

const computedIn = ({ cells }: Block): number =>
  cells.filter(({ content }) => content.is === "computed").length;
const WITH_FORMULAS = CHARTS.map(({ id }) => id).filter(
  (id) => computedIn(askedFor(id).definition.block(askedFor(id).choices)) > 0,
);

test("most charts work something out", () => {
  expect(WITH_FORMULAS.length).toBeGreaterThan(9);
});

/** A block with given answers to its calls: row by row as many as each call may fill. */
function answered(block: Block, values: readonly CellValue[]): Promise<Grid> {
  let used = 0;
  const calls = block.cells.flatMap(({ content }) => (content.is === "call" ? [content] : []));
  const answers = new Map(
    calls.map(({ call, rows, columns }) => [
      call,
      Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => values[used++ % values.length] ?? null),
      ),
    ]),
  );
  const withoutReferences: Block = {
    ...block,
    cells: block.cells.map((placed) =>
      placed.content.is === "call"
        ? {
            ...placed,
            content: { ...placed.content, call: { name: String(calls.indexOf(placed.content)), args: [] } },
          }
        : placed,
    ),
  };
  return blockValues(withoutReferences, ({ name }) =>
    (answers.get(calls[Number(name)]!.call) ?? []).map((row) =>
      row.map((v) => (v === null ? { type: "Error", basicValue: "#N/A" } : v)),
    ),
  );
}

const written = (value: CellValue): string =>
  value === null ? "=NA()" : typeof value === "number" ? `=${value}` : value === "" ? "" : `="${value}"`;

test.each(WITH_FORMULAS)("%s: the grid engine and the pure function agree on any figures", async (id) => {
  const { definition, choices } = askedFor(
    id,
    ["holdings-change", "treasury-holders"].includes(id) ? "top=5;lang=ja" : "",
  );
  const block = definition.block(choices);
  await fc.assert(
    fc.asyncProperty(fc.array(anyValue, { minLength: 40, maxLength: 60 }), async (values) => {
      const grid = await answered(block, values);
      const sheet = openGrid();
      try {
        for (const { row, column, content } of inCells(block, grid))
          sheet.set(cellName(column, row), content);
        for (const { row, column, content } of block.cells) {
          if (content.is !== "computed") continue;
          const [shown, own] = [cellValue(sheet, row, column), grid[row]?.[column] ?? null];
          if (typeof own === "number" && typeof shown === "number")
            expect(Math.abs(shown - own)).toBeLessThanOrEqual(Math.abs(own) * 1e-12);
          else expect([row, column, shown]).toEqual([row, column, own]);
        }
      } finally {
        sheet.dispose();
      }
    }),
    { numRuns: 6 },
  );
});

/** The cells of a block as a person would type them, with the answers of its calls in their places. */
function inCells(block: Block, grid: Grid): readonly { row: number; column: number; content: string }[] {
  return block.cells.flatMap(({ row, column, content }) => {
    if (content.is !== "call") return [{ row, column, content: contentText(content, SETTING) }];
    return Array.from({ length: content.rows * content.columns }, (_, i) => {
      const place = { row: row + Math.floor(i / content.columns), column: column + (i % content.columns) };
      return { ...place, content: written(grid[place.row]?.[place.column] ?? null) };
    }).filter((cell) => cell.content !== "");
  });
}
