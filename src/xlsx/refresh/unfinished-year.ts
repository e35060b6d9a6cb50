import { findEntry } from "../../catalog/catalog";
import { frequencyOf, isPeriod, split, yearOf, type Period } from "../../domain/period";
import type { Series, SeriesId } from "../../domain/series";
import { statedOptions, type OurCall } from "./our-calls";

/** Where functions that answer for one period have it among their arguments. */
const PERIOD_AT: Readonly<Record<string, readonly number[]>> = {
  VALUE: [1],
  DEFICIT: [1],
  COMPONENTS: [1],
  DECOMPOSE: [1, 2],
  REVISION: [1],
};

/**
 * Says of a call that asks for a year which is not over in the figures at hand, how much of it is there: "JP.COMPUTER.NET 2024: 3
 * of 12 months"; undefined for all others.
 */
export function unfinishedYear(
  call: OurCall,
  document: (id: SeriesId) => Series | undefined,
): string | undefined {
  const places = Object.hasOwn(PERIOD_AT, call.name) ? (PERIOD_AT[call.name] ?? []) : [];
  for (const place of places) {
    const year = yearAsked(call.args[place]);
    const series = year === undefined ? undefined : documentOf(call, document);
    if (year === undefined || !series || series.measure !== "flow") continue;
    const words = partOf(series, year);
    if (words !== undefined)
      return `${words}${statedOptions(call).get("partial") === "allow" ? ", shown as it is (partial=allow)" : ""}`;
  }
  return undefined;
}

function yearAsked(arg: string | number | undefined): Period | undefined {
  const text = String(arg ?? "").trim();
  return /^(1[6-9]|2\d)\d\d$/.test(text) && isPeriod(text) ? text : undefined;
}

/** The document of the series, or of the first of those that it is composed of. */
function documentOf(
  { name, args }: OurCall,
  document: (id: SeriesId) => Series | undefined,
): Series | undefined {
  const [first] = args;
  const isArea = name === "DEFICIT" || name === "COMPONENTS";
  const asked = isArea ? `${String(first ?? "JP")}.DIGITAL.NET` : String(first ?? "");
  const id = asked.trim().toUpperCase();
  const entry = findEntry(id) ?? findEntry(`${id}.NET`);
  if (!entry) return undefined;
  const held = [entry.id, ...(entry.parts ?? []).map((part) => part.id)].flatMap(
    (one) => document(one) ?? [],
  );
  return held.find(({ frequency }) => frequency !== "A") ?? held[0];
}

const NOUNS = { H: "half-years", Q: "quarters", M: "months" } as const;

function partOf({ id, frequency, observations }: Series, year: Period): string | undefined {
  if (frequency !== "H" && frequency !== "Q" && frequency !== "M") return undefined;
  if (observations.some(([period]) => period === year)) return undefined;
  const all = split(year, frequency);
  const there = observations.filter(
    ([period, value]) =>
      value !== null && frequencyOf(period) === frequency && yearOf(period) === yearOf(year),
  );
  // A year of which nothing is there is a gap or the future, and its cell says so itself.
  if (there.length === 0 || there.length >= all.length) return undefined;
  return `${id} ${year}: ${there.length} of ${all.length} ${NOUNS[frequency]}`;
}
