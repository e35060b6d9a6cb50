/** What the tests of the Treasury's source ask, and what it is answered. */
import { period, type Day } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import { source } from "../../src/sources/tic";
import type { Reading, Reply } from "../../src/sources/common/source";
import { converse, ok, outOfReach, recording, thrownBy } from "./converse";

export const TABLE5 = recording("tic/slt_table5.txt");
export const LATER = recording("tic/slt_table5-2026-07.txt");
export const HISTORY = recording("tic/mfhhis01.txt");
/** Some days after the release of February 2026. */
export const APRIL = period("2026-04-30");

export const holders = source.batches[0]!;

/** Both documents, or what is put in the place of one. */
export function ask(
  {
    table5 = ok(TABLE5),
    history = ok(HISTORY),
  }: { table5?: Reply | Problem; history?: Reply | Problem } = {},
  today: Day = APRIL,
): readonly Reading[] {
  return converse(holders.ask({ today }), ({ path }) => (path === "/slt_table5.txt" ? table5 : history));
}

export const without = outOfReach();
export const table5Of = (text: string, today?: Day): readonly Reading[] =>
  ask({ table5: ok(text), history: without }, today);
export const file = (text: string, name = "saved.txt") => ({ name, bytes: new TextEncoder().encode(text) });
export const historyOf = (text: string): readonly Reading[] => source.readFile(file(text));

/** The figures of a holder in all readings, month by month; a month stated twice is an error of the reader. */
export function figures(readings: readonly Reading[], id: string): Record<string, readonly unknown[]> {
  const rows = readings.filter((r) => r.id === id).flatMap(({ observations }) => observations);
  const months = Object.fromEntries(rows.map(([month, ...rest]) => [month, rest]));
  expect(Object.keys(months)).toHaveLength(rows.length);
  return months;
}

export function refusal(work: () => unknown): Problem {
  const thrown = thrownBy(work);
  expect(thrown).toBeInstanceOf(Problem);
  return thrown as Problem;
}
