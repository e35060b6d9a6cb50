import { widthOf, wrap } from "./text";

/** A label under its category, on one line or two. */
export interface CategoryLabel {
  readonly index: number;
  readonly lines: readonly string[];
}

const SPACE = 6;
const MONTH = /^(\d{4})-(\d{2})$/;
/** How far apart labels may stand in months. */
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120] as const;
/** Few categories are names, not periods: all of them are written, on two lines if need be. */
const FEW = 6;

/** The labels that there is room for: all of few names, else every second, fourth … period. */
export function categoryLabels(
  labels: readonly string[],
  width: number,
  size: number,
): readonly CategoryLabel[] {
  const fits = (text: string, places: number): boolean => widthOf(text, size) + SPACE <= places * width;
  if (labels.length <= FEW && !labels.every((l) => fits(l, 1)))
    return labels.map((label, index) => ({ index, lines: wrap(label, width - 4, size, 2) }));
  if (labels.every((l) => MONTH.test(l))) return monthLabels(labels, fits);
  const step = stepOf(labels, fits);
  return labels.flatMap((label, index) => (index % step === 0 ? [{ index, lines: [label] }] : []));
}

function stepOf(labels: readonly string[], fits: (text: string, places: number) => boolean): number {
  let step = 1;
  while (step < labels.length && !labels.every((l, i) => i % step !== 0 || fits(l, step)))
    step += step === 1 ? 1 : 2;
  return step;
}

/** Months at the starts of years, half-years or quarters; a year alone where only Januaries are written. */
function monthLabels(
  labels: readonly string[],
  fits: (text: string, places: number) => boolean,
): readonly CategoryLabel[] {
  const step = MONTH_STEPS.find((s) => fits(s >= 12 ? "2000" : "2000-00", s)) ?? 240;
  const months = labels.map((label) => {
    const [, year = "0", month = "0"] = MONTH.exec(label) ?? [];
    return { label, count: Number(year) * 12 + Number(month) - 1, year };
  });
  return months.flatMap(({ label, count, year }, index) =>
    count % step === 0 ? [{ index, lines: [step >= 12 ? year : label] }] : [],
  );
}
