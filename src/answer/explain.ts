import type { Entry } from "../catalog/entry";
import { CREDITED, type FxSource } from "../catalog/fx";
import { SOURCES } from "../catalog/sources";
import { isPartial, newest, vintageDays, type Aggregate } from "../domain/aggregate";
import type { Converted } from "../domain/convert";
import { currencyName, currencyPlural } from "../domain/currency";
import type { Rate } from "../domain/exchange";
import { FREQUENCY_WORDS, frequencyOf, periodWords } from "../domain/period";
import type { Series, Status } from "../domain/series";
import { isOfDeficit, transformWords } from "../domain/transform";
import { publishedUnitWords, unitWords, type Unit } from "../domain/unit";
import { vintagesOf } from "../domain/vintage";
import type { Answer } from "./evaluate";
import { figureWords, listWords, rateFigure, sentenceCase } from "./figure-words";
import { compilerNames, documentsBehind, freshnessOf, retrievalWords } from "./provenance";

const STATUS_WORDS = {
  approx: "approximate (an 'about' figure, a tally or an inferred scope)",
  prelim: "preliminary",
  break: "first of a new series (break)",
  secondary: "read in a secondary source",
} as const satisfies Record<Status, string>;

function statusWords(statuses: readonly Status[]): string {
  return listWords(statuses.map((s) => STATUS_WORDS[s]));
}

/**
 * How an answer came about: observations → aggregation → rate, its date and source → unit → sign, one sentence each.
 * `connected` says that a gateway is configured, so that figures need not be embedded ones.
 */
export function explain(answer: Answer, connected = false): readonly string[] {
  return [
    ...(answer.transformed ? explainPlain(beforeTransform(answer)) : explainPlain(answer)),
    ...transformSentences(answer),
    ...warnings(answer),
    ...sourceSentences(answer, connected),
  ];
}

/** The answer as it was before its transform. */
function beforeTransform(answer: Answer): Answer {
  const { transformed, ...rest } = answer;
  return transformed ? { ...rest, value: transformed.before, unit: transformed.unit } : answer;
}

function explainPlain(answer: Answer): readonly string[] {
  if (answer.rate) return [sentenceCase(rateWords(answer.rate)) + "."];
  const { aggregate, converted } = answer;
  if (!aggregate) return [];
  return [
    observationSentence(answer, aggregate),
    ...(converted ? [conversionSentence(answer, converted)] : []),
    ...resultSentences(answer),
  ];
}

function observationSentence(answer: Answer, made: Aggregate): string {
  const { entry } = answer;
  const amount = amountWords(made.value, entry.unit);
  const parts = partsWords(answer, made);
  const status = answer.statuses.length > 0 ? `, ${statusWords(answer.statuses)}` : "";
  const read = citationWords(answer, made);
  return `${nameOf(entry)}: ${madeWords(answer, made)}: ${amount}${parts}${status}, ${vintageWords(made)}${read}.`;
}

/** "vintage of 9 November 2026, unchanged since 26 May 2017"; two vintages where not all is from the newest release. */
function vintageWords(made: Aggregate): string {
  const days = vintageDays(made);
  const words = `vintage${days.length > 1 ? "s" : ""} of ${listWords(days.map(periodWords))}`;
  const since = newest(made);
  return days.length === 1 && since !== days[0] ? `${words}, unchanged since ${periodWords(since)}` : words;
}

/** The title, with the definition where the title does not say it. */
function nameOf({ title, definition }: Entry): string {
  return definition ? `${title.en} (definition ${definition})` : title.en;
}

/** "−25,040 × 100 million yen", "1,061.5 billion US dollars", "20,253 persons". */
function amountWords(value: number, unit: Unit): string {
  const times = unit.kind === "money" && unit.power === 8 ? "× " : "";
  return `${figureWords(value)} ${times}${publishedUnitWords(unit)}`;
}

/** "sum of 12 months, 2014-01 to 2014-12", "the last figure of calendar 2015, December 2015", "figure published for …". */
function madeWords(answer: Answer, made: Aggregate): string {
  const first = made.figures[0]?.period ?? made.period;
  const last = made.figures.at(-1)?.period ?? made.period;
  if (made.how === "published") {
    const when = periodWords(answer.period);
    if (made.figures[0]?.total) return `total published under this definition for ${when}`;
    if (!hasParts(answer)) return `figure published for ${when}`;
    const subtracted = answer.subject?.parts.some(({ sign }) => sign < 0);
    return `${subtracted ? "receipts less payments" : "sum of the parts"} for ${when}`;
  }
  if (made.how === "last") {
    const unfinished = isPartial(made) ? " (unfinished)" : "";
    return `the last figure of ${periodWords(made.period)}${unfinished}, ${periodWords(last)}`;
  }
  const [one, many] = FREQUENCY_WORDS[made.frequency];
  const count = `${made.figures.length} ${made.figures.length === 1 ? one : many}`;
  const part = isPartial(made) ? ` (only ${made.figures.length} of ${made.of}: unfinished)` : "";
  return `${made.how === "avg" ? "average" : "sum"} of ${count}, ${first} to ${last}${part}`;
}

const hasParts = (answer: Answer): boolean => (answer.subject?.parts.length ?? 0) > 0;

/** What each part of a basket or balance contributes, where the sum was made of parts. */
function partsWords(answer: Answer, made: Aggregate): string {
  const parts = answer.subject?.parts ?? [];
  if (parts.length === 0 || made.figures.some((f) => f.total)) return "";
  const shares = parts.map(({ entry, sign, view }) => {
    const sum = made.figures.reduce((s, f) => s + (view.figures.get(f.period)?.value ?? 0), 0);
    return `${sign < 0 ? "less " : ""}${withoutArea(entry)} ${figureWords(sum)}`;
  });
  return ` (${shares.join("; ")})`;
}

/** "Japan: computer services, balance" within a sentence about Japan. */
const withoutArea = ({ title }: Entry): string => title.en.replace(/^[^:]+: /, "");

function citationWords(answer: Answer, made: Aggregate): string {
  if (made.figures.length !== 1) return "";
  const [figure] = made.figures;
  for (const series of answer.subject?.documents ?? [])
    for (const [period, day, where] of series.citations ?? [])
      if (figure && period === figure.period && day === figure.knownOn) return ` (as printed at ${where})`;
  return "";
}

/** "average of calendar 2023: 140.5884 yen per US dollar, mean of 255 daily crosses, European Central Bank". */
export function rateWords(rate: Rate): string {
  const { pair } = rate;
  const source = rateSourceName(rate.source);
  const kind = {
    average: frequencyOf(rate.period) === "D" ? "fixing" : `average of ${periodWords(rate.period)}`,
    end: `last rate of ${periodWords(rate.period)}`,
    day: `rate for ${periodWords(rate.period)}`,
  } as const satisfies Record<Rate["kind"], string>;
  const instead = rate.insteadOf ? `; ${insteadWords(rate.insteadOf)}` : "";
  return `${kind[rate.kind]}: ${rateFigure(rate.value)} ${currencyPlural(pair.quote)} per ${currencyName(pair.base)}, ${rate.method}, ${source}${instead}`;
}

/** Who quotes a rate. */
export function rateSourceName(source: string): string {
  return SOURCES[CREDITED[source as FxSource]].name;
}

/** Why another source than the default one answers; the advice that follows in the complaint is for cells that fail. */
function insteadWords(complaint: string): string {
  return `the default source has none (${(complaint.split(". ")[0] ?? complaint).replace(/\.$/, "")})`;
}

function conversionSentence(answer: Answer, converted: Converted): string {
  const { rates } = converted;
  const [first] = rates;
  if (!first) return "";
  const to = answer.unit.kind === "money" ? currencyPlural(answer.unit.currency) : "";
  if (rates.length === 1) return `Converted into ${to} at the ${rateWords(first)}.`;
  const values = rates.map((r) => r.value);
  const range = `${rateFigure(Math.min(...values))} to ${rateFigure(Math.max(...values))}`;
  const pair = `${currencyPlural(first.pair.quote)} per ${currencyName(first.pair.base)}`;
  const source = rateSourceName(first.source);
  const each = FREQUENCY_WORDS[frequencyOf(first.period)][0];
  const basis = converted.basis === "end" ? `last rate of its own ${each}` : `average of its own ${each}`;
  const instead = first.insteadOf ? ` ${sentenceCase(insteadWords(first.insteadOf))}.` : "";
  return `Converted into ${to} ${each} by ${each}, each at the ${basis}, then summed: ${range} ${pair} (${periodWords(first.period)}: ${first.method}), ${source}.${instead}`;
}

function resultSentences(answer: Answer): readonly string[] {
  const { unit, scale, choices } = answer;
  const sign = choices.sign === "deficit" ? " A deficit is shown as a positive number (sign reversed)." : "";
  const changed = unit.kind === "money" || scale !== "raw" || sign !== "";
  return changed ? [`In ${unitWords(unit, scale)}: ${figureWords(answer.value)}.${sign}`] : [];
}

function transformSentences(answer: Answer): readonly string[] {
  const { transformed } = answer;
  if (!transformed) return [];
  const { transform, before, others } = transformed;
  const size = answer.choices.sign === "deficit" ? "surplus" : "deficit";
  const negative = isOfDeficit(transform, before) ? ` (of the size of the ${size})` : "";
  return [
    `${sentenceCase(transformWords(transform))}${negative}, against ${comparedWords(others)}: ${figureWords(answer.value)}.`,
  ];
}

/** The figure of the other period; of several, their mean. */
function comparedWords(others: readonly Answer[]): string {
  const [first, second] = [others[0], others.at(-1)];
  if (!first || !second) return "nothing";
  if (first === second) return `${figureWords(first.value)} in ${first.period}`;
  const mean = others.reduce((sum, o) => sum + o.value, 0) / others.length;
  return `${figureWords(mean)}, the mean of ${first.period} to ${second.period}`;
}

/** What a reader must know before comparing: different vintages or methods, approximate or unfinished figures, cautions. */
function warnings(answer: Answer): readonly string[] {
  const found: string[] = [];
  for (const other of answer.transformed?.others ?? []) {
    const mixed = mixedVintages(answer, other);
    if (mixed) found.push(mixed);
  }
  if (answer.entry.caution) found.push(`Caution: ${answer.entry.caution.en.replace(/\.$/, "")}.`);
  return found;
}

/** The warning for a change between two vintages or two methods, naming both. */
export function mixedVintages(a: Answer, b: Answer): string | undefined {
  if (!a.aggregate || !b.aggregate) return undefined;
  const methodOf = (x: Aggregate): string =>
    x.figures.some((f) => f.total)
      ? "a published total"
      : x.how === "published"
        ? "a figure published for the period"
        : "a sum of parts";
  const [methodA, methodB] = [methodOf(a.aggregate), methodOf(b.aggregate)];
  const [daysA, daysB] = [vintageDays(a.aggregate), vintageDays(b.aggregate)].map(listWords);
  if (methodA === methodB && daysA === daysB) return undefined;
  return `Warning: ${a.period} is ${methodA} of the vintage of ${daysA ?? ""}, ${b.period} ${methodB} of ${daysB ?? ""}; part of the change may be revision.`;
}

/** Who compiled the figures, as read, and how fresh they and the rates are. */
function sourceSentences(answer: Answer, connected: boolean): readonly string[] {
  const asOf = answer.asOf ? ` Answered as of ${periodWords(answer.asOf)}.` : "";
  const compared = [answer, ...(answer.transformed?.others ?? [])];
  const rates = rateFreshness(
    compared.flatMap((a) => a.converted?.rates ?? (a.rate ? [a.rate] : [])),
    connected,
  );
  if (!answer.subject) return [...rates, ...(asOf ? [asOf.trim()] : [])];
  const documents = onlyOnce(
    compared.flatMap(({ subject, aggregate }) =>
      subject && aggregate ? documentsBehind(subject, aggregate.figures) : [],
    ),
  );
  const revised = revisionWords(answer);
  return [`Source: ${compilerNames(documents)}; ${retrievalWords(documents)}.${asOf}${revised}`, ...rates];
}

/**
 * How fresh the quotes behind rates are. Without a gateway all of them are embedded, which STATUS says once; with one,
 * embedded rates are an exception that must be said.
 */
export function rateFreshness(rates: readonly Rate[], connected: boolean): readonly string[] {
  const documents = onlyOnce(rates.flatMap((rate) => rate.documents ?? []));
  const isSaid = connected || documents.some((d) => freshnessOf(d) !== "embedded");
  return documents.length > 0 && isSaid ? [`Rates ${retrievalWords(documents)}.`] : [];
}

const onlyOnce = (documents: readonly Series[]): readonly Series[] => [...new Set(documents)];

/** That a single published figure has other vintages; those of its parts are theirs. */
function revisionWords(answer: Answer): string {
  const [figure, second] = answer.aggregate?.figures ?? [];
  if (!figure || second || (hasParts(answer) && !figure.total)) return "";
  const own = answer.subject?.documents.find((d) => d.id === answer.entry.id);
  const held = own ? vintagesOf(own, figure.period).length : 0;
  return held > 1 ? ` ${held} vintages of this figure are held; see REVISION.` : "";
}
