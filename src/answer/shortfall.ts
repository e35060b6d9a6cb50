import type { Shortfall } from "../domain/aggregate";
import { aggregate } from "../domain/aggregate";
import { FREQUENCY_WORDS, frequencyOf, periodWords, type Day, type Period } from "../domain/period";
import { publishedUnitWords } from "../domain/unit";
import type { Choices } from "./choices";
import { figureWords, listWords } from "./figure-words";
import { knownDays } from "./known-days";
import type { Subject } from "./subject";

/** Why there is no figure, and what to do: one sentence or two for the cell. */
export function describeShortfall(
  subject: Subject,
  shortfall: Shortfall,
  asOf: Day | undefined,
  choices: Choices,
): string {
  const { entry } = subject;
  const what = `${entry.id}${entry.definition ? ` (${entry.definition})` : ""}`;
  const when = shortfall.period;
  switch (shortfall.why) {
    case "nothing":
      return nothing(subject, what, when, asOf);
    case "incomplete": {
      const early = notYetKnown(subject, when, asOf);
      if (early) return `${what} for ${when}: ${early}`;
      const [, plural] = FREQUENCY_WORDS[shortfall.frequency];
      return `${when}: ${shortfall.have} of ${shortfall.of} ${plural} of ${what} are held. An unfinished period is not a figure for it; add partial=allow to take what there is.`;
    }
    case "approx": {
      const { value, figures } = shortfall.about;
      const early = notYetKnown(subject, when, asOf);
      if (early) return `${what} for ${when}: ${early}`;
      const unit = publishedUnitWords(entry.unit);
      const known = figures[0] ? `, known ${figures[0].knownOn}` : "";
      return `${what} for ${when}: only an approximate figure exists, 'about ${aboutWords(value, subject)}' (${unit}${known}); add approx=allow to use it.`;
    }
    case "finer":
      return `${what} is published by ${FREQUENCY_WORDS[entry.frequency][0]}; ${when} is shorter. ${finerAdvice(entry.frequency, when, choices)}`;
    case "uneven":
      return entry.frequency === "A" && frequencyOf(when) === "FY"
        ? `${what} is published by calendar year; a fiscal year cannot be made from it. Ask for ${when.slice(2)}.`
        : `${what} is published by ${FREQUENCY_WORDS[entry.frequency][0]}, which does not add up to ${when}.`;
    case "ratio":
      return `${what} is a ratio: ${when} would have to be worked out from its parts, not from other ratios. Ask for a ${FREQUENCY_WORDS[entry.frequency][0]}.`;
  }
}

const finerAdvice = (freq: Subject["entry"]["frequency"], when: Period, choices: Choices): string =>
  frequencyOf(when) === "D" && choices.freq === undefined
    ? `Add freq=${freq} to take the ${FREQUENCY_WORDS[freq][0]} that holds the day.`
    : `Ask for a ${FREQUENCY_WORDS[freq][0]} or longer.`;

/** "about −4.8 tn" for a figure of −48,000 (100 million yen). */
function aboutWords(value: number, subject: Subject): string {
  const { unit } = subject.entry;
  if (unit.kind !== "money") return figureWords(value);
  const whole = value * 10 ** unit.power;
  const size = Math.abs(whole);
  if (size >= 1e12) return `${figureWords(whole / 1e12)} tn`;
  if (size >= 1e9) return `${figureWords(whole / 1e9)} bn`;
  return `${figureWords(whole / 1e6)} mn`;
}

function nothing(subject: Subject, what: string, when: Period, asOf: Day | undefined): string {
  const early = notYetKnown(subject, when, asOf);
  if (early) return `${what} for ${when}: ${early}`;
  const { view, documents, parts, entry } = subject;
  const explicit = view.figures.get(when);
  if (explicit?.value === null) return `${what} for ${when}: published as not available.`;
  const embedded = documents.some((d) => d.embedded);
  const where = embedded ? "not in the embedded data" : "not published";
  const reason = parts.length > 0 ? ` ${missingParts(subject, when)}` : "";
  return `${what} for ${when}: ${where}.${reason} Held: ${heldWords(subject)}.${embedded ? ` A live source (${entry.source}) may have it.` : ""}`;
}

/** Which parts of a composed series lack the period. */
function missingParts(subject: Subject, when: Period): string {
  const missing = subject.parts.filter(({ view }) => !aggregate(view, when).ok).map(({ entry }) => entry.id);
  const total = subject.entry.virtual
    ? ""
    : `, and no total is held under ${subject.entry.definition ?? "this definition"}`;
  return missing.length === 0 ? "" : `Missing: ${listWords(missing)}${total}.`;
}

/** The spans of years for which there is something. */
function heldWords({ view }: Subject): string {
  const years = [
    ...new Set(
      [...view.figures.values()]
        .filter((f) => f.value !== null && f.status !== "approx")
        .map((f) => yearOfText(f.period)),
    ),
  ].sort();
  if (years.length === 0) return "nothing exact";
  const spans: string[] = [];
  let start = years[0] ?? "";
  for (const [i, year] of years.entries()) {
    if (Number(years[i + 1]) === Number(year) + 1) continue;
    spans.push(start === year ? year : `${start}–${year}`);
    start = years[i + 1] ?? "";
  }
  return `figures within ${listWords(spans)}`;
}

const yearOfText = (p: Period): string => p.replace("FY", "").slice(0, 4);

/** With `asof`: that the figure exists but was not known on that day, and since when it is. */
function notYetKnown(subject: Subject, when: Period, asOf: Day | undefined): string | undefined {
  if (asOf === undefined) return undefined;
  const first = knownDays(subject.documents, when).find((day) => day > asOf);
  if (first === undefined) return undefined;
  return `no vintage that old. It was not known on ${periodWords(asOf)}; figures held for it are known from ${periodWords(first)} (${first}) on.`;
}
