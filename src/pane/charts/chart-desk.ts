import { blockValues } from "../../charts/common/block-values";
import type { ChartChoices } from "../../charts/common/choices";
import type { ChartDefinition, Finding } from "../../charts/common/definition";
import type { Grid } from "../../charts/common/grid";
import { writeChoices } from "../../charts/common/read-choices";
import { asProblem, type Problem } from "../../domain/problem";
import type { Series, SeriesId } from "../../domain/series";
import { makeDesk, type Desk } from "../find/desk";
import type { PaneHost } from "../pane-host";
import { runFunction } from "./run-function";
import { openSession } from "./session";

/** What a chart shows over the figures in use, and over series that the workbook does not use yet. */
export interface WorkedChart {
  readonly values: Grid;
  /** In words; or why there is nothing to be said. */
  readonly finding: Finding | Problem;
  readonly used: ReadonlySet<SeriesId>;
}

export interface ChartDesk {
  readonly desk: Desk;
  readonly work: (definition: ChartDefinition, choices: ChartChoices) => Promise<WorkedChart>;
}

const MOST_KEPT = 60;

/** Works charts out, each once for as long as the figures stay the same. */
export function makeChartDesk(host: PaneHost): ChartDesk {
  const desk = makeDesk(host);
  const kept = new Map<string, Promise<WorkedChart>>();
  const looked = new Map<SeriesId, Series>();

  const workOut = async (definition: ChartDefinition, choices: ChartChoices): Promise<WorkedChart> => {
    const session = openSession(host, looked);
    const used = new Set<SeriesId>();
    const note = <T extends { readonly used: ReadonlySet<SeriesId> }>(worked: T): T => {
      for (const id of worked.used) used.add(id);
      return worked;
    };
    const values = await blockValues(
      definition.block(choices),
      async (call) => note(await runFunction(host, session, call)).cells,
    );
    const finding = await session
      .workOut((shelf) => definition.finding(shelf, choices))
      .then((worked) => note(worked).result, asProblem);
    return { values, finding, used };
  };

  return {
    desk,
    work: (definition, choices) => {
      const key = `${host.figures.revision} ${definition.id} ${writeChoices(definition, choices)}`;
      const known = kept.get(key);
      if (known) return known;
      if (kept.size >= MOST_KEPT) kept.clear();
      const working = workOut(definition, choices);
      kept.set(key, working);
      // What failed once, for want of a network, may be had the next time.
      working.then(
        ({ finding }) => finding instanceof Error && kept.delete(key),
        () => kept.delete(key),
      );
      return working;
    },
  };
}
