import { isPeriod, type Day } from "../../domain/period";
import { excerpt } from "../common/reply";
import { refuse } from "./answer";

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/;
const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:$| )/;

type Reading = (text: string) => string | undefined;

const iso: Reading = (text) => ISO.exec(text)?.slice(1).join("-");

const slashed =
  (dayFirst: boolean): Reading =>
  (text) => {
    const [, first = "", second = "", year = ""] = SLASHES.exec(text) ?? [];
    const [day, month] = dayFirst ? [first, second] : [second, first];
    return year === "" ? undefined : [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  };

/**
 * The days that the dates of one answer mean. They come as 2026-09-30T00:00:00, as 30/09/2026 or as 9/30/2026 12:00:00 AM,
 * the same way throughout an answer; which day of an answer is above 12 tells the last two apart. Dates that remain
 * ambiguous, or are none, are refused.
 */
export function daysOf(dates: readonly unknown[]): readonly Day[] {
  const texts = dates.map((date) => {
    if (typeof date === "string") return date.trim();
    throw refuse("a row has no date");
  });
  const readings = [iso, slashed(true), slashed(false)].flatMap((reading) => {
    const days = texts.flatMap((text) => dayBy(reading, text) ?? []);
    return days.length === texts.length ? [days] : [];
  });
  const [days, other] = readings;
  if (!days) throw refuse(`its dates cannot be read, such as "${excerpt(texts[0] ?? "", 30)}"`);
  if (other && other.some((day, i) => day !== days[i]))
    throw refuse(`its dates could be read in two ways, such as "${excerpt(texts[0] ?? "", 30)}"`);
  return days;
}

function dayBy(reading: Reading, text: string): Day | undefined {
  const day = reading(text);
  return day !== undefined && isPeriod(day) ? day : undefined;
}
