import { parse } from "csv-parse/sync";
import type { Problem } from "../../domain/problem";
import { LONGEST_LINE } from "../common/csv-table";
import { unreadableFile } from "../common/download";
import { isHtml, type Complain } from "../common/reply";
import type { DownloadedFile, Reading } from "../common/source";
import { pageOfJson } from "./page";
import { readingsOf } from "./readings";
import type { StatedSeries } from "./stated";
import { seriesOfApiTable, seriesOfFlatFile } from "./tables";

const WHAT_IS_READ =
  "hand in JSON or CSV saved from the Bank of Japan's API, or the unpacked flat file bp_m_en.csv";

/**
 * Reads what a person saved from the Bank of Japan: the API's JSON or CSV (in Japanese Shift-JIS), or the flat file of the
 * monthly balance of payments, one row a series and one column a month. Anything else is a Problem ("unreadable").
 */
export function readFile(file: DownloadedFile): readonly Reading[] {
  const complain: Complain = (why, cause) => unreadableFile(file, `${why}; ${WHAT_IS_READ}`, cause);
  const text = decoded(file.bytes, complain);
  if (isHtml(text)) throw complain("it is a web page");
  const series = /^\s*[{[]/.test(text) ? seriesOfJson(text, complain) : seriesOfCsv(text, complain);
  return readingsOf(series, complain);
}

/** English documents are UTF-8, Japanese tables Shift-JIS; a byte order mark is taken off. */
function decoded(bytes: Uint8Array, complain: Complain): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw complain("it is an archive");
  for (const charset of ["utf-8", "shift_jis"])
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // The other charset may fit.
    }
  throw complain("it is text neither in UTF-8 nor in Shift-JIS");
}

function seriesOfJson(text: string, complain: Complain): readonly StatedSeries[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw complain("it is not JSON, or is broken off", cause);
  }
  return pageOfJson(json, complain, refusalIn(complain)).series;
}

function seriesOfCsv(text: string, complain: Complain): readonly StatedSeries[] {
  let rows: readonly (readonly string[])[];
  try {
    rows = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_LINE,
    });
  } catch (cause) {
    throw complain("it is not a whole table", cause);
  }
  return rows[0]?.[0] === "STATUS"
    ? seriesOfApiTable(rows, complain, refusalIn(complain))
    : seriesOfFlatFile(rows, complain);
}

const refusalIn =
  (complain: Complain) =>
  (status: number | string, said: string): Problem =>
    complain(`it holds no figures but a refusal of the Bank's (${status}: ${said})`);
