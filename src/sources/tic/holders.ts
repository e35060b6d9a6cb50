import { areaName } from "../../catalog/areas";
import { idOf } from "../../catalog/entry";
import { RANKABLE_HOLDERS } from "../../catalog/treasury";
import type { SeriesId } from "../../domain/series";

/** How the Treasury's tables name what is not called by its name in the catalogue, today or in the past. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  "china, mainland": "CN",
  korea: "KR",
  "korea, south": "KR",
  turkiye: "TR",
  türkiye: "TR",
  "bahamas, the": "BS",
  "belgium-luxembourg": "BELUX",
  "carib bnkng ctrs": "CARIB",
  "caribbean banking centers": "CARIB",
  "oil exporters": "OILEXPORTERS",
  "all other": "OTHER",
  "grand total": "TOTAL",
  "of which: foreign official": "OFFICIAL",
  "of which: foreign official treasury bills": "OFFICIALBILLS",
  "of which: foreign official t-bonds & notes": "OFFICIALBONDS",
  "for. official": "OFFICIAL",
  "treasury bills": "OFFICIALBILLS",
  "t-bonds & notes": "OFFICIALBONDS",
};

export const HOLDERS = {
  total: idOf("TIC.TOTAL"),
  other: idOf("TIC.OTHER"),
  official: idOf("TIC.OFFICIAL"),
  officialBills: idOf("TIC.OFFICIALBILLS"),
  officialBonds: idOf("TIC.OFFICIALBONDS"),
} as const;

const ID_BY_NAME: ReadonlyMap<string, SeriesId> = new Map([
  ...RANKABLE_HOLDERS.map((id): [string, SeriesId] => [areaName(id.slice(4)).en.toLowerCase(), id]),
  ...Object.entries(OTHER_NAMES).map(([name, code]): [string, SeriesId] => [name, idOf(`TIC.${code}`)]),
]);

/**
 * The series of a row by its whole name, without quotes, indents and marks of footnotes (`United Kingdom 2/`); undefined
 * for a name that the catalogue does not know: a row is never given to a holder that it only resembles.
 */
export function holderOf(cell: string): SeriesId | undefined {
  const name = unquoted(cell)
    .replace(/(?:\s+\d+\/)+\s*$/, "")
    .replace(/\s+/g, " ")
    .trim();
  return ID_BY_NAME.get(name.toLowerCase());
}

/** The text of a cell; cells with commas in them stand in quotes. */
export function unquoted(cell: string): string {
  const text = cell.trim();
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}
