import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findEntry } from "../../src/catalog/catalog";
import type { Entry } from "../../src/catalog/entry";
import { SOURCES, type SourceId } from "../../src/catalog/sources";
import { period, type Day } from "../../src/domain/period";
import type { RateMonth, Series } from "../../src/domain/series";
import type { Settled } from "./reading";

/** The day on which the figures were collected. */
export const RETRIEVED: Day = period("2026-11-23");

export interface Draft extends Settled {
  readonly id: string;
  readonly published: Day;
  readonly note: string;
  /** Where the figures come from, if not from the source that the catalogue names. */
  readonly source?: SourceId;
  readonly months?: readonly RateMonth[];
}

/** The entry that a document belongs to; a document without one is an error. */
export function entryOf(id: string): Entry {
  const entry = findEntry(id);
  if (!entry) throw new Error(`${id} is not in the catalogue`);
  return entry;
}

/** A short hash over everything but the version itself. */
export function versionOf(series: Omit<Series, "version">): string {
  const { version: _, ...content } = series as Series;
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 12);
}

/** A whole document: what the catalogue says of the series, and its figures. */
export function makeDocument(draft: Draft): Series {
  const entry = entryOf(draft.id);
  const content = {
    id: entry.id,
    title: entry.title,
    measure: entry.measure,
    unit: entry.unit,
    frequency: entry.frequency,
    adjusted: entry.adjusted,
    source: SOURCES[draft.source ?? entry.source],
    retrieved: RETRIEVED,
    published: draft.published,
    embedded: true,
    note: draft.note,
    observations: draft.observations,
    ...(draft.revisions ? { revisions: draft.revisions } : {}),
    ...(draft.citations ? { citations: draft.citations } : {}),
    ...(draft.months ? { months: draft.months } : {}),
  };
  const { id, ...rest } = content;
  return { id, version: versionOf(content), ...rest };
}

const PER_LINE = 8;

/** JSON that reads well in a diff without a line for every figure: scalars one by one, tuples eight to a line. */
function documentText(series: Series): string {
  const fields = Object.entries(series).map(([key, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const tuples = value.map((tuple) => JSON.stringify(tuple));
    const lines = Array.from({ length: Math.ceil(tuples.length / PER_LINE) }, (_, i) =>
      tuples.slice(i * PER_LINE, (i + 1) * PER_LINE).join(", "),
    );
    const body = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
    return `  ${JSON.stringify(key)}: ${body}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}

/** Write a document into the folder of its family. */
export function writeDocument(root: string, series: Series): void {
  const folder = join(root, entryOf(series.id).family);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${series.id}.json`), documentText(series));
}
