import { enclosing, ordinal, shift, type Day, type Period } from "../../domain/period";
import type { Complain } from "../common/reply";

/**
 * The day on which a month became known. Table 5 names none; the Treasury releases a month between the 15th and the 18th of
 * the second month after (in 2026: 15 January, 18 February, 18 March, 15 April and so on), so by the 18th it was out, and
 * an old file that a person hands in is recorded as the vintage that it is.
 */
export function releaseOf(newest: Period): Day {
  return `${shift(newest, 2)}-18` as Day;
}

/** A month is out after some seven weeks; the rest is left for a government that is shut down. */
const OLDEST_MONTHS = 8;

/**
 * Refuses a table whose newest month cannot be that of a table in use: some addresses of the Treasury go on answering with
 * tables that were given up years ago.
 */
export function checkAge(newest: Period, today: Day, complain: Complain): void {
  const age = ordinal(enclosing(today, "M")) - ordinal(newest);
  if (age > OLDEST_MONTHS)
    throw complain(
      `its newest month is ${newest}, ${age} months ago, so the Treasury seems to have given this table up; see home.treasury.gov for the one in its place`,
    );
  if (age < 0) throw complain(`its newest month is ${newest}, which is not over`);
}
