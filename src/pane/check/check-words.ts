import type { CheckedPair, Identified } from "../../answer/headline-check";
import type { Match } from "../../answer/matches";
import type { WrittenAmount } from "../../domain/written-amount";
import {
  DEFINITION_WORD,
  moneyText,
  pairRateText,
  rateSourceText,
  rateText,
  STATUS_WORD,
} from "../figure-words";
import type { Word } from "../words/en";
import type { Speech } from "../words/speech";
import { differenceOf, verdictOf, type Verdict } from "./checked-text";

const VERDICT_WORD = {
  average: "verdictAverage",
  end: "verdictEnd",
  day: "verdictSpot",
  none: "verdictNone",
} as const satisfies Record<Verdict, Word>;

/** What the implied rate turns out to be, in one sentence. */
export function verdictText(checked: CheckedPair, { say }: Speech): string {
  const verdict = verdictOf(checked);
  const { period } = checked;
  if (period === undefined) return say(verdict === "none" ? "verdictNone" : "verdictAnyDay");
  return say(VERDICT_WORD[verdict], { period });
}

/** What the rounding of both amounts leaves open. */
export function bandText({ implied: { low, high } }: CheckedPair, speech: Speech): string {
  if (!Number.isFinite(high)) return speech.say("bandOpen", { low: rateText(low, speech) });
  return speech.say("bandNote", { low: rateText(low, speech), high: rateText(high, speech) });
}

/** Which kind of rate, or of which day. */
export function matchText({ kind, when }: Match, period: string | undefined, { say }: Speech): string {
  switch (kind) {
    case "average":
      return say("averageOf", { period: when });
    case "end":
      return say("endOf", { period: period ?? when });
    case "fixing":
    case "cross":
      return when;
  }
}

/** "+0.01 %": by how much a published rate lies above the implied one. */
export function distanceText({ value }: Match, implied: number, { number }: Speech): string {
  const percent = (value / implied - 1) * 100;
  const digits = number(Math.abs(percent), 2);
  const sign = Number(Math.abs(percent).toFixed(2)) === 0 ? "±" : percent > 0 ? "+" : "−";
  return `${sign}${digits} %`;
}

const RANGE = /\d\D*(?:to|and|-|–|—|~|〜|から)\D*\d/iu;

/** What to know of an amount as it is written: that it is about, or a range. */
export function cautionsOf({ text, about }: WrittenAmount, { say }: Speech): readonly string[] {
  return [
    ...(about ? [say("aboutNote", { amount: text })] : []),
    ...(RANGE.test(text.normalize("NFKC")) ? [say("rangeNote", { amount: text })] : []),
  ];
}

/** "12.9 % more than written". */
export function differenceText(checked: CheckedPair, { say, number }: Speech): string {
  const percent = differenceOf(checked);
  const size = number(Math.abs(percent), 1);
  if (Number(Math.abs(percent).toFixed(1)) === 0) return say("asWritten");
  return say(percent > 0 ? "moreThanWritten" : "lessThanWritten", { percent: size });
}

/** "140.588 JPY per USD, European Central Bank". */
export function suitingRateText({ atSuiting, implied }: CheckedPair, speech: Speech): string {
  if (!atSuiting) return "";
  const { rate } = atSuiting;
  const words = pairRateText(rate.value, implied.pair, speech);
  return speech.say("bySource", { rate: words, source: rateSourceText(rate.source, speech) });
}

/** As many as any compiler prints. */
const EXACT_DIGITS = 8;

/** "2023 · exactly JPY −5.3452 trillion · known since 2024-06-21 · preliminary". */
export function foundFacts(
  { entry, period, value, knownOn, status, current }: Identified,
  speech: Speech,
): string {
  const { say } = speech;
  const { unit } = entry;
  return [
    period,
    ...(unit.kind === "money"
      ? [
          say(status === "approx" ? "foundAbout" : "foundExact", {
            value: moneyText(value, unit.currency, speech, EXACT_DIGITS),
          }),
        ]
      : []),
    ...(knownOn === undefined ? [] : [say("knownSince", { day: knownOn })]),
    ...(status === undefined ? [] : [say(STATUS_WORD[status])]),
    ...(current || status === "approx" ? [] : [say("earlierVintage")]),
  ].join(" · ");
}

/** Which items a digital balance is of; undefined for what has one definition only. */
export function definitionText({ entry: { definition } }: Identified, { say }: Speech): string | undefined {
  return definition && say(DEFINITION_WORD[definition]);
}

/** That nothing held states the amount. */
export function notFoundText(period: string | undefined, { say }: Speech): string {
  return period === undefined ? say("foundNowhere") : say("foundNone", { period });
}
