import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { areaName, cellName } from "../../src/file/address";
import { applyEdits } from "../../src/xlsx/apply-edits";
import type { StoredBook } from "../../src/xlsx/book";
import type { CellEdit, CellValue, StoredCell } from "../../src/xlsx/cells";
import { sameValue } from "../../src/xlsx/cell-xml";
import { openPackage, savePackage } from "../../src/xlsx/package";
import { readBook } from "../../src/xlsx/read-book";

const FOLDER = join(__dirname, "../fixtures/xlsx");
const FILES = readdirSync(FOLDER).filter((name) => /\.xls[xm]$/.test(name));

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));

/** The parts of a file by name; folders are no parts. */
const partsOf = (file: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(file))
      .filter(([name]) => !name.endsWith("/"))
      .map(([name, bytes]) => [name, Buffer.from(bytes).toString("latin1")]),
  );

const edited = (file: Uint8Array, edits: ReadonlyMap<string, readonly CellEdit[]>) => {
  const pkg = openPackage(file);
  return savePackage(pkg, applyEdits(pkg, readBook(pkg), edits));
};

const changedParts = (before: Uint8Array, after: Uint8Array) => {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => old[name] !== now[name]);
};

test("the corpus is there", () => {
  expect(FILES.length).toBeGreaterThanOrEqual(8);
});

describe.each(FILES)("%s", (name) => {
  const file = bytesOf(name);
  const book = readBook(openPackage(file));

  test("saved without a change it is the same, part by part", () => {
    const saved = savePackage(openPackage(file));
    expect(partsOf(saved)).toEqual(partsOf(file));
    expect(Object.keys(partsOf(saved))).toEqual(Object.keys(partsOf(file)));
  });

  test("its cells are read", () => {
    expectGolden(`${name}.txt`, summary(book));
  });

  test("one new figure changes one part", () => {
    const [sheet] = book.sheets;
    const after = edited(file, new Map([[sheet!.name, [{ row: 60, column: 3, value: 1.5 }]]]));
    expect(changedParts(file, after)).toEqual([sheet!.part]);
    expect(cellsOf(readBook(openPackage(after)), 0)).toEqual({
      ...cellsOf(book, 0),
      D61: expect.objectContaining({ value: 1.5 }),
    });
  });

  test("whatever values are edited, those cells change and nothing else", () => {
    const places = book.sheets.flatMap((sheet, i) => [
      ...sheet.cells.map(({ row, column }) => ({ sheet: i, row, column })),
      ...[0, 3, 200].map((row) => ({ sheet: i, row, column: row % 7 })),
    ]);
    const value: fc.Arbitrary<CellValue> = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.boolean(),
      fc.constantFrom<CellValue>(
        null,
        { error: "#N/A" },
        { error: "#DIV/0!" },
        " kept ",
        "_x0041_",
        "\r\n\t",
      ),
    );
    const edit = fc.record({ place: fc.constantFrom(...places), value });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (wanted) => {
        const edits = new Map<string, CellEdit[]>();
        for (const { place, value: now } of wanted) {
          const { name: sheet } = book.sheets[place.sheet]!;
          edits.set(sheet, [
            ...(edits.get(sheet) ?? []),
            { row: place.row, column: place.column, value: now },
          ]);
        }
        const after = edited(file, edits);
        const read = readBook(openPackage(after));
        const touched = book.sheets.filter((sheet) => edits.has(sheet.name)).map(({ part }) => part);
        expect(touched).toEqual(expect.arrayContaining(changedParts(file, after)));
        expect({ ...read, sheets: [] }).toEqual({ ...book, sheets: [] });
        book.sheets.forEach((sheet, i) => {
          expect({ ...read.sheets[i], cells: [] }).toEqual({ ...sheet, cells: [] });
          expect(cellsOf(read, i)).toEqual(expected(book, i, edits.get(sheet.name) ?? []));
        });
      }),
      { numRuns: 12 },
    );
  });
});

const cellsOf = (book: StoredBook, sheet: number) =>
  Object.fromEntries(book.sheets[sheet]!.cells.map((cell) => [cellName(cell.row, cell.column), cell]));

/** The cells as they must be after edits of values, of which the last of a cell counts: new cells may look like their row or column. */
function expected(book: StoredBook, sheet: number, edits: readonly CellEdit[]) {
  const cells = new Map<string, unknown>(Object.entries(cellsOf(book, sheet)));
  const last = new Map(edits.map((edit) => [cellName(edit.row, edit.column), edit]));
  for (const [name, { row, column, value = null }] of last) {
    const old = cells.get(name) as StoredCell | undefined;
    if (value === null && !old?.formula && !old?.style) cells.delete(name);
    else cells.set(name, { ...(old ?? { row, column, style: expect.any(Number) }), value: zero(value) });
  }
  return Object.fromEntries(cells);
}

const zero = (value: CellValue): CellValue => (sameValue(value, 0) ? 0 : value);

/** Compares a text with the file beside the workbook; `UPDATE_GOLDEN=1` writes it after a wanted change. */
function expectGolden(name: string, text: string): void {
  const file = join(FOLDER, name);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, text);
  expect(readFileSync(file, "utf8")).toBe(text);
}

/** All that is read of a workbook, a line for each thing. */
function summary(book: StoredBook): string {
  const { sheets, names, formats, from1904, onlyExcel } = book;
  const lines = [
    `formats: ${formats.join(" | ")}`,
    `from 1904: ${from1904}`,
    `only Excel: ${onlyExcel.join(", ")}`,
    ...names.map(
      ({ name, formula, sheet, isHidden }) =>
        `name ${name} =${formula} ${sheet ?? ""} ${isHidden ? "hidden" : ""}`,
    ),
    ...sheets.flatMap(({ name, part, visibility, isProtected, merged, tables, cells }) => [
      `sheet ${name} (${part}) ${visibility}${isProtected ? " protected" : ""}`,
      ...merged.map((area) => `  merged ${areaName(area)}`),
      ...tables.map(
        ({ name: table, area, columns, hasHeader, hasTotals }) =>
          `  table ${table} ${areaName(area)} ${JSON.stringify(columns)} header ${hasHeader} totals ${hasTotals}`,
      ),
      ...cells.map(({ row, column, value, formula, style }) => {
        const extent = formula?.extent ? ` ${areaName(formula.extent)}` : "";
        const written = formula ? ` =${formula.text} (${formula.kind}${extent})` : "";
        return `  ${cellName(row, column)} ${JSON.stringify(value)}${written} style ${style}`;
      }),
    ]),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}
