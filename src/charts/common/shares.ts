import type { Answer } from "../../answer/evaluate";
import type { Period } from "../../domain/period";
import type { Track } from "./answered";
import { isExact } from "./notes";

/** The parts and the total of one period, all held and exact. */
export interface Whole {
  readonly period: Period;
  readonly parts: readonly { readonly item: string; readonly answer: Answer }[];
  readonly total: Answer;
}

/** What a part contributes. */
export interface Share {
  readonly item: string;
  readonly value: number;
  /** Of the total; a part of the other sign has none. */
  readonly percent: number | undefined;
}

/** The newest period of which every part and the total are held, none of them approximate. */
export function newestWhole(
  items: readonly string[],
  parts: readonly Track[],
  totals: Track,
): Whole | undefined {
  for (let i = totals.rows.length - 1; i >= 0; i--) {
    const total = totals.rows[i]?.answer;
    const found = parts.flatMap(({ rows }, n) => {
      const answer = rows[i]?.answer;
      return answer && isExact(answer) ? [{ item: items[n] ?? "", answer }] : [];
    });
    if (total && isExact(total) && found.length === items.length)
      return { period: total.period, parts: found, total };
  }
  return undefined;
}

/** The parts with their shares, the one that adds most to the balance first. */
export function sharesOf({ parts, total }: Whole): readonly Share[] {
  const sign = Math.sign(total.value);
  return parts
    .map(({ item, answer: { value } }) => ({
      item,
      value,
      percent: Math.sign(value) === sign ? (value / total.value) * 100 : undefined,
    }))
    .sort((a, b) => (b.value - a.value) * sign);
}
