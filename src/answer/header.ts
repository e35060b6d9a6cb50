import { vintageDays } from "../domain/aggregate";
import { FREQUENCY_WORDS, frequencyOf, type Day, type Frequency } from "../domain/period";
import type { Measure } from "../domain/series";
import { isOfDeficit, transformWords } from "../domain/transform";
import { unitWords } from "../domain/unit";
import type { Answer } from "./evaluate";
import { listWords } from "./figure-words";
import { compilerNames, documentsBehind } from "./provenance";

const MEASURE_WORDS = {
  flow: "flow",
  stock: "stock, end of period",
  rate: "rate",
  index: "index",
  ratio: "ratio",
} as const satisfies Record<Measure, string>;

/**
 * What a column holds, in words: title, currency and unit, measure and period, basis, definition, sign, transform,
 * source and vintages. Made from the answers themselves, so that it cannot say something else than they do.
 */
export function headerWords(answers: readonly Answer[], freq: Frequency): string {
  const [first] = answers;
  if (!first) return "";
  const { entry, choices } = first;
  const title =
    entry.definition && !entry.title.en.includes(entry.definition)
      ? `${entry.title.en} (${entry.definition})`
      : entry.title.en;
  return [
    title,
    unitOf(answers),
    `${MEASURE_WORDS[entry.measure]}, by ${FREQUENCY_WORDS[freq][0]}${freq === "FY" ? " (April to March)" : ""}`,
    ...basisWords(answers),
    ...(choices.sign === "deficit" ? ["deficit positive"] : []),
    ...(first.transformed ? [transformWords(first.transformed.transform)] : []),
    ...sourceWords(answers),
    ...(first.asOf ? [`as of ${first.asOf}`] : []),
  ].join(" · ");
}

function unitOf(answers: readonly Answer[]): string {
  const [first] = answers;
  if (!first) return "";
  const ofDeficit = answers.some(
    (a) => a.transformed && isOfDeficit(a.transformed.transform, a.transformed.before),
  );
  const size = first.choices.sign === "deficit" ? "surplus, " : "deficit, ";
  return `${ofDeficit ? size : ""}${unitWords(first.unit, first.unit.kind === "money" || first.unit.kind === "persons" ? first.scale : "raw")}`;
}

/** How amounts were converted, or how a rate was read; every source that answered is named. */
function basisWords(answers: readonly Answer[]): readonly string[] {
  const rates = answers.flatMap((a) => a.converted?.rates ?? (a.rate ? [a.rate] : []));
  const [first] = rates;
  if (!first) return [];
  const sources = listWords([...new Set(rates.map((r) => `${r.source}${r.insteadOf ? " (fallback)" : ""}`))]);
  const converted = answers.find((a) => a.converted)?.converted;
  if (!converted)
    return [
      `${first.kind === "average" ? "average" : first.kind === "end" ? "last fixing" : "fixing"}, ${sources}`,
    ];
  const each = FREQUENCY_WORDS[frequencyOf(first.period)][0];
  const atEnd =
    converted.path === "native" && first.kind === "end" && answers[0]?.entry.measure === "flow"
      ? `at ${each}-end rates`
      : `at the last fixing of the ${each}`;
  const words =
    converted.basis === "avg"
      ? `at the average of each ${each}`
      : converted.basis === "end"
        ? atEnd
        : `at the rate of ${first.day ?? converted.basis}`;
  return [`${words}, ${sources}`];
}

/** Compilers and vintages of the figures; a rate has named its source already. */
function sourceWords(answers: readonly Answer[]): readonly string[] {
  const [first] = answers;
  if (!first || first.rate) return [];
  const days = answers.flatMap((a) => (a.aggregate ? vintageDays(a.aggregate) : [])).sort();
  const documents = answers.flatMap(({ subject, aggregate }) =>
    subject && aggregate ? documentsBehind(subject, aggregate.figures) : [],
  );
  return [`${compilerNames(documents)}, ${vintageWords(days[0], days.at(-1))}`];
}

const vintageWords = (oldest: Day | undefined, latest: Day | undefined): string =>
  oldest === undefined || latest === undefined
    ? ""
    : oldest === latest
      ? `vintage ${latest}`
      : `vintages ${oldest} to ${latest}`;
