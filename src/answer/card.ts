import type { Entry } from "../catalog/entry";
import { fxSourceOf, legsOf } from "../catalog/fx";
import { SOURCES } from "../catalog/sources";
import { FREQUENCY_WORDS, comparePeriods, dayFromNumber, type Day, type Period } from "../domain/period";
import { Problem } from "../domain/problem";
import type { Series } from "../domain/series";
import { publishedUnitWords } from "../domain/unit";
import { latestFixing } from "../domain/exchange";
import { quotesOf, sourcesFor } from "./rates";
import { subjectOf } from "./subject";
import { documentsOf, type Shelf } from "./shelf";

/** The facts about a series that INFO, CITE and SEARCH show. */
export interface Card {
  readonly entry: Entry;
  readonly documents: readonly Series[];
  readonly first: Period | undefined;
  readonly last: Period | undefined;
  readonly lastValue: number | undefined;
  readonly count: number;
}

/** What is known about an entry as of a day. */
export function cardOf(shelf: Shelf, entry: Entry, asOf: Day | undefined): Card {
  if (entry.unit.kind === "rate") return rateCard(shelf, entry, asOf);
  const subject = subjectOf(shelf, entry, asOf);
  const figures = [...subject.view.figures.values()]
    .filter((f) => f.value !== null)
    .sort((a, b) => comparePeriods(a.period, b.period));
  return {
    entry,
    documents: subject.documents,
    first: figures[0]?.period,
    last: figures.at(-1)?.period,
    lastValue: figures.at(-1)?.value ?? undefined,
    count: figures.length,
  };
}

function rateCard(shelf: Shelf, entry: Entry, asOf: Day | undefined): Card {
  if (entry.unit.kind !== "rate") throw new Problem("bad-input", `${entry.id} is not an exchange rate.`);
  const pair = { base: entry.unit.base, quote: entry.unit.quote };
  const [source] = sourcesFor(pair, fxSourceOf(entry.id));
  if (!source) throw new Problem("no-rate", `No source quotes ${entry.id}.`);
  const quotes = quotesOf(shelf, pair, source, asOf);
  const months = [...quotes.months.keys()].sort();
  const last = latestFixing(quotes) ?? months.at(-1);
  return {
    entry,
    documents: legDocuments(shelf, entry),
    first: months[0] ?? (quotes.days.length > 0 ? firstFixing(quotes.days) : undefined),
    last,
    lastValue:
      quotes.values.at(-1) ?? quotes.months.get(months.at(-1) ?? ("" as Period))?.average ?? undefined,
    count: quotes.days.length + months.length,
  };
}

const firstFixing = (days: readonly number[]): Period => dayFromNumber(days[0] ?? 0);

function legDocuments(shelf: Shelf, entry: Entry): readonly Series[] {
  if (entry.unit.kind !== "rate") return [];
  const source = fxSourceOf(entry.id) ?? "ecb";
  return documentsOf(shelf, legsOf({ base: entry.unit.base, quote: entry.unit.quote }, source) ?? []);
}

const newest = (days: readonly (Day | undefined)[]): Day | "" =>
  days
    .flatMap((d) => (d ? [d] : []))
    .sort()
    .at(-1) ?? "";

/** The fields of INFO by name, in the order in which the card lists them. */
export function cardFields(card: Card): ReadonlyMap<string, string | number> {
  const { entry, documents } = card;
  const source = SOURCES[entry.source];
  return new Map<string, string | number>([
    ["id", entry.id],
    ["title", entry.title.en],
    ["titleja", entry.title.ja],
    ["unit", publishedUnitWords(entry.unit)],
    ["measure", entry.measure],
    ["frequency", FREQUENCY_WORDS[entry.frequency][0]],
    ["adjusted", entry.adjusted ? "seasonally adjusted" : "not seasonally adjusted"],
    ["definition", definitionWords(entry)],
    ["first", card.first ?? ""],
    ["last", card.last ?? ""],
    ["lastvalue", card.lastValue ?? ""],
    ["count", card.count],
    ["source", source.name],
    ["url", source.url],
    ["code", entry.code ?? ""],
    ["terms", source.terms],
    ["credit", source.credit],
    ["published", newest(documents.map((d) => d.published))],
    ["retrieved", newest(documents.map((d) => d.retrieved))],
    [
      "state",
      documents.some((d) => d.stale) ? "stale" : documents.some((d) => d.embedded) ? "embedded" : "live",
    ],
    ["version", documents.map((d) => d.version).join("+")],
    ["note", notesOf(documents)],
    ["caution", entry.caution?.en ?? ""],
  ]);
}

function definitionWords(entry: Entry): string {
  if (!entry.parts) return "";
  const sum = entry.parts.map((p) => `${p.sign < 0 ? "− " : "+ "}${p.id}`).join(" ");
  return `${entry.definition ? `${entry.definition}: ` : ""}${sum.replace(/^\+ /, "")}`;
}

/** Every sentence of the documents' notes once: the parts of a basket share most of theirs. */
function notesOf(documents: readonly Series[]): string {
  return [...new Set(documents.flatMap((d) => d.note?.split(/(?<=\.)\s+/) ?? []))].join(" ");
}
