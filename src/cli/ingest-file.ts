import { readFile } from "node:fs/promises";
import path from "node:path";
import { statisticOf } from "../catalog/routes";
import type { Period } from "../domain/period";
import { Problem } from "../domain/problem";
import type { Observation, Series, SeriesId } from "../domain/series";
import type { VintageStore } from "../gateway/vintages/store";
import type { Reading, Source } from "../sources/common/source";

/** What a downloaded document did to one series. */
export interface FileReport {
  readonly file: string;
  readonly id: SeriesId;
  readonly first: Period | undefined;
  readonly last: Period | undefined;
  /** Figures that the document states. */
  readonly figures: number;
  readonly added: number;
  readonly changed: readonly ChangedFigure[];
}

export interface ChangedFigure {
  readonly period: Period;
  readonly old: number | null;
  readonly new: number | null;
}

/** A document to be read, and whose it is. */
export interface NamedFile {
  readonly source: Source;
  readonly file: string;
}

interface FileReading {
  readonly file: string;
  readonly reading: Reading;
}

/**
 * Reads all documents, then records them: where one cannot be read, nothing of any is recorded. What is reported is the
 * difference that it made to what the store holds; a document older than that adds its vintages and changes nothing.
 */
export async function ingestFiles(
  files: readonly NamedFile[],
  store: VintageStore,
  now: number,
): Promise<readonly FileReport[]> {
  const readings: FileReading[] = [];
  for (const { source, file } of files) {
    const read = source.readFile({ name: path.basename(file), bytes: await bytesOf(file) });
    readings.push(...read.map((reading) => ({ file, reading })));
  }
  const reports: FileReport[] = [];
  for (const { file, reading } of readings) reports.push(await record(file, reading, store, now));
  return reports;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Problem("bad-input", `${file} cannot be read (${why}); check its name.`, { cause: thrown });
  }
}

async function record(file: string, reading: Reading, store: VintageStore, now: number): Promise<FileReport> {
  const { id, observations } = reading;
  const statistic = statisticOf(reading.source);
  const before = (await store.read(id, statistic))?.document;
  await store.record(reading, now);
  const after = (await store.read(id, statistic))?.document;
  return {
    file,
    id,
    first: observations[0]?.[0],
    last: observations.at(-1)?.[0],
    figures: observations.length,
    ...difference(before, after),
  };
}

/** Periods that are new in a document, and figures that are others. */
function difference(
  before: Pick<Series, "observations"> | undefined,
  after: Pick<Series, "observations"> | undefined,
): Pick<FileReport, "added" | "changed"> {
  const held = new Map<Period, Observation>((before?.observations ?? []).map((row) => [row[0], row]));
  let added = 0;
  const changed: ChangedFigure[] = [];
  for (const [period, value] of after?.observations ?? []) {
    const old = held.get(period);
    if (!old) added++;
    else if (old[1] !== value) changed.push({ period, old: old[1], new: value });
  }
  return { added, changed };
}
