import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One line of a table by column name; a column that is absent reads as empty. */
export type Row = Readonly<Record<string, string>>;

/** Cells of one line; quoted cells may hold commas and doubled quotes. */
function cells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

/** A table with a header line. No cell of the tables read here spans lines. */
export function readTable(folder: string, file: string): readonly Row[] {
  const [header = "", ...lines] = readFileSync(join(folder, file), "utf8").trim().split(/\r?\n/);
  const names = cells(header);
  return lines.map((line) => {
    const values = cells(line);
    if (values.length !== names.length) throw new Error(`${file}: ${values.length} cells in "${line}"`);
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? ""]));
  });
}

/** A cell of a row; an unknown column is an error of the script. */
export function cell(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`no column ${name}`);
  return value;
}

/** A number, or null where nothing was published. */
export function figure(text: string): number | null {
  if (text.trim() === "") return null;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`"${text}" is not a number`);
  return value;
}

/** Arithmetic noise trimmed to twelve significant digits. */
export const trimmed = (value: number): number => Number(value.toPrecision(12));
