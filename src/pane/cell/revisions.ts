import type { Answer } from "../../answer/evaluate";
import type { Period } from "../../domain/period";
import type { Series } from "../../domain/series";
import { vintagesOf, type Figure } from "../../domain/vintage";
import { measuredText } from "../figure-words";
import type { Speech } from "../words/speech";

/** A figure that was used, and its vintages from the first to the newest. */
export interface Revised {
  readonly period: Period;
  readonly document: Series;
  readonly vintages: readonly Figure[];
}

/** Of the figures that an answer was made from, those of which several vintages are held, in order. */
export function revisedFigures({ subject, aggregate }: Answer): readonly Revised[] {
  if (!subject || !aggregate) return [];
  return aggregate.figures.flatMap(({ period }) =>
    subject.documents.flatMap((document): readonly Revised[] => {
      const vintages = vintagesOf(document, period).filter(({ value }) => value !== null);
      return vintages.length > 1 ? [{ period, document, vintages }] : [];
    }),
  );
}

/** "2023: −2,915.8 billion JPY (2024-02-08) → −3,177.5 billion JPY (2025-02-10)". */
export function revisedText({ period, document, vintages }: Revised, speech: Speech): string {
  const [first, last] = [vintages[0], vintages.at(-1)];
  if (!first || !last) return period;
  const text = ({ value }: Figure): string => measuredText(value ?? 0, document.unit, "raw", speech);
  return speech.say("revisionLine", {
    period,
    first: text(first),
    firstDay: first.knownOn,
    last: text(last),
    lastDay: last.knownOn,
  });
}
