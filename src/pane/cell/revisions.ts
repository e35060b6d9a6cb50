import type { Answer } from "../../answer/evaluate";
import { newest } from "../../domain/aggregate";
import type { Day, Period } from "../../domain/period";
import type { Series } from "../../domain/series";
import { vintagesOf } from "../../domain/vintage";
import { measuredText } from "../figure-words";
import type { Speech } from "../words/speech";

interface Stated {
  readonly value: number;
  readonly knownOn: Day;
}

/** What was stated of a period, first and last, in the unit of its document. */
export interface Revised {
  readonly period: Period;
  readonly document: Series;
  readonly first: Stated;
  readonly last: Stated;
}

/**
 * Of the period that was asked for, and of the figures that its answer was made from, those that were stated otherwise
 * before.
 */
export function revisedFigures(answer: Answer): readonly Revised[] {
  const { subject, aggregate, entry, period } = answer;
  if (!subject || !aggregate) return [];
  const made = { value: aggregate.value, knownOn: newest(aggregate) };
  const isMade = aggregate.figures.every((figure) => figure.period !== period);
  const whole = subject.documents.filter(({ id }) => isMade && id === entry.id);
  return [
    ...whole.flatMap((document) => revised(document, period, [...statedOf(document, period), made])),
    ...aggregate.figures.flatMap((figure) =>
      subject.documents.flatMap((document) =>
        revised(document, figure.period, statedOf(document, figure.period)),
      ),
    ),
  ];
}

/** An "about" figure never replaces an exact one, so the two are no revision of each other. */
function statedOf(document: Series, period: Period): readonly Stated[] {
  const vintages = vintagesOf(document, period);
  const exact = vintages.filter(({ status }) => status !== "approx");
  return (exact.length > 0 ? exact : vintages).flatMap(({ value, knownOn }) =>
    value === null ? [] : [{ value, knownOn }],
  );
}

function revised(document: Series, period: Period, stated: readonly Stated[]): readonly Revised[] {
  const [first, last] = [stated[0], stated.at(-1)];
  if (!first || !last || first === last || stated.every(({ value }) => value === last.value)) return [];
  return [{ period, document, first, last }];
}

/** "2023: −29,158 × 100 million JPY (2024-02-08) → −31,775 × 100 million JPY (2025-02-10)". */
export function revisedText({ period, document, first, last }: Revised, speech: Speech): string {
  const text = ({ value }: Stated): string => measuredText(value, document.unit, "raw", speech);
  return speech.say("revisionLine", {
    period,
    first: text(first),
    firstDay: first.knownOn,
    last: text(last),
    lastDay: last.knownOn,
  });
}
