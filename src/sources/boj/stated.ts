import { frequencyOf, isPeriod, isWeekend, type Day, type Frequency, type Period } from "../../domain/period";
import type { Observation } from "../../domain/series";
import type { Unit } from "../../domain/unit";
import { excerpt, type Complain } from "../common/reply";

/** One series as the Bank of Japan states it, whatever kind of document it stood in. */
export interface StatedSeries {
  readonly code: string;
  readonly unit: string;
  /** `MONTHLY`, `QUARTERLY`, `DAILY`; the flat file does not say. */
  readonly frequency?: string;
  /** `YYYYMMDD`, as a number in replies and as text in other documents. */
  readonly lastUpdate?: unknown;
  /** As published: `202603`, `202503` for a third quarter, `20260302`. */
  readonly dates: readonly string[];
  /** What stands at these dates. */
  readonly values: readonly unknown[];
}

/** How the Bank writes the unit of the catalogue, in English and Japanese; with another one nothing is scaled by guess. */
function isWrittenAs(unit: Unit, text: string): boolean {
  const words = text.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " ");
  if (unit.kind === "money" && unit.currency === "JPY" && unit.power === 8)
    return words === "100 million yen" || words === "億円";
  if (unit.kind === "rate" && unit.base === "USD" && unit.quote === "JPY" && unit.per === 1)
    return ["yen per u.s. dollar", "¥/$", "1ドルにつき円"].includes(words);
  return false;
}

/** How a frequency is called, and how its dates are written: a quarter's last two digits count quarters, not months. */
const DATES: Readonly<Partial<Record<Frequency, { readonly word: string; read: (date: string) => string }>>> =
  {
    M: { word: "MONTHLY", read: (date) => date.replace(/^(\d{4})(\d{2})$/, "$1-$2") },
    Q: { word: "QUARTERLY", read: (date) => date.replace(/^(\d{4})0([1-4])$/, "$1-Q$2") },
    D: { word: "DAILY", read: (date) => date.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3") },
  };

/**
 * The figures of a series in ascending order. What precedes the first and follows the last one is left out: the tables of
 * the balance of payments reach back before a series began and on into the future, and the newest rates come two working
 * days late, so that a null there says nothing. So does one on a weekend, when there is no market; any other was published
 * as not observed. A unit or frequency that is not the catalogue's, a bad date or value is a Problem ("unreadable").
 */
export function observationsOf(
  stated: StatedSeries,
  unit: Unit,
  frequency: Frequency,
  complain: Complain,
): readonly Observation[] {
  const { code, dates, values, frequency: named = "" } = stated;
  if (!isWrittenAs(unit, stated.unit))
    throw complain(`${code} is stated in "${excerpt(stated.unit, 40)}", not in the unit expected`);
  const written = DATES[frequency];
  if (!written || (named !== "" && named.toUpperCase() !== written.word))
    throw complain(`${code} is stated as ${excerpt(named, 20)} figures, not in the frequency expected`);
  if (dates.length !== values.length)
    throw complain(`${code} has ${dates.length} dates and ${values.length} values`);
  const found = new Map<Period, number | null>();
  for (const [i, date] of dates.entries()) {
    const period = written.read(date.trim());
    if (!isPeriod(period) || frequencyOf(period) !== frequency)
      throw complain(`"${excerpt(date, 20)}" (${code}) is not a date`);
    const value = valueOf(values[i]);
    if (value === undefined)
      throw complain(`${excerpt(JSON.stringify(values[i]), 30)} (${code}, ${period}) is not a number`);
    const other = found.get(period);
    if (other !== undefined && other !== value)
      throw complain(`it states two figures of ${code} for ${period}`);
    found.set(period, value);
  }
  // Within one frequency the order of the text is the order in time.
  const ascending = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  const first = ascending.findIndex(([, value]) => value !== null);
  const last = ascending.findLastIndex(([, value]) => value !== null);
  return ascending
    .slice(Math.max(first, 0), last + 1)
    .filter(([period, value]) => value !== null || frequency !== "D" || !isWeekend(period));
}

/** A figure; null where the Bank writes that there is none, undefined for what is no figure at all. */
function valueOf(raw: unknown): number | null | undefined {
  if (raw === null) return null;
  const text = typeof raw === "string" ? raw.trim() : "";
  if (typeof raw === "string" && ["", "NA", "ND", "null"].includes(text)) return null;
  const value = /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : raw;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** The day on which a series was updated last; undefined where nothing names one. */
export function updatedOn(stated: StatedSeries | undefined): Day | undefined {
  const raw = stated?.lastUpdate;
  const text = typeof raw === "number" || typeof raw === "string" ? String(raw).trim() : "";
  const day = /^\d{8}$/.test(text) ? DATES.D?.read(text) : undefined;
  return day !== undefined && isPeriod(day) ? day : undefined;
}
