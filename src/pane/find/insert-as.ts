import { runFunction } from "../charts/run-function";
import type { PaneHost } from "../pane-host";
import type { FormulaBlock } from "../../workbook/insert";
import type { Desk } from "./desk";
import type { WrittenCall } from "./formula";
import type { InsertJob } from "./use-insert";

/** What goes into the cells: the formula, what it answers now, or both beside each other. */
export type InsertAs = "formula" | "values" | "both";

/** A formula's block with what it answers now: instead of it, or to the right of it behind an empty column. */
export async function withValues(
  host: Pick<PaneHost, "functions">,
  desk: Desk,
  { block, used }: InsertJob & { readonly block: FormulaBlock },
  call: WrittenCall,
  as: Exclude<InsertAs, "formula">,
): Promise<InsertJob> {
  const ran = await runFunction(host, desk, call);
  const rows = Array.isArray(ran.cells) ? (ran.cells as readonly (readonly unknown[])[]) : [[ran.cells]];
  const columns = rows[0]?.length ?? 1;
  const at = as === "both" ? columns + 1 : 0;
  const beside = <T>(list: readonly T[]): readonly (T | undefined)[] =>
    at === 0 ? list : [...Array.from({ length: at }, (_, c) => list[c]), ...list];
  return {
    block: {
      ...block,
      rows: rows.length,
      columns: at + columns,
      formats: beside(block.formats),
      widths: beside(block.widths),
      fixed: { at, rows: rows.map((row) => row.map(plain)) },
    },
    // Values alone need no figures in the workbook.
    used: as === "both" ? new Set([...used, ...ran.used]) : new Set(),
  };
}

/** A cell's value out of the wrapping in which a sheet gets it: a date as its serial, an error by its name. */
const plain = (cell: unknown): string | number =>
  typeof cell === "object" && cell !== null && "basicValue" in cell
    ? (cell.basicValue as string | number)
    : (cell as string | number);
