import { ENTRIES, findEntry } from "../catalog/catalog";
import { legsOf, type FxSource } from "../catalog/fx";
import { routesOf, statisticOf, type Route } from "../catalog/routes";
import type { Pair } from "../domain/currency";
import { comparePeriods, dayFromNumber, type Period } from "../domain/period";
import { crossQuotes, directQuotes } from "../domain/quotes";
import type { Series, SeriesId } from "../domain/series";
import { viewOf } from "../domain/vintage";
import type { Batch } from "../sources/common/source";
import type { Log } from "./log";
import type { VintageStore } from "./vintages/store";

/** Two sources that state the same thing and should about agree. */
interface Comparison {
  readonly what: string;
  readonly sides: readonly [Side, Side];
  /** Relative difference above which a person should look. */
  readonly tolerance: number;
}

interface Side {
  readonly name: string;
  readonly ids: readonly SeriesId[];
  readonly statistic: Route["source"];
  readonly figures: (documents: readonly Series[]) => ReadonlyMap<Period, number>;
}

/** What two sources said of one period. */
export interface Difference {
  readonly what: string;
  readonly period: Period;
  readonly values: readonly [number, number];
  readonly sources: readonly [string, string];
}

const DOLLAR_YEN: Pair = { base: "USD", quote: "JPY" };
/** Frankfurt 14:15, Tokyo 17:00 and New York noon lie hours apart; the yen has moved by 4 % in a day. */
const FIXINGS_TOLERANCE = 0.05;
/** National figures are converted and revised at different times by the two organisations. */
const STATISTICS_TOLERANCE = 0.1;
/** Periods looked at, newest first. */
const LATEST = 10;

function rateSide(source: FxSource, statistic: Route["source"]): Side {
  return {
    name: source,
    ids: legsOf(DOLLAR_YEN, source) ?? [],
    statistic,
    figures: (documents) => {
      const [first, second] = documents.map((document) => viewOf(document));
      if (!first) return new Map();
      const quotes = second
        ? crossQuotes(DOLLAR_YEN, source, first, second)
        : directQuotes(DOLLAR_YEN, source, first);
      return new Map(quotes.days.map((day, i) => [dayFromNumber(day), quotes.values[i] ?? 0]));
    },
  };
}

const annual = ([document]: readonly Series[]): ReadonlyMap<Period, number> =>
  new Map(
    [...(document ? viewOf(document).figures : [])].flatMap(([p, f]) =>
      f.value === null ? [] : [[p, f.value]],
    ),
  );

/** Every pair of sources that the catalogue has for one thing. */
function comparisons(): readonly Comparison[] {
  const ecb = rateSide("ecb", "ecb");
  const others = [rateSide("fred", "fred"), rateSide("boj", "tokyo"), rateSide("te", "te")];
  const rates = others.map((other): Comparison => ({
    what: "yen per dollar",
    sides: [ecb, other],
    tolerance: FIXINGS_TOLERANCE,
  }));
  const statistics = ENTRIES.flatMap((entry): readonly Comparison[] => {
    const [first, second] = routesOf(entry);
    if (!first || !second) return [];
    const side = ({ source }: Route): Side => ({
      name: source,
      ids: [entry.id],
      statistic: statisticOf(source),
      figures: annual,
    });
    return [{ what: entry.id, sides: [side(first), side(second)], tolerance: STATISTICS_TOLERANCE }];
  });
  return [...rates, ...statistics];
}

const ALL = comparisons();

/** Compares what a batch brought with what other sources state of the same; logs and returns what lies too far apart. */
export async function crossCheck(
  batch: Pick<Batch, "series">,
  store: Pick<VintageStore, "read">,
  log: Log,
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const comparison of ALL) {
    if (!comparison.sides.some(({ ids }) => ids.some((id) => batch.series.includes(id)))) continue;
    const [a, b] = [await recorded(comparison.sides[0], store), await recorded(comparison.sides[1], store)];
    if (a && b) found.push(...differences(comparison, a, b));
  }
  for (const difference of found) log.warn("sources differ", { ...difference });
  return found;
}

/** Only what was read from providers is compared: embedded figures are of another time. */
async function recorded(
  side: Side,
  store: Pick<VintageStore, "read">,
): Promise<ReadonlyMap<Period, number> | undefined> {
  const documents: Series[] = [];
  for (const id of side.ids) {
    const held = findEntry(id) && (await store.read(id, side.statistic));
    if (held?.recorded === undefined) return undefined;
    documents.push(held.document);
  }
  return side.figures(documents);
}

function differences(
  { what, sides, tolerance }: Comparison,
  a: ReadonlyMap<Period, number>,
  b: ReadonlyMap<Period, number>,
): readonly Difference[] {
  const common = [...a.keys()]
    .filter((p) => b.has(p))
    .sort(comparePeriods)
    .slice(-LATEST);
  return common.flatMap((period): readonly Difference[] => {
    const values = [a.get(period) ?? 0, b.get(period) ?? 0] as const;
    const far =
      Math.abs(values[0] - values[1]) > tolerance * Math.max(Math.abs(values[0]), Math.abs(values[1]));
    return far ? [{ what, period, values, sources: [sides[0].name, sides[1].name] }] : [];
  });
}
