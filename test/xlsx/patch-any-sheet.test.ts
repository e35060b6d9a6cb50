import fc from "fast-check";
import { strFromU8, strToU8 } from "fflate";
import { cellName } from "../../src/file/address";
import type { CellEdit, StoredCell, StoredFormula } from "../../src/xlsx/cells";
import { readingBudget } from "../../src/xlsx/limits";
import { patchSheet } from "../../src/xlsx/patch-sheet";
import { readSheet } from "../../src/xlsx/read-sheet";
import { movedFormula } from "../../src/xlsx/shared-formulas";

const PART = "xl/worksheets/sheet1.xml";
const WORLD = { part: PART, strings: ["one", "two"], from1904: false, spilling: new Set([1]), mark: 1 };

/** What a cell of the sheet may be; `shared` takes part in the group of its letter. */
const CELL = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom("<v>7</v>", "<f>B2+1</f><v>8</v>", '<f t="array" ref="*">C1:C3</f><v>9</v>', "<v/>", ""),
  fc.constantFrom("a", "b").map((group) => ({ group })),
);

const ROWS = 5;
const COLUMNS = 4;

/** A sheet in which the first cell of each group holds its formula, with or without numbers of rows and cells. */
function sheetOf(
  cells: readonly (string | { readonly group: string } | undefined)[],
  numbered: boolean,
): string {
  const seen = new Set<string>();
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const inside = Array.from({ length: COLUMNS }, (__, column) => {
      const cell = cells[row * COLUMNS + column];
      const name = cellName(row, column);
      if (cell === undefined) return numbered ? "" : "<c/>";
      const r = numbered ? ` r="${name}"` : "";
      if (typeof cell === "string") return `<c${r}>${cell.replace("*", name)}</c>`;
      const first = !seen.has(cell.group);
      seen.add(cell.group);
      const f = first
        ? `<f t="shared" ref="A1:D5" si="${cell.group}">A1+$B$2*D${row + 1}</f>`
        : `<f t="shared" si="${cell.group}"/>`;
      return `<c${r}>${f}<v>${row}</v></c>`;
    });
    return `<row${numbered ? ` r="${row + 1}"` : ""}>${inside.join("")}</row>`;
  });
  return `<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`;
}

const FORMULA: fc.Arbitrary<StoredFormula | null> = fc.constantFrom<StoredFormula | null>(
  null,
  { text: "1+1", kind: "plain" },
  { text: "X(1)", kind: "dynamic", extent: { row: 0, column: 0, rows: 1, columns: 1 } },
);

const EDIT: fc.Arbitrary<CellEdit> = fc.record(
  {
    row: fc.nat(ROWS + 1),
    column: fc.nat(COLUMNS),
    value: fc.constantFrom<NonNullable<CellEdit["value"]>>(1.5, "text", true, { error: "#N/A" }),
    formula: FORMULA,
    style: fc.constantFrom(0, 3),
  },
  { requiredKeys: ["row", "column"] },
);

const read = (xml: string) =>
  new Map(
    readSheet({ xml, rows: null }, PART, { ...WORLD, budget: readingBudget() }).cells.map((cell) => [
      cellName(cell.row, cell.column),
      cell,
    ]),
  );

/** The cell that an edit must make of another. */
function after(
  old: StoredCell | undefined,
  { row, column, value, formula, style }: CellEdit,
): StoredCell | undefined {
  const kept = old ?? { row, column, value: null, style: 0 };
  const next = formula === undefined ? kept.formula : (formula ?? undefined);
  const cell = { row, column, value: value ?? kept.value, style: style ?? kept.style };
  if (next) return { ...cell, formula: next };
  return cell.value === null && cell.style === 0 ? undefined : cell;
}

test("whatever is edited in whatever sheet, just those cells become other ones", () => {
  fc.assert(
    fc.property(
      fc.array(CELL, { minLength: ROWS * COLUMNS, maxLength: ROWS * COLUMNS }),
      fc.boolean(),
      fc.array(EDIT, { maxLength: 6 }),
      (cells, numbered, edits) => {
        const xml = sheetOf(cells, numbered);
        const wanted = read(xml);
        for (const edit of edits) {
          const name = cellName(edit.row, edit.column);
          const cell = after(wanted.get(name), edit);
          if (cell) wanted.set(name, cell);
          else wanted.delete(name);
        }
        const patched = strFromU8(patchSheet(strToU8(xml), edits, WORLD).bytes);
        expect(Object.fromEntries(read(patched))).toEqual(Object.fromEntries(wanted));
      },
    ),
    { numRuns: 500 },
  );
});

test("formulas move as if they were copied", () => {
  expect(movedFormula("A1+$B$2", [0, 0], [2, 1])).toBe("B3+$B$2");
});
