import type { Refusal } from "../file/refusals";
import type { LostPart } from "../file/lost-parts";
import type { OpenedFile } from "../file/opened-file";
import { fill, type Dictionary, type Language } from "./dictionary";
import { lostWords, refusedWords } from "./refusal-words";

/** More of these would be a wall of text. */
const MOST_NAMED = 5;
const MOST_LINES = 8;

/** What of an opened file is not as it is in Excel. */
export function openedLines({ left, notShown }: OpenedFile, text: Dictionary): readonly string[] {
  const cells = named(
    left.map(({ cell }) => cell.replace(/^'([A-Za-z_]\w*)'!/, "$1!")),
    text,
  );
  return [
    ...(left.length === 0
      ? []
      : [
          fill(left.length === 1 ? text.openedLeftOne : text.openedLeft, {
            count: String(left.length),
            cells,
          }),
        ]),
    ...(notShown.length === 0 ? [] : [fill(text.openedHidden, { names: named(notShown, text) })]),
  ];
}

function named(names: readonly string[], text: Dictionary): string {
  const few = names.slice(0, MOST_NAMED).join(", ");
  return names.length <= MOST_NAMED
    ? few
    : fill(text.andMore, { names: few, count: String(names.length - MOST_NAMED) });
}

/** Each change that cannot be kept, once; of one kind, the first few. */
export function refusedLines(refused: readonly Refusal[], language: Language): readonly string[] {
  const words = refusedWords(language);
  const lines = [...new Set(refused.map(({ what, where }) => fill(words[what], { where })))];
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), "…"];
}

export const lostLine = (lost: readonly LostPart[], text: Dictionary, language: Language): string =>
  fill(text.lostTitle, {
    lost: lost.map((part) => lostWords(language)[part]).join(language === "ja" ? "、" : ", "),
  });
