import { lastDay, type Period } from "../../domain/period";
import type { RateMonth } from "../../domain/series";
import type { Unit } from "../../domain/unit";
import type { Complain } from "../common/reply";
import { TOKYO } from "./codes";
import { observationsOf, updatedOn, type StatedSeries } from "./stated";

/**
 * The months of the Tokyo rate, with the average and the last fixing that the Bank publishes, ascending; empty where the
 * document holds neither. A month that was still running when its figures were updated is left out.
 */
export function tokyoMonths(
  byCode: ReadonlyMap<string, StatedSeries>,
  unit: Unit,
  complain: Complain,
): readonly RateMonth[] {
  const figures = (code: string): ReadonlyMap<Period, number | null> => {
    const stated = byCode.get(code);
    if (!stated) return new Map();
    const updated = updatedOn(stated);
    const isOver = (month: Period): boolean => updated === undefined || lastDay(month) <= updated;
    return new Map(
      observationsOf(stated, unit, "M", complain).flatMap(([month, value]) =>
        isOver(month) ? [[month, value]] : [],
      ),
    );
  };
  const averages = figures(TOKYO.averages);
  const ends = figures(TOKYO.monthEnds);
  return [...new Set([...averages.keys(), ...ends.keys()])]
    .sort()
    .map((month) => [month, averages.get(month) ?? null, ends.get(month) ?? null]);
}
