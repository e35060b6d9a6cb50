import type { Answer } from "../../answer/evaluate";
import { compilersOf, documentsBehind, freshnessOf, type Freshness } from "../../answer/provenance";
import { newest, vintageDays } from "../../domain/aggregate";
import { dayNumber, type Day } from "../../domain/period";
import type { Series } from "../../domain/series";
import type { Word } from "../words/en";
import type { Speech } from "../words/speech";

/** One fact about a number: a name and what it is. */
export interface Fact {
  readonly name: string;
  readonly text: string;
  /** In the compiler's own words, which are English. */
  readonly isOriginal?: boolean;
}

/** The documents that an answer was read from, those of its exchange rates included. */
export function documentsOf({ subject, aggregate, rate, converted }: Answer): readonly Series[] {
  const own = subject && aggregate ? documentsBehind(subject, aggregate.figures) : [];
  const rates = [...(rate ? [rate] : []), ...(converted?.rates ?? [])];
  return [...new Set([...own, ...rates.flatMap(({ documents }) => documents ?? [])])];
}

/** Source, vintage, age, state and terms of a number. */
export function factsOf(answer: Answer, today: Day, speech: Speech): readonly Fact[] {
  const { say } = speech;
  const { subject, aggregate, rate, asOf } = answer;
  const documents = documentsOf(answer);
  const own = subject && aggregate ? documentsBehind(subject, aggregate.figures) : documents;
  const compilers = compilersOf(own);
  const vintages = aggregate ? vintageDays(aggregate) : [];
  const known = aggregate ? newest(aggregate) : rate?.day;
  return [
    ...compilers.map(({ name }) => ({ name: say("factSource"), text: name, isOriginal: true })),
    ...(vintages.length > 0 ? [{ name: say("factVintage"), text: vintages.join(", ") }] : []),
    ...(known === undefined
      ? []
      : [{ name: say("factAge"), text: say("ageOf", { age: ageText(known, today, speech) }) }]),
    ...stateFacts(documents, speech),
    ...(asOf === undefined ? [] : [{ name: say("factAsOf"), text: asOf }]),
    ...[...new Set(compilers.map(({ terms }) => terms))].map((text) => ({
      name: say("factTerms"),
      text,
      isOriginal: true,
    })),
  ];
}

const STATE_WORD = {
  live: "stateLive",
  stale: "stateStale",
  embedded: "stateEmbedded",
} as const satisfies Record<Freshness, Word>;

/** How fresh the documents are, each kind with its newest day. */
function stateFacts(documents: readonly Series[], { say }: Speech): readonly Fact[] {
  return (["live", "stale", "embedded"] as const).flatMap((kind) => {
    const days = documents.filter((d) => freshnessOf(d) === kind).map(({ retrieved }) => retrieved);
    const day = days.sort().at(-1);
    return day === undefined ? [] : [{ name: say("factState"), text: say(STATE_WORD[kind], { day }) }];
  });
}

/** "3 days", "5 months", "2 years": whole ones, as a person would say it. */
export function ageText(from: Day, to: Day, { say }: Speech): string {
  const days = dayNumber(to) - dayNumber(from);
  if (days <= 0) return say("ageToday");
  if (days === 1) return say("ageDay");
  // The first day of which two months have gone.
  if (days < 61) return say("ageDays", { n: days });
  const months = Math.floor(days / 30.44);
  return months < 24 ? say("ageMonths", { n: months }) : say("ageYears", { n: Math.floor(days / 365.25) });
}
