import type { Problem, ProblemKind } from "../../domain/problem";
import type { CellWriter } from "./cells";

export type ErrorCode = "#VALUE!" | "#N/A";

/** `#VALUE!` when the formula must change, `#N/A` when the world must. A new kind of problem does not compile without a row. */
export const ERROR_CODES = {
  "bad-input": "#VALUE!",
  "unknown-series": "#VALUE!",
  "no-data": "#N/A",
  "no-rate": "#N/A",
  unreachable: "#N/A",
  unreadable: "#N/A",
} as const satisfies Record<ProblemKind, ErrorCode>;

/** The error of a cell in hosts without Excel: its code and the sentence. */
export class CellError extends Error {
  readonly code: ErrorCode;

  constructor(problem: Problem) {
    super(problem.message, { cause: problem });
    this.name = "CellError";
    this.code = ERROR_CODES[problem.kind];
  }
}

/** Values for sheets that know formats and errors as plain objects: the workbench and the command line. */
export const sheetWriter: CellWriter = {
  measured: (value, format) => ({ type: "Double", basicValue: value, numberFormat: format }),
  date: (serial, format) => ({ type: "Double", basicValue: serial, numberFormat: format }),
  gap: (problem) => ({ type: "Error", basicValue: ERROR_CODES[problem.kind], errorMessage: problem.message }),
  failure: (problem) => new CellError(problem),
};

/**
 * Values for Excel. Numbers stay plain (payloads on the web are limited); a date is a formatted value where the host
 * knows data types (CustomFunctionsRuntime 1.4), else a serial. Only `#VALUE!` and `#N/A` carry a sentence in Excel.
 */
export function excelWriter(knowsDataTypes: boolean): CellWriter {
  const failure = (problem: Problem): CustomFunctions.Error =>
    new CustomFunctions.Error(
      ERROR_CODES[problem.kind] === "#VALUE!"
        ? CustomFunctions.ErrorCode.invalidValue
        : CustomFunctions.ErrorCode.notAvailable,
      problem.message,
    );
  return {
    measured: (value) => value,
    date: (serial, format) =>
      knowsDataTypes ? { type: "Double", basicValue: serial, numberFormat: format } : serial,
    gap: failure,
    failure,
  };
}
