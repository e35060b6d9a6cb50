import { frequencyOf, isPeriod, type Period } from "../../domain/period";
import type { Observation, SeriesId, Status } from "../../domain/series";
import type { Refuse } from "./rate";
import { excerpt } from "./reply";

/** What one row of a yearly statistic says of one series, in the unit of the catalogue. */
export interface AnnualFigure {
  readonly id: SeriesId;
  readonly year: Period;
  readonly value: number | null;
  readonly status?: Status;
}

/** A year as providers write it; anything else is a Problem ("unreadable"). */
export function readYear(text: string, refuse: Refuse): Period {
  if (isPeriod(text) && frequencyOf(text) === "A") return text;
  throw refuse(`"${excerpt(text, 30)}" is not a year`);
}

/**
 * Figures by series, ascending. Rows without a figure before the first and after the last one are left out: not published
 * yet, or never; one in between was published as not observed. Two figures for one year are a Problem ("unreadable").
 */
export function annualObservations(
  figures: readonly AnnualFigure[],
  refuse: Refuse,
): ReadonlyMap<SeriesId, readonly Observation[]> {
  const byId = new Map<SeriesId, Map<Period, AnnualFigure>>();
  for (const figure of figures) {
    const years = byId.get(figure.id) ?? new Map<Period, AnnualFigure>();
    byId.set(figure.id, years);
    const other = years.get(figure.year);
    if (other && other.value !== figure.value)
      throw refuse(`it states two figures of ${figure.id} for ${figure.year}`);
    years.set(figure.year, other ?? figure);
  }
  const found = new Map<SeriesId, readonly Observation[]>();
  for (const [id, years] of byId) {
    const ascending = [...years.values()].sort((a, b) => (a.year < b.year ? -1 : 1));
    const first = ascending.findIndex(({ value }) => value !== null);
    const last = ascending.findLastIndex(({ value }) => value !== null);
    if (first >= 0) found.set(id, ascending.slice(first, last + 1).map(observationOf));
  }
  return found;
}

const observationOf = ({ year, value, status }: AnnualFigure): Observation =>
  status === undefined ? [year, value] : [year, value, status];
