import { createHash } from "node:crypto";
import { SOURCES } from "../../catalog/sources";
import { dayOfInstant, frequencyOf, lastDay, type Day, type Period } from "../../domain/period";
import type { Observation, Revision, Series } from "../../domain/series";
import { winner } from "../../domain/vintage";
import { readSeries } from "../../load/document";
import { asStated, type Fact } from "./facts";
import { newestRelease, type History } from "./history";
import { spanOf, spansOf, states, type Release } from "./recording";

/**
 * The document that says what a history holds: the figure that counts for each period, and every vintage whose day does
 * not go without saying (a rate's own day, else the day of the document). Undefined where nothing is held.
 */
export function documentOf(history: History): Series | undefined {
  const { entry, seed, facts, recorded } = history;
  if (recorded === undefined) return seed;
  const release = newestRelease(history);
  const published = release?.day ?? seed?.published ?? dayOfInstant(recorded);
  const isImplied = ({ knownOn, period }: Fact): boolean =>
    knownOn === (entry.measure === "rate" ? lastDay(period) : published);
  const observations: Observation[] = [];
  const revisions: Revision[] = [];
  for (const all of facts.values()) {
    const stated = asStated(all);
    const best = winner(stated);
    if (!best) continue;
    observations.push(best.status ? [best.period, best.value, best.status] : [best.period, best.value]);
    if (stated.length > 1 || !isImplied(best)) revisions.push(...stated.map(asRevision));
  }
  // Rates are read from where they are held to: the newest release states some last days, and what it means for the
  // others is nothing. Each counts from its own day anyway.
  const isRate = entry.measure === "rate";
  const span = release && !isRate ? spanOf(release, entry.frequency) : undefined;
  const note = noteOf(history, release && isRate ? { ...release, spans: allSpansOf(history) } : release);
  const content = {
    title: entry.title,
    measure: entry.measure,
    unit: entry.unit,
    frequency: entry.frequency,
    adjusted: entry.adjusted,
    source: release ? SOURCES[release.source] : (seed?.source ?? SOURCES[entry.source]),
    published,
    ...(span && { release: span }),
    ...(note !== undefined && { note }),
    observations,
    ...(revisions.length > 0 && { revisions }),
    ...(seed?.citations && { citations: seed.citations }),
    ...(history.months.size > 0 && { months: [...history.months.values()] }),
  };
  const document = {
    id: entry.id,
    version: versionOf(content),
    retrieved: dayOfInstant(recorded),
    ...content,
  };
  return readSeries(document, "the store of figures");
}

/** What any release ever stated. */
const allSpansOf = ({ releases }: History): Release["spans"] =>
  spansOf(releases.flatMap(({ spans }) => spans.flat()));

/** The same document, read again without news. */
export function readAgain(document: Series, retrieved: Day): Series {
  return document.retrieved === retrieved ? document : Object.freeze<Series>({ ...document, retrieved });
}

const asRevision = ({ period, value, knownOn, status }: Fact): Revision =>
  status ? [period, value, knownOn, status] : [period, value, knownOn];

function versionOf(content: Omit<Series, "id" | "version" | "retrieved">): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 12);
}

/** What the release says of itself, and what the seed says as long as a figure of it stands beside those that were read. */
function noteOf(history: History, release: Release | undefined): string | undefined {
  const { seed } = history;
  if (!release) return seed?.note;
  if (seed?.note === undefined || !showsSeed(history, release)) return release.note;
  const carried = `Figures that the newest release does not state come from earlier documents: ${seed.note}`;
  return release.note === undefined ? carried : `${release.note} ${carried}`;
}

function showsSeed({ seed, facts, entry, months }: History, release: Release): boolean {
  const isInRelease = (period: Period): boolean =>
    frequencyOf(period) === entry.frequency && states(release, period);
  const isSown = (all: readonly Fact[]): boolean => winner(asStated(all))?.at === 0;
  return (
    [...facts].some(([period, all]) => !isInRelease(period) && isSown(all)) ||
    (seed?.months ?? []).some((row) => months.get(row[0]) === row)
  );
}
