import type { CheckedPair } from "../../answer/headline-check";
import type { WrittenAmount } from "../../domain/written-amount";

/** A piece of a text: plain, or an amount; `pair` counts from 1 and is absent for an amount that stands alone. */
export interface Piece {
  readonly text: string;
  readonly isAmount: boolean;
  readonly pair?: number;
}

/** Letters that are kept around the amounts of a long text. */
const AROUND = 60;

/** A text cut at its amounts; what lies far from any of them is left out, shown as "…". */
export function piecesOf(
  text: string,
  amounts: readonly WrittenAmount[],
  pairs: readonly Pick<CheckedPair, "pair">[],
): readonly Piece[] {
  const pairOf = new Map(
    pairs.flatMap(({ pair }, i) => [[pair.first.start, i + 1] as const, [pair.second.start, i + 1] as const]),
  );
  const pieces: Piece[] = [];
  let at = 0;
  const plain = (to: number, isLast: boolean): void => {
    const between = shortened(text.slice(at, to), at === 0, isLast);
    if (between !== "") pieces.push({ text: between, isAmount: false });
  };
  for (const { start, end } of amounts) {
    plain(start, false);
    const pair = pairOf.get(start);
    pieces.push({ text: text.slice(start, end), isAmount: true, ...(pair !== undefined && { pair }) });
    at = end;
  }
  plain(text.length, true);
  return pieces;
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (isFirst && isLast) return text.length > 2 * AROUND ? `${text.slice(0, 2 * AROUND)}…` : text;
  const room = isFirst || isLast ? AROUND : 2 * AROUND;
  if (text.length <= room + 1) return text;
  const head = isFirst ? "" : text.slice(0, AROUND);
  const tail = isLast ? "" : text.slice(-AROUND);
  return `${head}…${tail}`;
}
