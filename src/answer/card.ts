import type { Entry } from "../catalog/entry";
import { isQuoted } from "../catalog/fx";
import { aggregate } from "../domain/aggregate";
import { FREQUENCY_WORDS, comparePeriods, dayFromNumber, type Day, type Period } from "../domain/period";
import type { Series } from "../domain/series";
import { publishedUnitWords } from "../domain/unit";
import type { Figure } from "../domain/vintage";
import { creditOf, documentsBehind, stateWords } from "./provenance";
import { ratePosition } from "./rate-card";
import { subjectOf, type Subject } from "./subject";
import type { Shelf } from "./shelf";

/** The facts about a series that INFO, CITE and SEARCH show. */
export interface Card {
  readonly entry: Entry;
  /** All documents of the series. */
  readonly documents: readonly Series[];
  /** Those among them that answers come from: not printed totals where the parts say the same and more. */
  readonly used: readonly Series[];
  readonly first: Period | undefined;
  readonly last: Period | undefined;
  readonly lastValue: number | undefined;
  readonly count: number;
}

/** What is known about an entry as of a day. */
export function cardOf(shelf: Shelf, entry: Entry, asOf: Day | undefined): Card {
  if (isQuoted(entry)) return rateCard(shelf, entry, asOf);
  const subject = subjectOf(shelf, entry, asOf);
  const figures = [...subject.view.figures.values()]
    .filter((f) => f.value !== null)
    .sort((a, b) => comparePeriods(a.period, b.period));
  return {
    entry,
    documents: subject.documents,
    used: documentsBehind(subject, answering(subject, figures)),
    first: figures[0]?.period,
    last: figures.at(-1)?.period,
    lastValue: figures.at(-1)?.value ?? undefined,
    count: figures.length,
  };
}

/** Without the totals that nobody gets who asks for their period, since its parts are held. */
function answering({ view }: Subject, figures: readonly Figure[]): readonly Figure[] {
  return figures.filter((f) => {
    if (!f.total) return true;
    const made = aggregate(view, f.period);
    return !made.ok || made.aggregate.figures.some(({ total }) => total);
  });
}

/** A rate by the source that the card names; months count where days are not held. */
function rateCard(shelf: Shelf, entry: Entry, asOf: Day | undefined): Card {
  const { quotes, documents } = ratePosition(shelf, entry, asOf);
  const months = [...quotes.months.keys()].sort();
  const [first, last] = [quotes.days[0], quotes.days.at(-1)];
  const lastMonth = months.at(-1);
  return {
    entry,
    documents,
    used: documents,
    first: months[0] ?? (first === undefined ? undefined : dayFromNumber(first)),
    last: last === undefined ? lastMonth : dayFromNumber(last),
    lastValue: quotes.values.at(-1) ?? (lastMonth && quotes.months.get(lastMonth)?.average) ?? undefined,
    count: quotes.days.length + months.length,
  };
}

const newest = (days: readonly (Day | undefined)[]): Day | "" =>
  days
    .flatMap((d) => (d ? [d] : []))
    .sort()
    .at(-1) ?? "";

/** The fields of INFO by name, in the order in which the card lists them. */
export function cardFields(card: Card): ReadonlyMap<string, string | number> {
  const { entry, documents, used } = card;
  const credit = creditOf(used);
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
    ["source", credit.name],
    ["url", credit.url],
    ["code", entry.code ?? ""],
    ["terms", credit.terms],
    ["credit", credit.credit],
    ["published", newest(used.map((d) => d.published))],
    ["retrieved", newest(used.map((d) => d.retrieved))],
    ["state", stateWords(used)],
    ["version", documents.map((d) => d.version).join("+")],
    ["note", notesOf(used)],
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
