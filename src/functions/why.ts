import { badInput, noData } from "../domain/problem";
import * as read from "./bridge/arguments";
import { UNREMEMBERED, callMatrix, type Outcome } from "./bridge/call";
import type { Call } from "./bridge/ledger";
import { currentState } from "./bridge/runtime";

/**
 * How the number in a cell came about, or why it is an error: from the observations over aggregation and exchange rate
 * to unit and sign. Several of our functions in one formula are explained one after another.
 * @customfunction WHY
 * @helpurl {{origin}}/help/functions.html#why
 * @param cell A cell with a DIGITRADE formula
 * @returns Text
 * @example =LEFT(DIGITRADE.VALUE("FX.USDJPY.BOJ","2024-06-21","show=why"),29) → Rate for 21 June 2024: 158.77
 * @requiresAddress
 * @requiresParameterAddresses
 */
export function why(cell: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return callMatrix("WHY", [UNREMEMBERED], invocation, () => {
    const address = (invocation as { parameterAddresses?: readonly unknown[] } | undefined)
      ?.parameterAddresses?.[0];
    if (typeof address !== "string" || address === "")
      throw badInput("WHY takes a reference to a cell, such as WHY(B2); a value or a text has no history.");
    const grid = read.rows(cell);
    if (grid.length * (grid[0]?.length ?? 0) > 1)
      throw badInput("WHY takes one cell; give the top-left cell of a table.");
    const place = normalise(address);
    const formula = currentState().connection.book?.formulaAt(place);
    return formula instanceof Promise
      ? formula.then((text) => recorded(address, place, text))
      : recorded(address, place, formula);
  });
}

/** What the ledger holds of a cell; with its formula at hand, of what the cell still calls. */
function recorded(address: string, place: string, formula: string | undefined): Outcome {
  const calls = currentState().ledger.callsAt(place, formula);
  if (calls.length === 0)
    throw noData(
      `${address} has no DIGITRADE formula that was worked out since this file was opened. Recalculate that cell first; inside a table, ask for its top-left cell.`,
    );
  const text = calls.map((c) => sentenceOf(c, calls.length > 1)).join("\n\n");
  return { cells: [[text]], why: () => `What is recorded for ${address}.` };
}

/** Sheet and cell without dollar signs; a range is its first cell. */
function normalise(address: string): string {
  return address.replaceAll("$", "").split(":")[0] ?? address;
}

function sentenceOf(c: Call, named: boolean): string {
  const text = c.problem ? c.problem.message : (c.why?.() ?? "");
  return named ? `${c.name}: ${text}` : text;
}
