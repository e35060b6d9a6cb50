import { aggregate, isPartial, newest, totalOf, type Aggregate } from "../domain/aggregate";
import type { Entry } from "../catalog/entry";
import { fxSourceOf, isForecast, isQuoted } from "../catalog/fx";
import { convertFlow, convertStock, type Converted, type Piece, type RateFor } from "../domain/convert";
import { marketPair, type Currency } from "../domain/currency";
import type { Rate } from "../domain/exchange";
import { enclosing, frequencyOf, isFiner, lastDay, type Day, type Period } from "../domain/period";
import { Problem, badInput, noData } from "../domain/problem";
import type { Status } from "../domain/series";
import { applyTransform, comparedWith, type Transform } from "../domain/transform";
import { SCALES, rescale, type Scale, type Unit } from "../domain/unit";
import type { Figure } from "../domain/vintage";
import type { Choices } from "./choices";
import { isNoRate, sourcesFor, withOneSource } from "./rates";
import { describeShortfall } from "./shortfall";
import { subjectOf, type Subject } from "./subject";
import type { Shelf } from "./shelf";

/** One number with everything that it came from; the words are made from it only when somebody asks. */
export interface Answer {
  readonly entry: Entry;
  readonly period: Period;
  readonly choices: Choices;
  readonly asOf: Day | undefined;
  readonly value: number;
  readonly unit: Unit;
  readonly scale: Scale;
  /** Absent for exchange rates that are quoted. */
  readonly subject?: Subject;
  readonly aggregate?: Aggregate;
  /** For exchange rates: the rate itself. */
  readonly rate?: Rate;
  readonly converted?: Converted;
  readonly statuses: readonly Status[];
  readonly partial: boolean;
  readonly transformed?: {
    readonly transform: Transform;
    readonly before: number;
    readonly unit: Unit;
    readonly others: readonly Answer[];
  };
}

/** The day as of which a formula is answered: its own `asof`, else the workbook's pin. */
export function asOfDay(shelf: Shelf, choices: Choices): Day | undefined {
  return choices.asof ?? shelf.pin;
}

/** The value of an entry for a period, by all choices; throws a Problem (or Absent) where there is none. */
export function evaluate(shelf: Shelf, entry: Entry, period: Period, choices: Choices): Answer {
  checkChoices(entry, choices);
  if (!choices.tf) return plain(shelf, entry, period, choices);
  const transform = choices.tf;
  return withSameSource(shelf, entry, choices, (fixed) => {
    const now = plain(shelf, entry, period, fixed);
    const others = comparedWith(transform, period).map((p) => comparable(shelf, entry, p, fixed, now));
    const value = applyTransform(
      transform,
      now.value,
      others.map((o) => o.value),
    );
    return {
      ...now,
      value,
      unit: transformedUnit(transform, now.unit),
      choices,
      transformed: { transform, before: now.value, unit: now.unit, others },
    };
  });
}

/** An unfinished period is compared with the same sub-periods of the other one. */
function comparable(shelf: Shelf, entry: Entry, p: Period, choices: Choices, now: Answer): Answer {
  const other = plain(shelf, entry, p, choices);
  const { aggregate: mine } = now;
  const { aggregate: theirs, subject } = other;
  if ((!now.partial && !other.partial) || !mine || !theirs || !subject) return other;
  const placeIn = (f: Figure): string => f.period.slice(yearDigits(f.period));
  const wanted = new Set(mine.figures.map(placeIn));
  const like = theirs.figures.filter((f) => wanted.has(placeIn(f)));
  if (like.length !== mine.figures.length || mine.how !== theirs.how)
    throw noData(
      `${now.period} and ${p} are not held for the same part of the year, so they do not compare; leave partial=allow out.`,
    );
  return finish(shelf, entry, p, choices, subject, {
    ...theirs,
    value: totalOf(like, theirs.how),
    figures: like,
  });
}

/** Where the place within the year starts: after 2023, or after FY2023. */
const yearDigits = (p: Period): number => (p.startsWith("FY") ? 6 : 4);

const transformedUnit = (transform: Transform, unit: Unit): Unit => {
  if (transform.kind === "chg") return unit;
  return transform.kind === "idx" ? { kind: "index", base: transform.base } : { kind: "percent" };
};

/** Everything that is compared must come from one exchange-rate source. */
function withSameSource(
  shelf: Shelf,
  entry: Entry,
  choices: Choices,
  compute: (fixed: Choices) => Answer,
): Answer {
  const { unit } = entry;
  const pair = unit.kind === "rate" && isQuoted(entry) ? unit : moneyPair(entry, choices);
  if (!pair || choices.fxsrc !== undefined) return compute(choices);
  const sources = sourcesFor({ base: pair.base, quote: pair.quote }, "auto");
  let first: Problem | undefined;
  for (const source of sources) {
    try {
      const answer = compute({ ...choices, fxsrc: source });
      return first ? labelled(answer, first.message) : answer;
    } catch (thrown) {
      if (!isNoRate(thrown)) throw thrown;
      first ??= thrown;
    }
  }
  throw first ?? new Problem("no-rate", "No source quotes this pair.");
}

/** The answer with its rates marked as another source's than the default one's. */
function labelled(answer: Answer, insteadOf: string): Answer {
  const { rate, converted } = answer;
  return {
    ...answer,
    ...(rate ? { rate: { ...rate, insteadOf } } : {}),
    ...(converted
      ? { converted: { ...converted, rates: converted.rates.map((r) => ({ ...r, insteadOf })) } }
      : {}),
  };
}

function moneyPair(entry: Entry, choices: Choices): { base: Currency; quote: Currency } | undefined {
  if (entry.unit.kind !== "money" || choices.fx === undefined || choices.fx === entry.unit.currency)
    return undefined;
  return marketPair(entry.unit.currency, choices.fx);
}

function plain(shelf: Shelf, entry: Entry, period: Period, choices: Choices): Answer {
  if (isQuoted(entry)) return rateAnswer(shelf, entry, period, choices);
  if (isForecast(entry)) checkLength(entry, period, choices);
  const asOf = asOfDay(shelf, choices);
  const subject = subjectOf(shelf, entry, asOf);
  const made = aggregate(subject.view, period, {
    agg: choices.agg,
    partial: choices.partial === "allow",
    approx: choices.approx === "allow",
  });
  if (!made.ok) throw noData(describeShortfall(subject, made.shortfall, asOf, choices));
  return finish(shelf, entry, period, choices, subject, made.aggregate);
}

/** Projections for the ends of quarters make a longer period only as the formula says: at its end, or on average. */
function checkLength({ id, frequency }: Entry, period: Period, { agg }: Choices): void {
  if (agg !== undefined || !isFiner(frequency, frequencyOf(period))) return;
  throw badInput(
    `${id} is projected for quarter ends, and ${period} is longer: ask for a quarter such as ${enclosing(lastDay(period), frequency)}, or add agg=last (its end) or agg=avg.`,
  );
}

/** Conversion, sign and size of an aggregated figure. */
function finish(
  shelf: Shelf,
  entry: Entry,
  period: Period,
  choices: Choices,
  subject: Subject,
  made: Aggregate,
): Answer {
  const asOf = asOfDay(shelf, choices);
  const converted = convert(shelf, entry, period, choices, made, asOf);
  const { unit } = entry;
  const currency = unit.kind === "money" ? (choices.fx ?? unit.currency) : undefined;
  const power = unit.kind === "money" ? unit.power : 0;
  const scale = choices.unit ?? "raw";
  const signed = (converted?.value ?? made.value) * (choices.sign === "deficit" ? -1 : 1);
  const scales = unit.kind === "money" || unit.kind === "persons" || unit.kind === "number";
  const statuses = [...new Set(made.figures.flatMap((f) => (f.status ? [f.status] : [])))];
  return {
    entry,
    period,
    choices,
    asOf,
    value: scales ? rescale(signed, power, SCALES[scale].power) : signed,
    unit: currency ? { kind: "money", currency, power: 0 } : unit,
    scale,
    subject,
    aggregate: made,
    ...(converted ? { converted } : {}),
    statuses,
    partial: isPartial(made),
  };
}

function convert(
  shelf: Shelf,
  entry: Entry,
  period: Period,
  choices: Choices,
  made: Aggregate,
  asOf: Day | undefined,
): Converted | undefined {
  const { unit } = entry;
  if (unit.kind !== "money" || choices.fx === undefined || choices.fx === unit.currency) return undefined;
  const pieces: Piece[] = made.figures.map((f) => ({ period: f.period, value: f.value ?? 0 }));
  const compute = (rateFor: RateFor): Converted =>
    entry.measure === "stock"
      ? convertStock(pieces.at(-1) ?? { period, value: made.value }, unit.currency, choices.basis, rateFor)
      : convertFlow(pieces, period, unit.currency, choices.basis ?? "avg", choices.path, rateFor);
  return withOneSource(shelf, unit.currency, choices.fx, choices.fxsrc, asOf, compute);
}

function rateAnswer(shelf: Shelf, entry: Entry, period: Period, choices: Choices): Answer {
  const { unit } = entry;
  if (unit.kind !== "rate") throw badInput(`${entry.id} is not an exchange rate.`);
  const asOf = asOfDay(shelf, choices);
  const basis = choices.basis ?? (choices.agg === "last" ? "end" : "avg");
  const source = fxSourceOf(entry.id) ?? choices.fxsrc;
  const rate = withOneSource(shelf, unit.base, unit.quote, source, asOf, (rateFor) => rateFor(period, basis));
  return {
    entry,
    period,
    choices,
    asOf,
    value: rate.value,
    unit: { ...unit, per: 1 },
    scale: "raw",
    rate,
    statuses: [],
    partial: false,
  };
}

/** Choices that an entry cannot honour are refused with the reason, before anything is loaded. */
function checkChoices(entry: Entry, choices: Choices): void {
  const { unit, id, measure } = entry;
  const kind = unit.kind;
  if (choices.fx !== undefined && kind !== "money")
    throw badInput(`${id} is ${kindWords(kind)}, not money: it does not convert; leave fx out.`);
  if (choices.unit !== undefined && choices.unit !== "raw" && ["rate", "percent", "index"].includes(kind))
    throw badInput(`${id} is ${kindWords(kind)}: unit does not apply; leave it out.`);
  if (choices.sign === "deficit" && entry.flow !== "NET")
    throw badInput(`${id} is not a balance: sign=deficit does not apply; leave it out.`);
  if (choices.missing === "prev" && measure === "flow")
    throw badInput(`${id} is a flow: missing=prev would invent transactions; use missing=blank or na.`);
  if (isForecast(entry) && (choices.fxsrc ?? choices.basis) !== undefined)
    throw badInput(`${id} is a projection, not a quote: fxsrc and basis do not apply; leave them out.`);
  const own = fxSourceOf(entry.id);
  if (kind === "rate" && own && choices.fxsrc && choices.fxsrc !== "auto" && choices.fxsrc !== own)
    throw badInput(
      `${id} is quoted by ${own}; with fxsrc=${choices.fxsrc} ask FX.${id.split(".")[1] ?? ""}.`,
    );
}

function kindWords(kind: Unit["kind"]): string {
  const words = {
    money: "money",
    rate: "an exchange rate",
    percent: "a percentage",
    index: "an index",
    persons: "a number of persons",
    number: "a number",
  } as const satisfies Record<Unit["kind"], string>;
  return words[kind];
}

/** The newest day on which a figure behind an answer became known; undefined for exchange rates. */
export function vintageOf(answer: Answer): Day | undefined {
  return answer.aggregate ? newest(answer.aggregate) : undefined;
}
