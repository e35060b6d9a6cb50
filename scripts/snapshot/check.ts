import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import type { Entry } from "../../src/catalog/entry";
import { comparePeriods, enclosing, frequencyOf, isFiner, lastDay, range } from "../../src/domain/period";
import type { Series } from "../../src/domain/series";
import { viewOf } from "../../src/domain/vintage";
import { versionOf } from "./document";
import { DOCUMENT_SHAPE } from "./shape";

/** Everything that is wrong with a document, in words; nothing if it may stand for its entry. */
export function faultsOf(document: unknown, entry: Entry): readonly string[] {
  const shape = v.safeParse(DOCUMENT_SHAPE, document);
  if (!shape.success)
    return shape.issues.map((issue) => `${v.getDotPath(issue) ?? "document"}: ${issue.message}`);
  const series = document as Series;
  return [
    ...agreesWithEntry(series, entry),
    ...(series.version === versionOf(series) ? [] : ["version does not match the content"]),
    ...inOrder(series),
    ...monthsApart(series),
    ...winnersHold(series),
    ...zerosBelieved(series),
    ...daysPast(series),
  ];
}

function agreesWithEntry(series: Series, entry: Entry): readonly string[] {
  const keys = ["id", "unit", "measure", "frequency", "adjusted", "title"] as const;
  const differing = keys.filter((key) => !isDeepStrictEqual(series[key], entry[key]));
  const virtual = entry.virtual ? ["a virtual entry has no document"] : [];
  return [...differing.map((key) => `${key} differs from the catalogue`), ...virtual];
}

function inOrder(series: Series): readonly string[] {
  const lists = { observations: series.observations, months: series.months ?? [] };
  return Object.entries(lists).flatMap(([name, tuples]) =>
    tuples.flatMap(([period], i) => {
      const before = tuples[i - 1]?.[0];
      return before !== undefined && comparePeriods(before, period) >= 0
        ? [`${name}: ${period} stands after ${before}`]
        : [];
    }),
  );
}

/** A month of a rate stands among the months only where its days are not held by the ECB's documents. */
function monthsApart(series: Series): readonly string[] {
  if (series.source.id !== "ecb") return [];
  const held = new Set(series.observations.map(([period]) => enclosing(period, "M")));
  return (series.months ?? []).filter(([m]) => held.has(m)).map(([m]) => `months: ${m} is held daily`);
}

function winnersHold(series: Series): readonly string[] {
  const revised = new Set((series.revisions ?? []).map(([period]) => period));
  const orphans = [...revised].filter((p) => !series.observations.some(([q]) => q === p));
  const { figures } = viewOf(series);
  const wrong = series.observations.filter(([period, value, status]) => {
    const winner = figures.get(period);
    return winner?.value !== value || winner.status !== status;
  });
  return [
    ...orphans.map((p) => `revisions: ${p} is no observation`),
    ...wrong.map(([p]) => `observations: ${p} is not the vintage that wins`),
  ];
}

/**
 * Zeros that the compiler printed: Treasury estimates that were run down to nothing between two surveys, and a month in
 * which receipts equalled payments. Any other zero is taken for a missing figure.
 */
const PRINTED_ZEROS: Readonly<Record<string, readonly string[]>> = {
  "JP.TELECOM.NET": ["2017-02"],
  "TIC.FR": ["2008-04", "2008-05"],
  "TIC.NL": ["2002-04", "2002-05"],
  "TIC.NO": ["2004-05", "2006-03", "2006-04", "2006-05", "2007-05", "2007-07"],
};

function zerosBelieved(series: Series): readonly string[] {
  const printed = PRINTED_ZEROS[series.id] ?? [];
  const zeros = [
    ...series.observations.filter(([, value]) => value === 0),
    ...(series.months ?? []).filter(([, average, end]) => average === 0 || end === 0),
  ];
  return zeros
    .filter(([p]) => !printed.includes(p))
    .map(([p]) => `observations: ${p} is zero; is it missing?`);
}

/** Nothing becomes known before its period has ended, nor after the figures were collected. */
function daysPast({ revisions = [], retrieved }: Series): readonly string[] {
  return revisions
    .filter(([p, , day]) => day < lastDay(p) || day > retrieved)
    .map(([p, , day]) => `revisions: ${p} cannot have become known on ${day}`);
}

/** What a document covers at its own frequency, and the native periods that it lacks inside that span. */
export interface Coverage {
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly holes: number;
  readonly firstHole?: string;
}

export function coverageOf(series: Series): Coverage {
  const periods = series.observations.map(([p]) => p);
  const months = (series.months ?? []).map(([p]) => p);
  const all = [...months, ...periods].sort(comparePeriods);
  const first = all[0] ?? "-";
  const last = all.at(-1) ?? "-";
  const missing = series.measure === "rate" ? missingMonths(series) : missingNative(series);
  const [firstHole] = missing;
  return {
    first,
    last,
    count: all.length,
    holes: missing.length,
    ...(firstHole === undefined ? {} : { firstHole }),
  };
}

function missingNative({ observations, frequency }: Series): readonly string[] {
  const native = observations.map(([p]) => p).filter((p) => frequencyOf(p) === frequency);
  const [first, last] = [native[0], native.at(-1)];
  if (first === undefined || last === undefined || frequency === "D") return [];
  const held = new Set(native);
  return range(first, last).filter((p) => !held.has(p));
}

/** Days without a fixing are no holes; months without any fixing or average are. */
function missingMonths({ observations, months }: Series): readonly string[] {
  const days = observations.map(([p]) => p).filter((p) => isFiner(frequencyOf(p), "M"));
  const held = new Set([...days.map((p) => enclosing(p, "M")), ...(months ?? []).map(([m]) => m)]);
  const sorted = [...held].sort(comparePeriods);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  return range(first, enclosing(lastDay(last), "M")).filter((m) => !held.has(m));
}
