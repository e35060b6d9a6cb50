import type { CellValue } from "../../xlsx/cells";
import type { Answer, Work } from "../../xlsx/refresh/calculator";
import {
  isMatrix,
  type CellPosition,
  type Engine,
  type Getters,
  type GridCell,
  type GridMatrix,
  type GridResult,
} from "./engine";
import { givenCell, savedCell } from "./file-cells";
import type { Growth } from "./growth";

/** The key under which an evaluation finds what it works out. */
export const SESSION = "digitradeFile";

/** Around every formula of a file: `XLSX.CELL(number, formula)`. */
export const FIT = "XLSX.CELL";

/** A file's formulas while they are worked out. */
export interface Session {
  /** Whether our functions answer; else what they answered when the file was saved stands. */
  isOpen: boolean;
  readonly works: readonly Work[];
  /** Formulas that keep what was saved. */
  pinned: ReadonlySet<Work>;
  readonly growth: Growth;
}

interface Context {
  readonly [SESSION]?: Session;
  readonly getters: Getters;
  readonly __originCellPosition?: CellPosition;
}

type Description = Parameters<Engine["registries"]["functionRegistry"]["replace"]>[1];

/** Makes a formula's answer fill the cells that it fills in Excel, or what was saved where that stands. */
export function registerFit(o: Engine): void {
  const any = (name: string): Description["args"][number] => ({
    name,
    description: name,
    type: ["ANY"],
    acceptMatrix: true,
    acceptErrors: true,
  });
  const description: Description = {
    description: "Lets a formula of a file fill the cells that it fills in Excel.",
    hidden: true,
    args: [any("number"), { ...any("answer"), optional: true }],
    compute(number, answer) {
      const { [SESSION]: session, getters, __originCellPosition: at } = this as unknown as Context;
      const work = session?.works[Number((number as GridCell).value)];
      if (!session || !work) return { value: "#REF" };
      const saved = session.pinned.has(work) || (work.isOurs && !session.isOpen);
      const shown = saved
        ? savedAnswer(work.saved)
        : work.given
          ? givenAnswer(work.given)
          : fitted(answer as GridResult, work);
      if (at && isMatrix(shown)) session.growth.note(at, shown, getters);
      return shown as never;
    },
  };
  o.registries.functionRegistry.replace(FIT, description);
}

function savedAnswer(saved: readonly (readonly CellValue[])[]): GridResult {
  const [first] = saved;
  const corner = savedCell(first?.[0] ?? null);
  if (saved.length * (first?.length ?? 0) <= 1) return corner;
  return (first ?? []).map((_, column) => saved.map((row) => savedCell(row[column] ?? null)));
}

/** What was found without the engine; it fits already. */
function givenAnswer({ rows }: Answer): GridResult {
  const [first = []] = rows;
  if (rows.length * first.length <= 1) return givenCell(first[0]);
  return first.map((_, column) => rows.map((row) => givenCell(row[column])));
}

/** A formula that does not spill has its first value; an array of fixed extent repeats a single row, column or value. */
function fitted(answer: GridResult, { kind, extent }: Work): GridResult {
  switch (kind) {
    case "dynamic":
      return answer;
    case "plain":
      return isMatrix(answer) ? (answer[0]?.[0] ?? { value: null }) : answer;
    case "array":
      return filled(isMatrix(answer) ? answer : [[answer]], extent.rows, extent.columns);
  }
}

function filled(answer: GridMatrix, rows: number, columns: number): GridResult {
  const width = answer.length;
  const height = answer[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, c) =>
    Array.from(
      { length: rows },
      (_unused, r) => answer[width === 1 ? 0 : c]?.[height === 1 ? 0 : r] ?? { value: "#N/A" },
    ),
  );
}
