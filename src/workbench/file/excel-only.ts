import type { CellValue } from "../../xlsx/cells";
import type { Engine, GridCell, GridResult } from "../sheet/engine";

/** Around a formula that only Excel works out, and what it came to there: `EXCEL.ONLY("LET(x,A1,x*2)",84)`. */
const ONLY = "EXCEL.ONLY";

const QUOTE = "\u2033";
const BACKSLASH = "\u29f5";

const CALL = new RegExp(String.raw`\b${ONLY.replace(".", String.raw`\.`)}\s*\(`, "i");

type Description = Parameters<Engine["registries"]["functionRegistry"]["replace"]>[1];

/** Lets cells show what Excel saved where the engine has no answer of its own. */
export function registerExcelOnly(o: Engine): void {
  const any = (name: string, description: string): Description["args"][number] => ({
    name,
    description,
    type: ["ANY", "RANGE"],
    acceptMatrix: true,
    acceptErrors: true,
  });
  const description: Description = {
    description: "A formula that only Excel works out, with the value that the file keeps of it.",
    hidden: true,
    args: [any("formula", "As it is typed in Excel"), any("value", "What Excel saved")],
    compute: (_formula, value) => kept(value as GridResult) as never,
  };
  o.registries.functionRegistry.replace(ONLY, description);
}

const isMatrix = (result: GridResult): result is readonly (readonly GridCell[])[] => Array.isArray(result);

function kept(value: GridResult): GridResult {
  const plain = ({ value: one }: GridCell): GridCell => ({ value: one });
  return isMatrix(value) ? value.map((column) => column.map(plain)) : plain(value);
}

/** What stands in the grid for a formula, given as it is typed with its `=`; `saved` are its values row by row. */
export function excelOnly(typed: string, saved: readonly (readonly CellValue[])[]): string {
  const single = saved.length <= 1 && (saved[0]?.length ?? 0) <= 1;
  const value = single
    ? literal(saved[0]?.[0] ?? null)
    : `{${saved.map((row) => row.map((one) => literal(one)).join(",")).join(";")}}`;
  return `=${ONLY}(${quoted(typed.slice(1).replace(/\s+/g, " "))},${value})`;
}

const STAND_IN = new RegExp(String.raw`^=${ONLY.replace(".", String.raw`\.`)}\("([^"]*)",`, "i");

/** Whether a cell's content is such a stand-in and nothing else. */
export const isStandIn = (content: string): boolean => STAND_IN.test(content);

/** The formula for which a stand-in stands, with its `=`. */
export const standsFor = (content: string): string =>
  `=${(STAND_IN.exec(content)?.[1] ?? "").replaceAll(QUOTE, '"').replaceAll(BACKSLASH, "\\")}`;

/** Whether a cell's content is such a stand-in, or makes use of one. */
export const usesExcelOnly = (content: string): boolean => content.startsWith("=") && CALL.test(content);

/** The engine's texts hold no quote, and a backslash only where no quote follows: signs that look like them stand for them. */
const quoted = (text: string): string => `"${text.replaceAll('"', QUOTE).replaceAll("\\", BACKSLASH)}"`;

/** The engine's errors are texts of their names. */
function literal(value: CellValue): string {
  if (value === null) return '""';
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return quoted(typeof value === "object" ? value.error : value);
}
