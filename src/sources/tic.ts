import { TREASURY_ENTRIES } from "../catalog/treasury";
import type { Day } from "../domain/period";
import { Problem } from "../domain/problem";
import { monthlyOn } from "./common/calendar";
import { textOfFile, unreadableFile } from "./common/download";
import { textOf, unreadable, type Complain } from "./common/reply";
import type { Ask, Circumstances, Dialogue, DownloadedFile, Reading, Reply, Source } from "./common/source";
import { isHistory, readHistory, type History } from "./tic/history";
import { readingsOf, type Holdings } from "./tic/holdings";
import { checkAge, releaseOf } from "./tic/release";
import { isTable5, readTable5 } from "./tic/table5";

const WHO = "the US Treasury's TIC tables";

const complainOf =
  (table: string): Complain =>
  (why, cause) =>
    unreadable(`${WHO} (${table})`, why, cause);

/** The history file has 94 kB, Table 5 has 3. */
const askFor = (file: string): Ask => ({
  at: "ticdata",
  path: `/${file}`,
  types: ["text/plain"],
  maxBytes: 2_000_000,
});

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/**
 * Asks for Table 5, and for the history file behind it, which answers for earlier months and for holders that Table 5 no
 * longer names. They are two documents of two days, so a holder may have two readings, of different months: the older first.
 * The history alone is not the newest state: without Table 5 there is no answer, without the history Table 5 is one.
 */
function* askHolders({ today }: Circumstances): Dialogue {
  const complain = complainOf("slt_table5.txt");
  const { newest, holdings } = readTable5(textOf(yield askFor("slt_table5.txt"), WHO), complain);
  checkAge(newest, today, complain);
  const history = yield* askHistory();
  return [
    ...(history ? readingsOf(without(history.holdings, holdings), earlier(releasedOn(history), today)) : []),
    ...readingsOf(holdings, earlier(releaseOf(newest), today)),
  ];
}

function* askHistory(): Generator<Ask, History | undefined, Reply> {
  try {
    return readHistory(textOf(yield askFor("mfhhis01.txt"), WHO), complainOf("mfhhis01.txt"));
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}

const releasedOn = ({ stamped, newest }: History): Day => stamped ?? releaseOf(newest);

/** Holdings but for the months that another table states of the same holder. */
function without(holdings: Holdings, stated: Holdings): Holdings {
  return new Map(
    [...holdings].map(([id, observations]) => {
      const months = new Set(stated.get(id)?.map(([month]) => month));
      return [id, observations.filter(([month]) => !months.has(month))];
    }),
  );
}

/** Reads Table 5 (slt_table5.txt) or the history file (mfhhis01.txt); anything else is a Problem ("unreadable"). */
function readFile(file: DownloadedFile): readonly Reading[] {
  const complain: Complain = (why, cause) =>
    unreadableFile(file, `${why}; hand in slt_table5.txt or mfhhis01.txt as the Treasury serves them`, cause);
  const text = textOfFile(file);
  if (isHistory(text) && !isTable5(text)) {
    const history = readHistory(text, complain);
    return readingsOf(history.holdings, releasedOn(history));
  }
  const { newest, holdings } = readTable5(text, complain);
  return readingsOf(holdings, releaseOf(newest));
}

/** The US Treasury's tables of the major foreign holders of its securities. */
export const source: Source = {
  id: "tic",
  addresses: { ticdata: "https://ticdata.treasury.gov/resource-center/data-chart-center/tic/Documents" },
  politeness: 1000,
  batches: [
    {
      id: "tic.holders",
      series: TREASURY_ENTRIES.map(({ id }) => id),
      // 16:00 in Washington is 20:00 or 21:00 UTC.
      calendar: monthlyOn(15, 21, "between the 15th and the 18th of each month, 16:00 in Washington"),
      ask: askHolders,
    },
  ],
  readFile,
};
