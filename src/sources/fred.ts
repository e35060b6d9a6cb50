import { firstDay, shift } from "../domain/period";
import { Problem } from "../domain/problem";
import { weekly } from "./common/calendar";
import type { Refuse } from "./common/rate";
import { unreadable } from "./common/reply";
import type { Circumstances, Dialogue, Source } from "./common/source";
import { firstAnswer, type Talk } from "./common/ways";
import { ratesOfApi } from "./fred/api";
import { readFile } from "./fred/file";
import { graphAsk, ratesOfGraph } from "./fred/graph";
import { DOLLAR_YEN, FREQUENCIES, readingOf, type Dated, type FredId, type Stated } from "./fred/rates";

/** The first day of the H.10 rate of the yen. */
const START = "1971-01-01";
/** How far behind the newest day held H.10 days are asked for again: the release corrects some weeks back at most. */
const OVERLAP = 60;

const refuse: Refuse = (what, cause) => unreadable("FRED", what, cause);

/** The Federal Reserve's rate of yen per dollar at noon in New York, with its published monthly and annual averages. */
export const source: Source = {
  id: "fred",
  addresses: { fredgraph: "https://fred.stlouisfed.org", api: "https://api.stlouisfed.org" },
  politeness: 600,
  key: "optional",
  batches: [
    {
      id: "fred.usdjpy",
      series: [DOLLAR_YEN],
      // 21:15 UTC in winter; an hour late in summer, when New York is closer.
      calendar: weekly(1, 21.25, "Mondays 16:15 New York"),
      ask,
    },
  ],
  readFile,
};

/** Days must come; averages that do not are left out, since the days give them as well. */
function* ask(circumstances: Circumstances): Dialogue {
  const stated: Stated[] = [yield* series("DEXJPUS", circumstances)];
  for (const id of ["EXJPUS", "AEXJPUS"] as const) {
    try {
      stated.push(yield* series(id, circumstances));
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
    }
  }
  return [readingOf(stated, circumstances.today, refuse)];
}

/** One series: with a key from the API, else and otherwise from the CSV behind the graphs. */
function* series(id: FredId, circumstances: Circumstances): Talk<Stated> {
  const { key } = circumstances;
  const from = fromOf(id, circumstances);
  const graph = function* (): Talk<readonly Dated[]> {
    return observed(ratesOfGraph(yield graphAsk(id, from), id, refuse), id);
  };
  const api = function* (): Talk<readonly Dated[]> {
    return observed(yield* ratesOfApi(id, from, key ?? "", refuse), id);
  };
  return { id, rates: yield* firstAnswer(key === undefined ? [graph] : [api, graph]) };
}

/** What is asked for always holds something: an answer without a single rate is a wrong one. */
function observed(rates: readonly Dated[], id: FredId): readonly Dated[] {
  if (rates.every(({ rate }) => rate === null)) throw refuse(`it states no rate of ${id}`);
  return rates;
}

/** Averages are few, and are asked for whole. */
function fromOf(id: FredId, { today, heldTo }: Circumstances): string {
  if (heldTo === undefined || FREQUENCIES[id] !== "D") return START;
  const held = firstDay(heldTo);
  return shift(held < today ? held : today, -OVERLAP);
}
