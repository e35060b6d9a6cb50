import type { CheckedPair } from "../../answer/headline-check";
import { moneyText, pairRateText, rateSourceText, rateText } from "../figure-words";
import type { Speech } from "../words/speech";
import {
  bandText,
  cautionsOf,
  definitionText,
  differenceText,
  distanceText,
  foundFacts,
  matchText,
  notFoundText,
  suitingRateText,
  verdictText,
} from "./check-words";
import { isOfPublication } from "./checked-text";

/** Rates that a summary lists; a letter has no room for more. */
const MOST_RATES = 5;

/** The checks of a text in plain words, for a note or a letter. */
export function summaryOf(checked: readonly CheckedPair[], speech: Speech): string {
  return checked.map((one) => linesOf(one, speech).join("\n")).join("\n\n");
}

function linesOf(checked: CheckedPair, speech: Speech): readonly string[] {
  const { pair, implied, inside, atSuiting, found, period } = checked;
  const { say } = speech;
  const more = inside.length - MOST_RATES;
  return [
    `${pair.first.text} = ${pair.second.text}`,
    ...[pair.first, pair.second].flatMap((amount) => cautionsOf(amount, speech)),
    `${say("impliedRate")}: ${pairRateText(implied.rate, implied.pair, speech)} (${bandText(checked, speech)})`,
    verdictText(checked, speech),
    ...inside
      .slice(0, MOST_RATES)
      .map(
        (match) =>
          `- ${matchText(match, period, speech)}: ${rateText(match.value, speech)}, ${rateSourceText(match.source, speech)} (${distanceText(match, implied.rate, speech)})${isOfPublication(checked, match) ? `, ${say("publicationDay")}` : ""}`,
      ),
    ...(more > 0 ? [`- ${say("andMoreRates", { n: more })}`] : []),
    ...(atSuiting && period !== undefined
      ? [
          `${say(atSuiting.rate.kind === "end" ? "atEnd" : "atAverage", { period })}: ${moneyText(atSuiting.value, atSuiting.currency, speech)}, ${differenceText(checked, speech)} (${suitingRateText(checked, speech)})`,
        ]
      : []),
    `${say("foundTitle")}:`,
    ...(found.length === 0 ? [`- ${notFoundText(period, speech)}`] : []),
    ...found.map((one) => {
      const definition = definitionText(one, speech);
      const facts = `- ${speech.of(one.entry.title)} (${one.entry.id}): ${foundFacts(one, speech)}`;
      return definition === undefined ? facts : `${facts}. ${definition}`;
    }),
  ];
}
