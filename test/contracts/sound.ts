import { inspect } from "node:util";
import { CellError } from "../../src/functions/bridge/failure";
import { settle, type FunctionName } from "../functions/ask";

/** A text that a person can act on: a whole sentence, nothing of the machinery. */
export function complaintOf(text: unknown): string | undefined {
  if (typeof text !== "string") return "no text";
  if (text.length < 20) return `too short: ${text}`;
  if (!/([.!?)]|https?:\S+)$/.test(text.trim())) return `no end of sentence: ${text.slice(-80)}`;
  if (/could not work this out|asked for figures without end/.test(text)) return `internal: ${text}`;
  return machineryIn(text);
}

function machineryIn(text: string): string | undefined {
  const found = /\bundefined\b|\[object|\bNaN\b|\bnull\b|\n\s+at |TypeError|RangeError/.exec(text);
  return found ? `"${found[0]}" in: ${text.slice(0, 200)}` : undefined;
}

/** What is wrong with a cell as a host without Excel gets it. */
function cellComplaint(cell: unknown): string | undefined {
  if (typeof cell === "number") return Number.isFinite(cell) ? undefined : `the number ${cell}`;
  if (typeof cell === "string") return machineryIn(cell);
  if (typeof cell === "boolean") return undefined;
  if (typeof cell !== "object" || cell === null) return `a cell of ${String(cell)}`;
  const { type, basicValue, numberFormat, errorMessage } = cell as Record<string, unknown>;
  if (type === "Error")
    return basicValue === "#N/A" || basicValue === "#VALUE!"
      ? complaintOf(errorMessage)
      : `error ${String(basicValue)}`;
  const good = type === "Double" && Number.isFinite(basicValue) && typeof numberFormat === "string";
  return good && numberFormat !== "" ? undefined : `a cell of ${JSON.stringify(cell)}`;
}

function tableComplaint(rows: readonly unknown[]): string | undefined {
  const [first] = rows;
  if (!Array.isArray(first) || first.length === 0) return "a table without cells";
  const ragged = rows.find((row) => !Array.isArray(row) || row.length !== first.length);
  if (ragged !== undefined) return `a ragged row: ${JSON.stringify(ragged).slice(0, 200)}`;
  for (const row of rows as readonly (readonly unknown[])[])
    for (const cell of row) {
      const complaint = cellComplaint(cell);
      if (complaint !== undefined) return complaint;
    }
  return undefined;
}

/** What is wrong with the outcome of a call; undefined if it is a value or one of the two errors with its sentence. */
function outcomeComplaint(threw: boolean, outcome: unknown): string | undefined {
  if (!threw) return Array.isArray(outcome) ? tableComplaint(outcome) : cellComplaint(outcome);
  if (!(outcome instanceof CellError)) return `threw ${String(outcome)}`;
  if (!["#N/A", "#VALUE!"].includes(outcome.code)) return `code ${outcome.code}`;
  return complaintOf(outcome.message);
}

/** Call, and say what is wrong with the outcome. */
export async function callComplaint(
  name: FunctionName,
  args: readonly unknown[],
  invocation?: unknown,
): Promise<string | undefined> {
  const { threw, outcome } = await settle(name, args, invocation);
  const complaint = outcomeComplaint(threw, outcome);
  return complaint === undefined ? undefined : `${name}(${inspect(args).slice(0, 300)}): ${complaint}`;
}
