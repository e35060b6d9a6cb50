import { asProblem, Problem } from "../../domain/problem";
import type { Day } from "../../domain/period";
import type { Load, SeriesId } from "../../domain/series";
import type { Functions } from "../../functions/bridge/later";
import type { Ledger } from "../../functions/bridge/ledger";
import type { Edition } from "../../load/edition";
import type { StageReport } from "../../load/staging";
import { freeze } from "../freeze/freeze";
import type { FrozenBlock } from "../../file/frozen-document";
import { forgetFrozen, frozenBlocks, thaw } from "../freeze/thaw";
import { inExcel, isInExcel } from "../office-problem";
import { choosePolicy, readPolicy, type OpeningPolicy } from "../opening-policy";
import { readCellsBehind } from "../preview/book-cells";
import { prospectOf } from "../preview/prospect";
import { repair } from "../repair";
import { scan, type Scan } from "../scan";
import { refuseReadOnly } from "../writable";
import type { DeskOutcome, DeskState } from "./desk-state";
import { makeJobs, untilCancelled, type Jobs } from "./jobs";
import { counted, stale, take } from "./taking";
import { bringUpToDate, type UpToDate } from "./up-to-date";

export interface DeskHost {
  readonly edition: Edition;
  /** The workbook's edition has been read; rejects where it cannot be, and then nothing is changed. */
  readonly ready: Promise<void>;
  /** Asks for the newest documents. */
  readonly newest: Load;
  /** Documents that formulas read beside the edition's. */
  readonly load: Load;
  /** Every custom function by its id, to look at what it would answer. */
  readonly functions: () => Promise<Functions>;
  readonly ledger: () => Pick<Ledger, "callsAt" | "subscribe">;
  readonly today: () => Day;
  /** Writes the edition into the workbook. */
  readonly keep: () => Promise<void>;
  readonly namespace: string;
  readonly patienceMs?: number;
}

/**
 * Everything that changes the figures of a workbook, one thing at a time. What is asked for never rejects: how it ended
 * is the state's outcome.
 */
export interface RefreshDesk {
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks what is in the workbook: formulas, policy, frozen cells. */
  readonly survey: () => Promise<void>;
  /** Asks for newer figures and works out what they would change. */
  readonly check: () => Promise<void>;
  /** Works out what the figures that were found before would change. */
  readonly look: () => Promise<void>;
  /** Takes newer figures into use, all or those of some series, as they were looked at. */
  readonly accept: (ids: readonly SeriesId[]) => Promise<void>;
  readonly restore: () => Promise<void>;
  readonly recalculate: () => Promise<void>;
  /** Holds everything at a day, or no longer. */
  readonly pin: (day: Day | undefined) => Promise<void>;
  readonly askToFreeze: () => void;
  readonly freeze: () => Promise<void>;
  readonly thaw: () => Promise<void>;
  readonly forgetFrozen: (blocks: readonly FrozenBlock[]) => Promise<void>;
  readonly repair: () => Promise<void>;
  readonly choosePolicy: (policy: OpeningPolicy) => Promise<void>;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

const EMPTY: Scan = { sheets: [], anchors: [], names: [] };
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export function makeDesk(host: DeskHost): RefreshDesk {
  const { edition, namespace, patienceMs } = host;
  const jobs = makeJobs();
  let looks = 0;
  const { tell, progress } = jobs;
  const run: Jobs["run"] = (kind, work) =>
    jobs.run(kind, async (signal) => {
      await host.ready;
      return work(signal);
    });

  const found = async (signal: AbortSignal): Promise<Scan> =>
    isInExcel() ? scan({ signal, onProgress: progress("looking") }) : EMPTY;

  const lookAhead = async (report: StageReport, signal: AbortSignal): Promise<DeskOutcome | undefined> => {
    progress("looking")();
    const functions = await host.functions();
    const seen = await found(signal);
    const prospect = prospectOf({
      scan: seen,
      cells: isInExcel() ? await readCellsBehind(seen, signal) : () => undefined,
      functions,
      recorded: host.ledger(),
      peek: edition.peek,
      load: host.load,
      staged: new Map(edition.staged()),
      pin: edition.pin,
      today: host.today(),
      pause,
    });
    if (signal.aborted) return { kind: "cancelled", what: "looking" };
    tell({ scan: seen, news: { look: ++looks, prospect, report } });
    return undefined;
  };

  const upToDate = (signal: AbortSignal): Promise<UpToDate> => {
    const onProgress = progress("recalculating");
    onProgress();
    return bringUpToDate({ ledger: host.ledger(), namespace, signal, onProgress, patienceMs });
  };

  const writable = async (): Promise<void> => {
    if (!isInExcel())
      throw new Problem("unreachable", "This page is not open in Excel; open DigiTrade from Excel's ribbon.");
    await inExcel(refuseReadOnly);
  };

  const survey = async (): Promise<void> => {
    try {
      await host.ready;
      if (!isInExcel()) return;
      tell({ policy: await readPolicy(), frozen: await frozenBlocks() });
      if (!jobs.state().job) tell({ scan: await scan() });
    } catch (thrown) {
      tell({ outcome: { kind: "failed", sentence: asProblem(thrown).message } });
    }
  };

  return {
    state: jobs.state,
    subscribe: jobs.subscribe,
    survey,
    check: () =>
      run("checking", async (signal) => {
        tell({ news: undefined });
        const newest = counted(host.newest, edition.entries().length, progress("checking"), signal);
        const report = await untilCancelled(edition.stage(newest), signal);
        return report ? lookAhead(report, signal) : { kind: "cancelled", what: "checking" };
      }),
    look: () => run("looking", (signal) => lookAhead([], signal)),
    accept: (ids) =>
      run("keeping", async (signal) => {
        const { news } = jobs.state();
        if (!news) throw stale();
        await writable();
        const { changes } = await news.prospect.outlook(ids);
        await take(edition, host.keep, news.prospect.staged, ids);
        tell({ news: undefined });
        return { kind: "accepted", ids, changes, upToDate: await upToDate(signal) };
      }),
    restore: () =>
      run("keeping", async (signal) => {
        await writable();
        if (!edition.restore()) return undefined;
        tell({ news: undefined });
        const unkept = await host.keep().then(
          () => undefined,
          (thrown: unknown) => asProblem(thrown).message,
        );
        return {
          kind: "restored",
          upToDate: await upToDate(signal),
          ...(unkept !== undefined && { unkept }),
        };
      }),
    recalculate: () =>
      run("recalculating", async (signal) => {
        await inExcel(() => Promise.resolve());
        return { kind: "recalculated", upToDate: await upToDate(signal) };
      }),
    pin: (day) =>
      run("keeping", async (signal) => {
        await writable();
        const before = edition.pin;
        edition.setPin(day);
        try {
          await host.keep();
        } catch (thrown) {
          edition.setPin(before);
          throw thrown;
        }
        tell({ news: undefined });
        return { kind: "pinned", day, upToDate: await upToDate(signal) };
      }),
    askToFreeze: () => {
      if (jobs.state().job) return;
      tell({ asks: "freeze", outcome: undefined });
      // Who agrees must see how many there are now.
      void survey();
    },
    freeze: () =>
      run("freezing", async (signal) => {
        await writable();
        const { anchors } = await scan({ signal });
        const onProgress = progress("freezing");
        const freezing = await freeze(anchors, { today: host.today(), signal, onProgress });
        tell({ frozen: await frozenBlocks(), scan: await scan(), news: undefined });
        return { kind: "frozen", freezing };
      }),
    thaw: () =>
      run("thawing", async (signal) => {
        await writable();
        const thawing = await thaw({ signal, onProgress: progress("thawing") });
        tell({ frozen: await frozenBlocks(), scan: await scan(), news: undefined });
        return { kind: "thawed", thawing };
      }),
    forgetFrozen: (blocks) =>
      run("keeping", async () => {
        await writable();
        await forgetFrozen(blocks);
        tell({ frozen: await frozenBlocks() });
        return { kind: "forgotten", count: blocks.length };
      }),
    repair: () =>
      run("repairing", async (signal) => {
        await writable();
        const { anchors } = await scan({ signal });
        const done = await repair(anchors, { namespace, signal, onProgress: progress("repairing") });
        tell({ scan: await scan() });
        return { kind: "repaired", repair: done };
      }),
    choosePolicy: (policy) =>
      run("keeping", async () => {
        await writable();
        await choosePolicy(policy);
        tell({ policy });
        return undefined;
      }),
    cancel: jobs.cancel,
    dismiss: () => tell({ outcome: undefined, asks: undefined }),
  };
}
