import type { Answer } from "../../answer/evaluate";
import { Problem } from "../../domain/problem";
import type { Call, Ledger } from "../../functions/bridge/ledger";
import { quotedSheet } from "../../file/address";
import type { Anchor } from "../../workbook/anchor";
import type { FocusCell } from "../../workbook/selection";

/** What is recorded of a cell's calls; a sheet's name stands in quotes or not, as the host spells addresses. */
export function callsOf(ledger: Pick<Ledger, "callsAt">, { sheet, cell, formula }: Anchor): readonly Call[] {
  const spellings = [`${sheet}!${cell}`, `${quotedSheet(sheet)}!${cell}`];
  for (const address of spellings) {
    const calls = ledger.callsAt(address, formula);
    if (calls.length > 0) return calls;
  }
  return [];
}

/** What one call has to say of the cell that is looked at. */
export type Told =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "problem"; readonly problem: Problem }
  /** In the function's own sentences only. */
  | { readonly kind: "words"; readonly sentences: readonly string[] };

export function toldBy(call: Call, { row, column }: Pick<FocusCell, "row" | "column">): Told {
  if (call.problem) return { kind: "problem", problem: call.problem };
  const at = call.answerAt?.(row, column);
  if (at instanceof Problem) return { kind: "problem", problem: at };
  if (at) return { kind: "answer", answer: at };
  return { kind: "words", sentences: (call.why?.() ?? "").split("\n").filter((line) => line !== "") };
}
