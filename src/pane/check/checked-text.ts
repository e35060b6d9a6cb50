import { checkHeadline, identify, type CheckedPair, type Identified } from "../../answer/headline-check";
import type { Match } from "../../answer/matches";
import type { Shelf } from "../../answer/shelf";
import { Problem } from "../../domain/problem";
import type { Series, SeriesId } from "../../domain/series";
import { LONGEST_TEXT, writtenAmounts, writtenPairs, type WrittenAmount } from "../../domain/written-amount";
import { periodsIn } from "../../domain/written-period";

/** What a text states, before any figure is looked at. */
export type Stated =
  | { readonly kind: "nothing" }
  | { readonly kind: "long"; readonly letters: number }
  /** No amount, one, or several that do not belong together. */
  | { readonly kind: "none" | "one" | "apart"; readonly amounts: readonly WrittenAmount[] }
  | { readonly kind: "pairs"; readonly amounts: readonly WrittenAmount[]; readonly pairs: number };

export function statedIn(text: string): Stated {
  if (text.trim() === "") return { kind: "nothing" };
  if (text.length > LONGEST_TEXT) return { kind: "long", letters: text.length };
  const amounts = writtenAmounts(text);
  const pairs = writtenPairs(text).length;
  if (pairs > 0) return { kind: "pairs", amounts, pairs };
  return { kind: amounts.length === 0 ? "none" : amounts.length === 1 ? "one" : "apart", amounts };
}

/** An amount that stands alone, and the figures that state it. */
export interface FoundAmount {
  readonly amount: WrittenAmount;
  readonly found: readonly Identified[];
}

/** What the figures held have to say of a text. */
export interface CheckedText {
  readonly pairs: readonly CheckedPair[];
  readonly others: readonly FoundAmount[];
  /** Why some figures could not be had: what is said of the text may lack them. */
  readonly failed: Problem | undefined;
}

/** Of a long text only so many amounts beside the pairs are looked for. */
const MOST_OTHERS = 4;

/** Throws Absent while documents are not at hand. */
export function checkText(given: Shelf, text: string): CheckedText {
  let failed: Problem | undefined;
  const document = (id: SeriesId): Series => {
    try {
      return given.document(id);
    } catch (thrown) {
      // That nobody has a series is an answer; that somebody could not be reached is none.
      if (thrown instanceof Problem && thrown.kind !== "no-data") failed ??= thrown;
      throw thrown;
    }
  };
  const { pin, today, derived } = given;
  const shelf: Shelf = { document, pin, today, derived };
  const pairs = checkHeadline(shelf, text);
  const paired = new Set(pairs.flatMap(({ pair }) => [pair.first.start, pair.second.start]));
  const mentioned = periodsIn(text);
  const others = writtenAmounts(text)
    .filter(({ start }) => !paired.has(start))
    .slice(0, MOST_OTHERS)
    .map((amount) => ({ amount, found: identify(shelf, amount, mentioned) }));
  return { pairs, others, failed };
}

/** What an implied rate turns out to be. */
export type Verdict = "average" | "end" | "day" | "none";

export function verdictOf({ inside }: Pick<CheckedPair, "inside">): Verdict {
  const kinds = new Set(inside.map(({ kind }) => kind));
  if (kinds.has("average")) return "average";
  if (kinds.has("end")) return "end";
  return inside.length > 0 ? "day" : "none";
}

/** Whether a rate is of the very day on which the figure found became known: whoever reported it then took that rate. */
export function isOfPublication({ found }: Pick<CheckedPair, "found">, { when }: Match): boolean {
  return found[0]?.knownOn === when;
}

/** The day's rate that the text most likely took: one of the day of publication, else the nearest. */
export function likeliestDay(checked: Pick<CheckedPair, "inside" | "found">): Match | undefined {
  const days = checked.inside.filter(({ kind }) => kind === "fixing" || kind === "cross");
  return days.find((match) => isOfPublication(checked, match)) ?? days[0];
}

/** By how many per cent the amount at the suiting rate is larger (or, negative, smaller) than the text's other one. */
export function differenceOf({ atSuiting, pair }: Pick<CheckedPair, "atSuiting" | "pair">): number {
  if (!atSuiting) return 0;
  const written = atSuiting.from === pair.first ? pair.second : pair.first;
  return (Math.abs(atSuiting.value) / Math.abs(written.value) - 1) * 100;
}
