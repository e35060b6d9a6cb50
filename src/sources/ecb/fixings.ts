import { legsOf } from "../../catalog/fx";
import { CURRENCIES, type Currency } from "../../domain/currency";
import type { Day } from "../../domain/period";
import type { Observation, SeriesId } from "../../domain/series";
import type { Refuse } from "../common/rate";
import type { Reading } from "../common/source";

/** Units of a currency per euro on a day; null: published as not observed. */
export interface Fixing {
  readonly currency: Currency;
  readonly day: Day;
  readonly rate: number | null;
}

const seriesOf = (quote: Currency): SeriesId | undefined => legsOf({ base: "EUR", quote }, "ecb")?.[0];

/** The currencies whose rates against the euro the catalogue holds. */
export const QUOTED: readonly Currency[] = CURRENCIES.filter((currency) => seriesOf(currency) !== undefined);

/** Their series. */
export const SERIES: readonly SeriesId[] = QUOTED.flatMap((currency) => seriesOf(currency) ?? []);

/** A currency of the catalogue by its code; undefined for others and for the euro itself. */
export function quotedCurrency(code: unknown): Currency | undefined {
  return QUOTED.find((currency) => currency === code);
}

/** Fixings by series, ascending; currencies without any are left out. Two rates of one day, or none at all, are refused. */
export function readingsOf(fixings: readonly Fixing[], refuse: Refuse): readonly Reading[] {
  const byCurrency = new Map<Currency, Map<Day, number | null>>();
  for (const { currency, day, rate } of fixings) {
    const days = byCurrency.get(currency) ?? new Map<Day, number | null>();
    byCurrency.set(currency, days);
    const other = days.get(day) ?? null;
    if (other !== null && rate !== null && other !== rate)
      throw refuse(`it states two rates of ${currency} for ${day}`);
    days.set(day, rate ?? other);
  }
  const readings = QUOTED.flatMap((currency) => {
    const id = seriesOf(currency);
    const days = [...(byCurrency.get(currency) ?? [])];
    if (!id || days.every(([, rate]) => rate === null)) return [];
    const observations: readonly Observation[] = days.sort(([a], [b]) => (a < b ? -1 : 1));
    return [{ id, source: "ecb", observations } satisfies Reading];
  });
  if (readings.length === 0) throw refuse("it states no rate of the euro");
  return readings;
}
