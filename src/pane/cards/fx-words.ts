import type { RateChange, RateFacts } from "../../answer/rate-card";
import type { ForecastPoint } from "../../answer/rate-forecast";
import type { RateMark, RateRange } from "../../answer/rate-marks";
import { Problem } from "../../domain/problem";
import { periodIn } from "../../charts/common/words";
import { rateText } from "../figure-words";
import type { Speech } from "../words/speech";
import type { ShownFact } from "./fact-list";

/** "▲ 0.33 (+0.21 %)": the sign is there, in a mark and as a sign, whatever the colour. */
function moveText({ change, percent, against }: RateChange, speech: Speech): string {
  const mark = change > 0 ? "▲" : change < 0 ? "▼" : "■";
  // As many decimals as the rate itself has.
  const decimals = Math.min(12, Math.max(0, 5 - Math.floor(Math.log10(against.value))));
  const size = speech.number(Math.abs(change), decimals);
  const sign = change > 0 ? "+" : change < 0 ? "−" : "";
  return `${mark} ${size} (${sign}${speech.number(Math.abs(percent), 2)} %)`;
}

/** What changed since the day before, else since a month before; or the day of the rate. */
export function changeText({ changes, last }: RateFacts, speech: Speech): string {
  const { day, month } = changes;
  const when = markText(last, speech);
  if (!(day instanceof Problem)) return `${moveText(day, speech)} · ${when}`;
  if (!(month instanceof Problem)) return `${moveText(month, speech)} ${speech.say("fxInMonth")} · ${when}`;
  return when;
}

const CHANGE_WORD = { day: "fxChangeDay", month: "fxChangeMonth", year: "fxChangeYear" } as const;

export function changeFact(
  over: keyof typeof CHANGE_WORD,
  change: RateChange | Problem,
  speech: Speech,
): ShownFact {
  const name = speech.say(CHANGE_WORD[over]);
  if (change instanceof Problem) return { name, value: "—", when: change.message };
  return { name, value: moveText(change, speech) };
}

const RANGE_WORDS = {
  twelve: ["fxHighYear", "fxLowYear"],
  all: ["fxHighAll", "fxLowAll"],
} as const;

export function rangeFacts(
  which: keyof typeof RANGE_WORDS,
  { high, low }: RateRange,
  speech: Speech,
): readonly ShownFact[] {
  const [highWord, lowWord] = RANGE_WORDS[which];
  const fact = (name: string, mark: RateMark): ShownFact => ({
    name,
    value: rateText(mark.value, speech),
    when: markText(mark, speech),
  });
  return [fact(speech.say(highWord), high), fact(speech.say(lowWord), low)];
}

/** "13 April 2026"; of an average its period and that it is one. */
export function markText({ at, kind }: RateMark, { language, say }: Speech): string {
  const when = periodIn(at, language);
  return kind === "average" ? say("fxAverageOf", { when }) : when;
}

/** When the documents were read at their source, and whether newer ones could be had: "Retrieved 2026-11-23, built in." */
export function stateText({ documents }: Pick<RateFacts, "documents">, { say }: Speech): string {
  const day = documents
    .map(({ retrieved }) => retrieved)
    .sort()
    .at(-1);
  if (day === undefined) return "";
  const marks = [
    ...(documents.some(({ stale }) => stale) ? [say("staleMark")] : []),
    ...(documents.some(({ embedded }) => embedded) ? [say("embeddedMark")] : []),
  ];
  return say("fxState", { state: [say("retrieved", { day }), ...marks].join(" · ") });
}

export const forecastFacts = (points: readonly ForecastPoint[], speech: Speech): readonly ShownFact[] =>
  points.map(({ period, value }) => ({
    name: periodIn(period, speech.language),
    value: rateText(value, speech),
  }));
