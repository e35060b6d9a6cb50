import { useCallback, useState } from "react";
import { asProblem } from "../../domain/problem";
import type { SeriesId } from "../../domain/series";
import { insertChart, surveyChart } from "../../workbook/chart-insert";
import type { ChartJob } from "../../workbook/chart-job";
import type { ChartSurvey, ChartWhere } from "../../workbook/chart-survey";
import type { Desk } from "../find/desk";
import type { PaneHost } from "../pane-host";

/** Where the insertion of a chart stands. */
export type ChartInsertState =
  | { readonly kind: "idle" | "busy" }
  /** Cells would be lost; waits for the person's word. */
  | { readonly kind: "asking"; readonly survey: ChartSurvey; readonly order: ChartOrder }
  | { readonly kind: "done"; readonly survey: ChartSurvey; readonly unkept?: string }
  | { readonly kind: "failed"; readonly sentence: string };

export interface ChartOrder {
  readonly job: ChartJob;
  readonly where: ChartWhere;
  /** The documents behind the chart. */
  readonly used: ReadonlySet<SeriesId>;
}

export interface ChartInserting {
  readonly state: ChartInsertState;
  readonly insert: (order: ChartOrder) => void;
  readonly overwrite: () => void;
  readonly forget: () => void;
}

/** Looks first, asks where contents would be lost, inserts, then keeps the figures. */
export function useChartInsert(host: PaneHost, desk: Desk, onDone: () => void): ChartInserting {
  const [state, setState] = useState<ChartInsertState>({ kind: "idle" });

  const write = async (order: ChartOrder, agreed: readonly string[]): Promise<ChartInsertState> => {
    await desk.use(order.used);
    const survey = await insertChart(order.job, order.where, agreed);
    onDone();
    try {
      await host.keep();
      return { kind: "done", survey };
    } catch (thrown) {
      return { kind: "done", survey, unkept: asProblem(thrown).message };
    }
  };

  const run = useCallback((next: () => Promise<ChartInsertState>) => {
    setState({ kind: "busy" });
    next().then(setState, (thrown: unknown) =>
      setState({ kind: "failed", sentence: asProblem(thrown).message }),
    );
  }, []);

  return {
    state,
    insert: (order) =>
      run(async () => {
        await host.ready;
        const survey = await surveyChart(order.job, order.where);
        return survey.occupied.length > 0 ? { kind: "asking", survey, order } : write(order, []);
      }),
    overwrite: () => {
      if (state.kind === "asking") run(() => write(state.order, state.survey.occupied));
    },
    forget: () => setState({ kind: "idle" }),
  };
}
