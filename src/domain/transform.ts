import {
  enclosing,
  frequencyOf,
  isFiner,
  shift,
  split,
  splitsInto,
  type Frequency,
  type Period,
} from "./period";
import { Problem, badInput } from "./problem";

/** Change; per cent on the period before; per cent on the year before; index with a base period at 100. */
export type Transform =
  { readonly kind: "chg" | "pch" | "pc1" } | { readonly kind: "idx"; readonly base: Period };

const STEPS_A_YEAR = { A: 1, FY: 1, H: 2, Q: 4, M: 12, D: 0 } as const satisfies Record<Frequency, number>;

/** The periods with which a transform compares; the base of an index at the frequency of the output. */
export function comparedWith(transform: Transform, p: Period): readonly Period[] {
  if (transform.kind === "idx") return basePeriods(transform.base, frequencyOf(p));
  if (transform.kind !== "pc1") return [shift(p, -1)];
  if (frequencyOf(p) !== "D") return [shift(p, -STEPS_A_YEAR[frequencyOf(p)])];
  return [dayAYearBefore(p)];
}

function dayAYearBefore(day: Period): Period {
  const month = shift(enclosing(day, "M"), -12);
  const days = split(month, "D");
  return days[Number(day.slice(8)) - 1] ?? days.at(-1) ?? day;
}

function basePeriods(base: Period, freq: Frequency): readonly Period[] {
  const own = frequencyOf(base);
  if (own === freq) return [base];
  if (isFiner(freq, own) && splitsInto(own, freq)) return split(base, freq);
  throw badInput(
    `idx:${base} cannot be the base of a table by ${freq}; name a base of that frequency or a longer one.`,
  );
}

/** The transformed value from the value and those it is compared with (the mean of several is the base of an index). */
export function applyTransform(transform: Transform, value: number, others: readonly number[]): number {
  const other = others.reduce((s, x) => s + x, 0) / others.length;
  if (transform.kind === "chg") return value - other;
  if (other === 0 || value === 0 || Math.sign(value) !== Math.sign(other))
    throw new Problem(
      "no-data",
      "A per-cent change or index across zero means nothing; use tf=chg, or look at credit and debit.",
    );
  const size = Math.abs(value);
  const base = Math.abs(other);
  return transform.kind === "idx" ? (size / base) * 100 : (size / base - 1) * 100;
}

/** Whether per cents were taken of the size of two negative values (a deficit). */
export function isOfDeficit(transform: Transform, value: number): boolean {
  return transform.kind !== "chg" && value < 0;
}

export function transformWords(transform: Transform): string {
  switch (transform.kind) {
    case "chg":
      return "change on the period before";
    case "pch":
      return "per cent on the period before";
    case "pc1":
      return "per cent on the year before";
    case "idx":
      return `index, ${transform.base} = 100`;
  }
}
