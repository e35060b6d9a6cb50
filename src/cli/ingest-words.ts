import { SOURCES } from "../catalog/sources";
import type { ExportReport } from "../gateway/export";
import type { BatchReport } from "../gateway/figures";
import type { FileReport } from "./ingest-file";

const MOST_CHANGES = 10;

/** "1 figure", "2 figures". */
const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** One batch in a line; undefined for one that was not asked. */
export function batchWords({ batch, outcome, series, changes, failure }: BatchReport): string | undefined {
  const words = {
    read: () =>
      `${batch}: ${counted(series, "series", "series")} read, ${counted(changes.added, "figure")} new, ${changes.changed} changed`,
    elsewhere: () => `${batch}: another process is asking for it`,
    "not due": () => undefined,
    off: () => undefined,
    failed: () => `${batch} failed: ${failure ?? "no reason given"}`,
  } satisfies Record<BatchReport["outcome"], () => string | undefined>;
  return words[outcome]();
}

/** All batches in a line or two. */
export function batchesWords(reports: readonly BatchReport[]): string {
  const number = (outcome: BatchReport["outcome"]): number =>
    reports.filter((report) => report.outcome === outcome).length;
  const sum = (pick: (report: BatchReport) => number): number =>
    reports.reduce((total, report) => total + pick(report), 0);
  const off = [...new Set(reports.flatMap((r) => (r.outcome === "off" ? [SOURCES[r.provider].name] : [])))];
  return [
    `${counted(number("read"), "batch", "batches")} read, ${number("not due")} not due, ${number("failed")} failed; ${counted(
      sum(({ changes }) => changes.added),
      "figure",
    )} new, ${sum(({ changes }) => changes.changed)} changed.`,
    ...(off.length > 0 ? [`Not asked, offline or without a key: ${off.join("; ")}.`] : []),
    ...(number("not due") === reports.length && reports.length > 0
      ? ["Nothing new is expected yet; --all asks all the same."]
      : []),
  ].join("\n");
}

/** What a document did to one series, with the first of the figures that changed. */
export function fileWords({ id, first, last, figures, added, changed }: FileReport): string {
  const span = first === undefined || last === undefined ? "nothing" : `${first} to ${last}`;
  const more = changed.length - MOST_CHANGES;
  return [
    `${id}: ${span}, ${counted(figures, "figure")}; ${added} new, ${changed.length} changed`,
    ...changed
      .slice(0, MOST_CHANGES)
      .map(({ period, old, new: now }) => `  ${period}: ${valueWords(old)} → ${valueWords(now)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join("\n");
}

const valueWords = (value: number | null): string => (value === null ? "not observed" : String(value));

export function exportWords({ folder, written, unchanged, without, leftOut, failed }: ExportReport): string {
  return [
    `${folder}: ${counted(written, "document")} written, ${unchanged} unchanged; no figures are held of ${without} series.`,
    ...(leftOut.length > 0 ? [`Left out, being figures for subscribers only: ${leftOut.join(", ")}.`] : []),
    ...failed.map(({ id, why }) => `${id} was not written: ${why}`),
  ].join("\n");
}
