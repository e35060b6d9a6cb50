import { EDITION } from "../../file/edition-parts";
import { applyEdits } from "../apply-edits";
import { customXml, withCustomXml } from "../custom-xml";
import { LIMITS } from "../limits";
import { openPackage, savePackage, withChanges, type Package } from "../package";
import { withText } from "../parts";
import { readBook } from "../read-book";
import { renewedChart } from "./chart-caches";
import { wordsOf } from "./names";
import { refreshStored, type StoredRefresh } from "./refresh-stored";
import type { RefreshAsked, RefreshHost } from "./worked-out";
import type { RefreshReport } from "./report";

/** A refreshed file. */
export interface RefreshedFile {
  /** The very bytes that were given where nothing changed. */
  readonly bytes: Uint8Array;
  readonly report: RefreshReport;
}

const CHART = /\.drawingml\.chart\+xml$/i;

/**
 * Refreshes a workbook's file without Excel: the formulas of ours answer over newer figures, their dependants follow, charts
 * remember the new values, and the file keeps the figures. A file that cannot be read, or whose figures cannot, is a Problem
 * ("unreadable").
 */
export async function refreshBook(
  bytes: Uint8Array,
  host: RefreshHost,
  asked: RefreshAsked,
): Promise<RefreshedFile> {
  const opened = openPackage(bytes, LIMITS, host.codec);
  const book = readBook(opened);
  const done = await refreshStored(book, customXml(opened, EDITION), host, asked);
  const { recalculatesOnLoad } = done.report;
  const edits = new Map(
    [...done.edits].map(([sheet, own]) => [book.sheets[sheet]?.name ?? "", own] as const),
  );
  let pkg = opened;
  if (edits.size > 0)
    pkg = withChanges(pkg, applyEdits(pkg, book, edits, { calculateOnLoad: recalculatesOnLoad }));
  const charts: string[] = [];
  const parts = edits.size > 0 ? chartParts(pkg) : [];
  for (const name of parts) {
    const xml = pkg.text(name);
    const renewed = renewedChart(xml, wordsOf(book), done.changedAt);
    if (renewed === xml) continue;
    pkg = withText(pkg, name, renewed);
    charts.push(name);
  }
  if (parts.length > 0) {
    // What charts are made of is loaded with the first file that has some.
    const { withNewDescriptions } = await import("../charts/descriptions");
    pkg = withNewDescriptions(pkg, book, done.changedAt);
  }
  if (done.figures) pkg = withCustomXml(pkg, EDITION, done.figures);
  const isChanged = pkg !== opened;
  return {
    bytes: isChanged ? savePackage(pkg) : bytes,
    report: reportOf(done, charts, isChanged),
  };
}

const chartParts = (pkg: Package): readonly string[] =>
  pkg.names.filter((name) => CHART.test(pkg.contentType(name) ?? ""));

const reportOf = (
  { report }: StoredRefresh,
  charts: readonly string[],
  isChanged: boolean,
): RefreshReport => ({
  ...report,
  recalculatesOnLoad: report.recalculatesOnLoad && isChanged,
  charts,
  isChanged,
});
