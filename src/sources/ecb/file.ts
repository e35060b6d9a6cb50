import { textOfFile, unreadableFile } from "../common/download";
import { csvTable } from "../common/csv-table";
import { dayOf, isRecord, rateOf, type Refuse } from "../common/rate";
import type { DownloadedFile, Reading } from "../common/source";
import { fixingsOfPortal } from "./data-portal";
import { quotedCurrency, readingsOf, type Fixing } from "./fixings";
import { fixingsOfV1, fixingsOfV2 } from "./frankfurter";

/** Reference rates from a document that a person downloaded from the Bank, or from Frankfurter. */
export function readFile(file: DownloadedFile): readonly Reading[] {
  const refuse: Refuse = (what, cause) => unreadableFile(file, what, cause);
  const text = textOfFile(file);
  return readingsOf(/^\s*[[{]/.test(text) ? fixingsOfJson(text, refuse) : fixingsOfCsv(text, refuse), refuse);
}

function fixingsOfJson(text: string, refuse: Refuse): readonly Fixing[] {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw refuse("it is broken off, or is not JSON", cause);
  }
  return isRecord(raw) ? fixingsOfV1(raw, refuse) : fixingsOfV2(raw, refuse);
}

function fixingsOfCsv(text: string, refuse: Refuse): readonly Fixing[] {
  const header = text.trimStart().split(/\r?\n/, 1)[0] ?? "";
  if (/\bOBS_VALUE\b/.test(header)) return fixingsOfPortal(text, refuse);
  if (/^"?Date"?\s*,/i.test(header)) return fixingsOfHistory(text, refuse);
  throw refuse(
    "it is neither eurofxref-hist.csv, nor a CSV of the data set EXR, nor rates as JSON from Frankfurter",
  );
}

/** A column is named by its currency, or by the key of its series as in downloads from the data portal's pages. */
const codeOf = (name: string): string => /\bEXR\.D\.([A-Z]{3})\.EUR\.SP00\.A\b/.exec(name)?.[1] ?? name;

/** Rates of eurofxref-hist.csv: a column a currency, newest day first; N/A where a currency was not quoted. */
function fixingsOfHistory(text: string, refuse: Refuse): readonly Fixing[] {
  const { names, rows } = csvTable(text, refuse);
  const currencies = names.map((name) => quotedCurrency(codeOf(name)));
  return rows.flatMap(([date, ...cells]) => {
    const day = dayOf(date, refuse);
    return cells.flatMap((cell, i): readonly Fixing[] => {
      const currency = currencies[i + 1];
      if (!currency || cell === "" || cell.toUpperCase() === "N/A") return [];
      return [{ currency, day, rate: rateOf(cell, `${currency}, ${day}`, refuse) }];
    });
  });
}
