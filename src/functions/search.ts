import { cardOf } from "../answer/card";
import { Absent, type Shelf } from "../answer/shelf";
import type { Entry } from "../catalog/entry";
import { search as searchCatalogue } from "../catalog/search";
import { FREQUENCY_WORDS, type Period } from "../domain/period";
import { Problem, noData } from "../domain/problem";
import type { SeriesId } from "../domain/series";
import { publishedUnitWords } from "../domain/unit";
import * as read from "./bridge/arguments";
import { callMatrix } from "./bridge/call";
import type { Cell } from "./bridge/cells";

const MOST_HITS = 100;

/**
 * Series found by words, English or Japanese: id, title, unit, frequency, last period.
 * @customfunction SEARCH
 * @helpurl {{origin}}/help/functions.html#search
 * @param text Words such as cloud, travel balance, 広告 or treasuries
 * @param [n] How many at most; left out: 10
 * @returns A header row, then one row a series
 * @example =INDEX(DIGITRADE.SEARCH("digital deficit",3),2,1) → JP.DIGITAL.NET
 * @requiresAddress
 * @chunk later
 */
export function search(text: any, n: any, invocation: CustomFunctions.Invocation): any[][] {
  return callMatrix("SEARCH", [text, n], invocation, (shelf) => {
    const words = read.text(text, "text");
    const hits = searchCatalogue(words, read.count(n, "n", 10, MOST_HITS));
    if (hits.length === 0)
      throw noData(
        `Nothing in the catalogue matches "${words}"; try fewer or other words, in English or Japanese.`,
      );
    const last = lastPeriods(shelf, hits);
    const rows = hits.map((entry, i): readonly Cell[] => [
      entry.id,
      entry.title.en,
      publishedUnitWords(entry.unit),
      FREQUENCY_WORDS[entry.frequency][0],
      last[i] ?? "",
    ]);
    return {
      cells: [["Id", "Title", "Unit", "Frequency", "Last period"], ...rows],
      why: () =>
        `${hits.length} series of the catalogue match "${words}" by id, title, search words or official code.`,
    };
  });
}

/** The last period of each hit; what is not loaded yet is asked for all at once. */
function lastPeriods(shelf: Shelf, hits: readonly Entry[]): readonly (Period | undefined)[] {
  const absent: SeriesId[] = [];
  const last = hits.map((entry) => {
    try {
      return cardOf(shelf, entry, shelf.pin).last;
    } catch (thrown) {
      if (thrown instanceof Absent) absent.push(...thrown.ids);
      else if (!(thrown instanceof Problem)) throw thrown;
      return undefined;
    }
  });
  if (absent.length > 0) throw new Absent([...new Set(absent)]);
  return last;
}
