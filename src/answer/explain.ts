import { SOURCES } from "../catalog/sources";
import { isPartial, newest, type Aggregate } from "../domain/aggregate";
import type { Converted } from "../domain/convert";
import { currencyName, currencyPlural } from "../domain/currency";
import type { Rate } from "../domain/exchange";
import { FREQUENCY_WORDS, frequencyOf, periodWords, type Period } from "../domain/period";
import type { Status } from "../domain/series";
import { isOfDeficit, transformWords } from "../domain/transform";
import { publishedUnitWords, unitWords } from "../domain/unit";
import { vintagesOf } from "../domain/vintage";
import { vintageOf, type Answer } from "./evaluate";
import { figureWords, listWords, sentenceCase } from "./figure-words";

const STATUS_WORDS = {
  approx: "approximate (an 'about' figure, a tally or an inferred scope)",
  prelim: "preliminary",
  break: "first of a new series (break)",
  secondary: "read in a secondary source",
} as const satisfies Record<Status, string>;

export function statusWords(statuses: readonly Status[]): string {
  return listWords(statuses.map((s) => STATUS_WORDS[s]));
}

/** How an answer came about: observations → aggregation → rate, its date and source → unit → sign, one sentence each. */
export function explain(answer: Answer): readonly string[] {
  return [
    ...(answer.transformed ? explainPlain(beforeTransform(answer)) : explainPlain(answer)),
    ...transformSentences(answer),
    ...warnings(answer),
    ...sourceSentences(answer),
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
  const { entry, subject } = answer;
  const unit = publishedUnitWords(entry.unit);
  const value = `${figureWords(made.value)} (${unit})`;
  const parts = partsWords(answer, made);
  const status = answer.statuses.length > 0 ? `, ${statusWords(answer.statuses)}` : "";
  const known = `known since ${periodWords(newest(made))}`;
  const read = citationWords(answer, made);
  const composed = subject && subject.parts.length > 0;
  const name = `${entry.title.en}${entry.definition ? ` (definition ${entry.definition})` : ""}`;
  if (made.how === "published") {
    const figure = made.figures[0];
    const what = figure?.total
      ? "total published under this definition"
      : composed
        ? "sum of the parts"
        : "figure published";
    return `${name}: ${what} for ${periodWords(answer.period)}: ${value}${parts}${status}, ${known}${read}.`;
  }
  return `${name}: ${aggregationWords(made)}: ${value}${parts}${status}, ${known}${read}.`;
}

/** "sum of 12 months, 2014-01 to 2014-12", "last observation of the period, 2024-12". */
function aggregationWords(made: Aggregate): string {
  const first = made.figures[0]?.period ?? made.period;
  const last = made.figures.at(-1)?.period ?? made.period;
  if (made.how === "last") return `last observation of ${periodWords(made.period)}, ${periodWords(last)}`;
  const [one, many] = FREQUENCY_WORDS[made.frequency];
  const count = `${made.figures.length} ${made.figures.length === 1 ? one : many}`;
  const part = isPartial(made) ? ` (only ${made.figures.length} of ${made.of}: unfinished)` : "";
  return `${made.how === "avg" ? "average" : "sum"} of ${count}, ${first} to ${last}${part}`;
}

/** What each part of a basket contributes, where the sum was made of parts. */
function partsWords(answer: Answer, made: Aggregate): string {
  const parts = answer.subject?.parts ?? [];
  if (parts.length === 0 || made.figures.some((f) => f.total)) return "";
  const shares = parts.map(({ entry, sign, view }) => {
    const sum = made.figures.reduce((s, f) => s + (view.figures.get(f.period)?.value ?? 0), 0);
    return `${sign < 0 ? "less " : ""}${entry.title.en} ${figureWords(sum)}`;
  });
  return ` = ${shares.join("; ")}`;
}

function citationWords(answer: Answer, made: Aggregate): string {
  if (made.figures.length !== 1) return "";
  const [figure] = made.figures;
  for (const series of answer.subject?.documents ?? [])
    for (const [period, day, where] of series.citations ?? [])
      if (figure && period === figure.period && day === figure.knownOn) return ` (as printed at ${where})`;
  return "";
}

/** "140.588 yen per US dollar, ecb, mean of 255 daily crosses (average of calendar 2023)". */
export function rateWords(rate: Rate): string {
  const { pair } = rate;
  const source = SOURCES[rate.source as keyof typeof SOURCES].name;
  const kind = {
    average: frequencyOf(rate.period) === "D" ? "fixing" : `average of ${periodWords(rate.period)}`,
    end: `end of ${periodWords(rate.period)}`,
    day: `rate for ${periodWords(rate.period)}`,
  } as const satisfies Record<Rate["kind"], string>;
  const instead = rate.insteadOf
    ? `; the default source cannot answer (${rate.insteadOf.replace(/\.$/, "")})`
    : "";
  return `${kind[rate.kind]}: ${figureWords(rate.value, 6)} ${currencyPlural(pair.quote)} per ${currencyName(pair.base)}, ${rate.method}, ${source}${instead}`;
}

function conversionSentence(answer: Answer, converted: Converted): string {
  const { rates } = converted;
  const [first] = rates;
  if (!first) return "";
  const to = answer.unit.kind === "money" ? currencyPlural(answer.unit.currency) : "";
  if (rates.length === 1) return `Converted into ${to} at the ${rateWords(first)}.`;
  const values = rates.map((r) => r.value);
  const low = figureWords(Math.min(...values), 3);
  const high = figureWords(Math.max(...values), 3);
  const source = SOURCES[first.source as keyof typeof SOURCES].name;
  const each = FREQUENCY_WORDS[frequencyOf(first.period)][0];
  const basis = converted.basis === "end" ? `${each}-end rates` : `the average of its own ${each}`;
  const instead = first.insteadOf
    ? ` The default source cannot answer (${first.insteadOf.replace(/\.$/, "")}).`
    : "";
  return `Converted into ${to} ${each} by ${each} at ${basis} (${low} to ${high} ${currencyPlural(first.pair.quote)} per ${currencyName(first.pair.base)}; ${first.method} and so on; ${source}), then summed.${instead}`;
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
  const deficit = isOfDeficit(transform, before) ? " of the deficit" : "";
  const base = others.map((o) => `${o.period} ${figureWords(o.value)}`);
  const compared =
    base.length > 3 ? `the mean of ${base.length} periods from ${base[0] ?? ""}` : listWords(base);
  return [
    `${sentenceCase(transformWords(transform))}${deficit}, against ${compared}: ${figureWords(answer.value)}.`,
  ];
}

/** What a reader must know before comparing: different vintages or methods, approximate or unfinished figures, cautions. */
export function warnings(answer: Answer): readonly string[] {
  const found: string[] = [];
  for (const other of answer.transformed?.others ?? []) {
    const mixed = mixedVintages(answer, other);
    if (mixed) found.push(mixed);
  }
  if (answer.entry.caution) found.push(`Caution: ${answer.entry.caution.en}.`);
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
  const provisional = [...a.statuses, ...b.statuses].some(
    (s) => s === "prelim" || s === "secondary" || s === "approx",
  );
  const [methodA, methodB] = [methodOf(a.aggregate), methodOf(b.aggregate)];
  const [dayA, dayB] = [vintageOf(a), vintageOf(b)];
  if (methodA === methodB && (dayA === dayB || !provisional)) return undefined;
  return `Warning: ${a.period} is ${methodA} of the vintage of ${dayA ?? ""}, ${b.period} ${methodB} of ${dayB ?? ""}; part of the change may be revision.`;
}

function sourceSentences(answer: Answer): readonly string[] {
  const asOf = answer.asOf ? ` Answered as of ${periodWords(answer.asOf)}.` : "";
  const { subject } = answer;
  if (!subject) return asOf ? [asOf.trim()] : [];
  const source = SOURCES[answer.entry.source].name;
  const state = subject.documents.some((d) => d.stale)
    ? "stale"
    : subject.documents.some((d) => d.embedded)
      ? "embedded figures"
      : "live";
  const retrieved = subject.documents.reduce<Period>(
    (day, d) => (d.retrieved > day ? d.retrieved : day),
    subject.documents[0]?.retrieved ?? ("1970-01-01" as Period),
  );
  const revised = revisionWords(answer);
  return [`Source: ${source}; retrieved ${retrieved} (${state}).${asOf}${revised}`];
}

/** That a single published figure has other vintages. */
function revisionWords(answer: Answer): string {
  const figures = answer.aggregate?.figures ?? [];
  const [figure] = figures;
  if (!figure || figures.length !== 1) return "";
  const others = (answer.subject?.documents ?? []).flatMap((d) => vintagesOf(d, figure.period)).length;
  return others > 1 ? ` ${others} vintages of this figure are held; see REVISION.` : "";
}
