import { Problem } from "../../domain/problem";
import { type Block, type Placed } from "./block";
import type { Argument, Call } from "./call";
import type { Place } from "./formula";
import { formulaValue } from "./formula-value";
import { valueAt, type CellValue } from "./grid";

/** A call with every cell that it refers to replaced by its value; a list of texts is a range of one column. */
export interface ReadyCall {
  readonly name: string;
  readonly args: readonly (number | string | null | readonly (readonly string[])[])[];
}

/** Runs a call as a cell would: a value, or rows of values, in a host's own wrapping; an error is thrown. */
export type RunCall = (call: ReadyCall) => unknown;

/**
 * The values of a block, worked out in the order of its cells: what calls answer, and what the computed cells make of
 * it. A call that fails leaves an error in its cell and nothing in the rest of its rectangle, as in a sheet.
 */
export async function blockValues(block: Block, run: RunCall): Promise<readonly (readonly CellValue[])[]> {
  const grid: CellValue[][] = Array.from({ length: block.rows }, () => block.columns.map(() => ""));
  const early = new Map<Placed, Promise<readonly (readonly CellValue[])[]>>();
  for (const placed of block.cells) {
    const { content } = placed;
    if (content.is === "call" && !content.call.args.some(isPlace))
      early.set(placed, answerOf(content.call, grid, run));
  }
  for (const placed of block.cells) {
    const { row, column, content } = placed;
    switch (content.is) {
      case "text":
        put(grid, { row, column }, [[content.text]]);
        break;
      case "computed":
        put(grid, { row, column }, [[formulaValue(content.formula, grid)]]);
        break;
      case "call": {
        const answer = await (early.get(placed) ?? answerOf(content.call, grid, run));
        refuseLarger(content.call, answer, content.rows, content.columns);
        put(grid, { row, column }, answer);
      }
    }
  }
  return grid;
}

function put(grid: CellValue[][], { row, column }: Place, values: readonly (readonly CellValue[])[]): void {
  for (const [r, line] of values.entries())
    for (const [c, value] of line.entries()) {
      const target = grid[row + r];
      if (target && column + c < target.length) target[column + c] = value;
    }
}

async function answerOf(
  call: Call,
  grid: readonly (readonly CellValue[])[],
  run: RunCall,
): Promise<readonly (readonly CellValue[])[]> {
  const args = call.args.map((argument) => ready(argument, grid));
  // A cell that is missing makes the call missing, as #N/A in an argument does.
  if (call.args.some((argument, i) => isPlace(argument) && !isUsable(args[i]))) return [[null]];
  try {
    return rowsOf(await run({ name: call.name, args }));
  } catch {
    return [[null]];
  }
}

const isUsable = (value: unknown): boolean => value !== null && value !== "";

function ready(argument: Argument, grid: readonly (readonly CellValue[])[]): ReadyCall["args"][number] {
  if (isPlace(argument)) return valueAt(grid, argument);
  if (argument === null || typeof argument !== "object") return argument;
  return argument.map((text) => [text]);
}

const isPlace = (argument: Argument): argument is Place =>
  typeof argument === "object" && argument !== null && "row" in argument;

function rowsOf(answer: unknown): readonly (readonly CellValue[])[] {
  if (!Array.isArray(answer)) return [[plainValue(answer)]];
  return (answer as readonly unknown[]).map((row) =>
    (Array.isArray(row) ? (row as readonly unknown[]) : [row]).map(plainValue),
  );
}

/** A value without a host's wrapping; an error, however it is wrapped, is missing. */
function plainValue(raw: unknown): CellValue {
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : null;
  if (typeof raw === "string") return raw;
  if (typeof raw === "boolean") return raw ? "TRUE" : "FALSE";
  if (typeof raw !== "object" || raw === null) return raw === null ? "" : null;
  const { type, basicValue } = raw as { readonly type?: unknown; readonly basicValue?: unknown };
  return type === "Error" || basicValue === undefined ? null : plainValue(basicValue);
}

/** In a sheet it would run into other cells: the block's shape would be wrong, and that is a mistake of ours. */
function refuseLarger(
  call: Call,
  answer: readonly (readonly CellValue[])[],
  rows: number,
  columns: number,
): void {
  const width = Math.max(...answer.map((row) => row.length));
  if (answer.length > rows || width > columns)
    throw new Problem(
      "unreadable",
      `${call.name} answered with ${answer.length} rows and ${width} columns, where the chart has room for ${rows} and ${columns}. Please report the chart.`,
    );
}
