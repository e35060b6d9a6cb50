import { parse } from "csv-parse/sync";
import type { Refuse } from "./rate";

/** The parser takes ten seconds over 5 MB without a line's end; no line of any provider's has more than some thousand. */
export const LONGEST_LINE = 50_000;

/** A table with one line of names; every row has as many cells as there are names. */
export interface CsvTable {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table of values separated by commas, its cells without surrounding blanks; rows of uneven length are refused. */
export function csvTable(text: string, refuse: Refuse): CsvTable {
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, skip_empty_lines: true, trim: true, max_record_size: LONGEST_LINE });
  } catch (cause) {
    throw refuse("it is not a whole table", cause);
  }
  const [names, ...rows] = lines;
  if (!names) throw refuse("it is empty");
  return { names, rows };
}
