import { findEntry, resolveId } from "../catalog/catalog";
import type { Entry } from "../catalog/entry";
import type { Day, Period } from "../domain/period";
import { Problem, badInput } from "../domain/problem";
import type { Series, SeriesId, Status } from "../domain/series";
import { aggregate, newest, type Aggregate } from "../domain/aggregate";
import { makeView, releaseOf, viewOf, type Figure, type View } from "../domain/vintage";
import type { Choices } from "./choices";
import { DIGITAL_CONCEPTS } from "./definitions";
import { Absent, derive, documentsOf, type Shelf } from "./shelf";

/** What a question is about: an entry of the catalogue and its figures as of a day. */
export interface Subject {
  readonly entry: Entry;
  readonly view: View;
  /** The documents behind it: its own, or its parts and its published totals. */
  readonly documents: readonly Series[];
  readonly parts: readonly { readonly entry: Entry; readonly sign: 1 | -1; readonly view: View }[];
}

/** The entry behind an id as a person typed it, under a definition if one is asked for. */
export function entryFor(id: string, choices: Pick<Choices, "def"> = {}): Entry {
  const entry = entryOf(resolveId(id));
  if (choices.def === undefined) return entry;
  return entryOf(underDefinition(entry, choices.def));
}

function entryOf(id: SeriesId): Entry {
  const entry = findEntry(id);
  if (!entry) throw new Problem("unknown-series", `"${id}" is not in the catalogue.`);
  return entry;
}

function underDefinition(entry: Entry, def: NonNullable<Choices["def"]>): SeriesId {
  const concepts: readonly string[] = Object.values(DIGITAL_CONCEPTS);
  const [area = "", concept = "", ...rest] = entry.id.split(".");
  if (!concepts.includes(concept) || rest.length > 1)
    throw badInput(`${entry.id} has one definition only; leave def out (it chooses among digital balances).`);
  return resolveId([area, DIGITAL_CONCEPTS[def], ...rest].join("."));
}

/** The figures of an entry as of a day; composed entries are summed from their parts, period by period. */
export function subjectOf(shelf: Shelf, entry: Entry, asOf: Day | undefined): Subject {
  return derive(shelf, `subject ${entry.id} ${asOf ?? ""}`, () =>
    entry.parts ? composed(shelf, entry, asOf) : simple(shelf, entry, asOf),
  );
}

/**
 * Asks for the documents of several entries at once, where one after the other would be a round each; does nothing once
 * they are all at hand. Exchange rates ask for themselves.
 */
export function askTogether(shelf: Shelf, entries: readonly Entry[], asOf: Day | undefined): void {
  const absent: SeriesId[] = [];
  for (const entry of entries) {
    if (entry.unit.kind === "rate") continue;
    try {
      subjectOf(shelf, entry, asOf);
    } catch (thrown) {
      if (thrown instanceof Absent) absent.push(...thrown.ids);
      else if (!(thrown instanceof Problem)) throw thrown;
    }
  }
  if (absent.length > 0) throw new Absent([...new Set(absent)]);
}

function simple(shelf: Shelf, entry: Entry, asOf: Day | undefined): Subject {
  const series = shelf.document(entry.id);
  return { entry, view: viewOf(series, asOf), documents: [series], parts: [] };
}

function composed(shelf: Shelf, entry: Entry, asOf: Day | undefined): Subject {
  const parts = entry.parts ?? [];
  askAtOnce(shelf, [...parts.map((part) => part.id), ...(entry.virtual ? [] : [entry.id])]);
  const totals = entry.virtual ? undefined : totalsOf(shelf, entry);
  const documents = partsOf(shelf, entry, totals !== undefined);
  const views = documents.map((document) => viewOf(document, asOf));
  const figures = new Map<Period, Figure>();
  const signs = parts.map((part) => part.sign);
  for (const p of views[0]?.figures.keys() ?? []) {
    const sum = sumAt(
      p,
      views.map((view) => view.figures.get(p)),
      signs,
    );
    if (sum) figures.set(p, sum);
  }
  addUneven(figures, views, signs);
  if (totals)
    for (const [p, f] of viewOf(totals, asOf).figures) {
      const made = figures.get(p);
      if (!made || (made.status === "approx" && f.status !== "approx")) figures.set(p, { ...f, total: true });
    }
  const all = totals ? [...documents, totals] : documents;
  return {
    entry,
    view: makeView(composedSeries(entry, documents, totals), asOf, figures),
    documents: all,
    parts: parts.flatMap((part, i) => {
      const view = views[i];
      return view ? [{ entry: entryOf(part.id), sign: part.sign, view }] : [];
    }),
  };
}

/** Parts and totals in one request: a cell must not wait for one after the other. Failures are left to who reads them. */
function askAtOnce(shelf: Shelf, ids: readonly SeriesId[]): void {
  try {
    documentsOf(shelf, ids);
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
  }
}

/** The documents of the parts; where they cannot be had, published totals still answer. */
function partsOf(shelf: Shelf, entry: Entry, haveTotals: boolean): readonly Series[] {
  try {
    return documentsOf(
      shelf,
      (entry.parts ?? []).map((part) => part.id),
    );
  } catch (thrown) {
    if (thrown instanceof Problem && haveTotals) return [];
    throw thrown;
  }
}

/** Totals published as such; a composed entry that has none is nothing amiss. */
function totalsOf(shelf: Shelf, entry: Entry): Series | undefined {
  try {
    return shelf.document(entry.id);
  } catch (thrown) {
    if (thrown instanceof Absent || !(thrown instanceof Problem)) throw thrown;
    return undefined;
  }
}

/**
 * Where one part is held by months and another only by the year, the year is still the sum of the parts, provided that
 * it cannot be made of the composed months already.
 */
function addUneven(figures: Map<Period, Figure>, views: readonly View[], signs: readonly (1 | -1)[]): void {
  const [first] = views;
  if (!first) return;
  const held = new Set(views.flatMap((view) => [...view.figures.keys()]));
  const missing = [...held].filter((p) => !figures.has(p));
  const sofar = makeView(first.series, first.asOf, new Map(figures));
  for (const p of missing) {
    if (aggregate(sofar, p).ok) continue;
    const sum = sumAt(
      p,
      views.map((view) => {
        const made = aggregate(view, p);
        return made.ok ? asFigure(made.aggregate) : undefined;
      }),
      signs,
    );
    if (sum) figures.set(p, sum);
  }
}

function asFigure(made: Aggregate): Figure {
  const status = made.figures.find((f) => f.status)?.status;
  const release = releaseOf(made.figures);
  return {
    period: made.period,
    value: made.value,
    knownOn: newest(made),
    ...(status && { status }),
    ...(release && { release }),
  };
}

/** The parts of one period added up; undefined where one is missing. A release that states all of them states the sum. */
function sumAt(
  p: Period,
  parts: readonly (Figure | undefined)[],
  signs: readonly (1 | -1)[],
): Figure | undefined {
  let value = 0;
  let knownOn: Day | undefined;
  const statuses = new Set<Status>();
  const held: Figure[] = [];
  for (const [i, f] of parts.entries()) {
    if (!f || f.value === null) return undefined;
    held.push(f);
    value += (signs[i] ?? 1) * f.value;
    if (knownOn === undefined || f.knownOn > knownOn) knownOn = f.knownOn;
    if (f.status) statuses.add(f.status);
  }
  if (knownOn === undefined) return undefined;
  const status = (["approx", "break", "prelim", "secondary"] as const).find((s) => statuses.has(s));
  const release = releaseOf(held);
  return { period: p, value, knownOn, ...(status && { status }), ...(release && { release }) };
}

/**
 * A series that stands for the sum: the catalogue's description over the days of its parts. Totals printed as such speak
 * for it only where there are no parts, so that old ones do not make fresh parts look old.
 */
function composedSeries(entry: Entry, parts: readonly Series[], totals: Series | undefined): Series {
  const documents = parts.length > 0 || !totals ? parts : [totals];
  const days = documents.map((s) => s.retrieved).sort();
  const [first] = documents;
  if (!first)
    throw new Problem("no-data", `${entry.id} has neither parts nor totals; look for another series.`);
  return {
    id: entry.id,
    version: [...parts, ...(totals ? [totals] : [])].map((s) => s.version).join("+"),
    title: entry.title,
    measure: entry.measure,
    unit: entry.unit,
    frequency: entry.frequency,
    adjusted: entry.adjusted,
    source: first.source,
    retrieved: days.at(-1) ?? first.retrieved,
    stale: documents.some((s) => s.stale),
    embedded: documents.some((s) => s.embedded),
    observations: [],
  };
}
