import { dayNumber, dayOfInstant, isPeriod } from "../../domain/period";
import type { Instant } from "../../sources/common/calendar";

const MS_PER_DAY = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * For how many milliseconds a provider asks to be left alone: `Retry-After` as seconds or as an HTTP date, never less
 * than none; undefined where it asks for nothing that can be understood.
 */
export function restOf(retryAfter: string | undefined, now: Instant): number | undefined {
  if (retryAfter === undefined) return undefined;
  const text = retryAfter.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const instant = readHttpDate(text);
  return instant === undefined ? undefined : Math.max(0, instant - now);
}

/** `Thu, 26 Nov 2026 14:05:09 GMT`: the one form that may still be sent (RFC 9110, 5.6.7). */
function readHttpDate(text: string): Instant | undefined {
  const m = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/.exec(text);
  if (!m) return undefined;
  const [, day, month = "", year, hours, minutes, seconds] = m;
  const date = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day}`;
  if (!isPeriod(date)) return undefined;
  return (
    dayNumber(date) * MS_PER_DAY + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  );
}

/** An end in time in words: "before 2026-11-26 14:05:09 UTC", or "for more than a day". */
export function untilWords(ms: number, now: Instant): string {
  if (ms > MS_PER_DAY) return "for more than a day";
  // The second in which it has passed, not the one before.
  const instant = Math.ceil((now + ms) / 1000) * 1000;
  const seconds = Math.round((instant % MS_PER_DAY) / 1000);
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    String(Math.floor(part)).padStart(2, "0"),
  );
  return `before ${dayOfInstant(instant)} ${clock.join(":")} UTC`;
}
