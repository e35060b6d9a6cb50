import type { ReadyCall } from "../../charts/common/block-values";
import { Problem } from "../../domain/problem";
import type { SeriesId } from "../../domain/series";
import { computationOf } from "../../functions/bridge/call";
import { writeCells } from "../../functions/bridge/cells";
import { sheetWriter } from "../../functions/bridge/failure";
import { shownCells } from "../../functions/bridge/outcome";
import type { Desk } from "../find/desk";
import type { PaneHost } from "../pane-host";

/** A function's answer in cells, and the documents that it was made from. */
export interface Ran {
  readonly cells: unknown;
  readonly used: ReadonlySet<SeriesId>;
}

/**
 * Runs one of our functions as a cell would, but over the desk: nothing enters the workbook's figures, and no cell is
 * thought to have called it. An error is thrown as its Problem.
 */
export async function runFunction(
  { functions }: Pick<PaneHost, "functions">,
  desk: Pick<Desk, "workOut">,
  { name, args }: ReadyCall,
): Promise<Ran> {
  const implementation = (await functions())[name];
  if (!implementation)
    throw new Problem("unreadable", `There is no function ${name}. Please report the chart.`);
  // The last parameter is the invocation; what is left out before it is null, as Excel hands it over.
  const all = Array.from({ length: implementation.length - 1 }, (_, i) => args[i] ?? null);
  const compute = computationOf(() => implementation(...all, {}));
  if (!compute)
    throw new Problem("unreadable", `${name} cannot be tried beforehand. Please report the chart.`);
  const { result, used } = await desk.workOut((shelf) => {
    const outcome = compute(shelf);
    if (outcome instanceof Promise) throw new Problem("unreadable", `${name} looks into the workbook first.`);
    return writeCells(sheetWriter, shownCells(outcome));
  });
  return { cells: result, used };
}
