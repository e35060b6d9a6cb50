import { useCallback, useState } from "react";
import { asProblem } from "../../domain/problem";
import type { SeriesId } from "../../domain/series";
import { insertBlock, surveyInsert, type Block, type Place, type Survey } from "../../workbook/insert";
import type { PaneHost } from "../pane-host";
import type { Desk } from "./desk";

/** Where an insertion stands. */
export type InsertState =
  | { readonly kind: "idle" | "busy" }
  /** Cells would be lost; waits for the person's word. */
  | { readonly kind: "asking"; readonly survey: Survey; readonly job: InsertJob }
  | { readonly kind: "done"; readonly address: string; readonly unkept?: string }
  | { readonly kind: "failed"; readonly sentence: string };

export interface InsertJob {
  readonly block: Block;
  /** Left out: the selected cell. */
  readonly place?: Place;
  /** The documents behind the formula, as far as they are known. */
  readonly used: ReadonlySet<SeriesId>;
}

export interface Inserting {
  readonly state: InsertState;
  /** Takes a job, or how to make it where that takes time. */
  readonly insert: (job: InsertJob | (() => Promise<InsertJob>)) => void;
  readonly overwrite: () => void;
  readonly forget: () => void;
}

/** Looks first, asks where contents would be lost, inserts at the place that was looked at, then keeps the figures. */
export function useInsert(host: PaneHost, desk: Desk): Inserting {
  const [state, setState] = useState<InsertState>({ kind: "idle" });

  const write = async ({ block, used }: InsertJob, survey: Survey): Promise<InsertState> => {
    await desk.use(used);
    const { address } = await insertBlock(block, survey.place, survey.occupied);
    try {
      await host.keep();
      return { kind: "done", address };
    } catch (thrown) {
      return { kind: "done", address, unkept: asProblem(thrown).message };
    }
  };

  const run = useCallback((next: () => Promise<InsertState>) => {
    setState({ kind: "busy" });
    next().then(setState, (thrown: unknown) =>
      setState({ kind: "failed", sentence: asProblem(thrown).message }),
    );
  }, []);

  const forget = useCallback(() => setState({ kind: "idle" }), []);

  return {
    state,
    insert: (given) =>
      run(async () => {
        await host.ready;
        const job = typeof given === "function" ? await given() : given;
        const survey = await surveyInsert(job.block, job.place);
        return survey.occupied.length > 0 ? { kind: "asking", survey, job } : write(job, survey);
      }),
    overwrite: () => {
      if (state.kind === "asking") run(() => write(state.job, state.survey));
    },
    forget,
  };
}
