import { evaluate } from "../../answer/evaluate";
import type { Choices } from "../../answer/choices";
import type { Shelf } from "../../answer/shelf";
import { tablePeriods } from "../../answer/table";
import type { Entry } from "../../catalog/entry";
import { dayNumber, firstDay, type Period } from "../../domain/period";
import { Problem } from "../../domain/problem";
import type { SparkPoint } from "../cards/spark";

/** How a series went, by calendar year: "about" figures too, since nobody reads a number off it. */
export interface Trend {
  /** Consecutive years with figures; between two stretches there are years without. */
  readonly stretches: readonly (readonly SparkPoint[])[];
  readonly first: Period;
  readonly last: Period;
}

const BY_YEAR: Choices = { freq: "A", approx: "allow" };
const OMITTED = { kind: "omitted" } as const;

/** Undefined where fewer than two years have figures. */
export function trendOf(shelf: Shelf, entry: Entry): Trend | undefined {
  const years = yearsOf(shelf, entry).map((period) => ({ period, value: valueAt(shelf, entry, period) }));
  const held = years.filter(({ value }) => value !== undefined);
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last || held.length < 2) return undefined;
  const stretches: SparkPoint[][] = [];
  let open: SparkPoint[] | undefined;
  for (const { period, value } of years) {
    if (value === undefined) {
      open = undefined;
      continue;
    }
    if (!open) stretches.push((open = []));
    open.push({ day: dayNumber(firstDay(period)), value });
  }
  return { stretches, first: first.period, last: last.period };
}

function yearsOf(shelf: Shelf, entry: Entry): readonly Period[] {
  try {
    return tablePeriods(shelf, [entry], OMITTED, OMITTED, BY_YEAR);
  } catch (thrown) {
    // A document that is still on its way is no lack of figures: whoever works this out asks for it.
    if (!(thrown instanceof Problem)) throw thrown;
    return [];
  }
}

function valueAt(shelf: Shelf, entry: Entry, year: Period): number | undefined {
  try {
    return evaluate(shelf, entry, year, BY_YEAR).value;
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    return undefined;
  }
}
