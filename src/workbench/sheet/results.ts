import type { Engine, GridCell, GridMatrix, GridResult } from "./engine";

interface Failure {
  readonly code?: unknown;
  readonly message?: unknown;
}

interface TypedValue {
  readonly type?: unknown;
  readonly basicValue?: unknown;
  readonly numberFormat?: unknown;
  readonly errorMessage?: unknown;
}

/** Turns what functions answer into what the engine shows. */
export interface ResultReader {
  readonly read: (answer: unknown) => GridResult;
  readonly failed: (thrown: unknown) => GridCell;
}

export function resultReader(o: Engine): ResultReader {
  const formats = new Map<string, string | undefined>();

  /** The engine knows a part of Excel's number formats and shows #ERROR for the rest: those are left out. */
  function known(format: string): string | undefined {
    if (formats.has(format)) return formats.get(format);
    const usable = canFormat(o, format) ? format : undefined;
    formats.set(format, usable);
    return usable;
  }

  function cell(answer: unknown): GridCell {
    if (typeof answer === "number" || typeof answer === "string" || typeof answer === "boolean") {
      return { value: answer };
    }
    if (typeof answer !== "object" || answer === null) return { value: null };
    const { type, basicValue, numberFormat, errorMessage } = answer as TypedValue;
    if (type === "Error") return errorCell(basicValue, errorMessage);
    const value = scalar(basicValue);
    const format = typeof numberFormat === "string" ? known(numberFormat) : undefined;
    return format === undefined ? { value } : { value, format };
  }

  function matrix(rows: readonly unknown[]): GridMatrix {
    const first = rows[0];
    if (!Array.isArray(first)) return rows.map((entry) => [cell(entry)]);
    return first.map((_, col) => rows.map((row) => cell((row as readonly unknown[])[col])));
  }

  return {
    read: (answer) => (Array.isArray(answer) && answer.length > 0 ? matrix(answer) : cell(answer)),
    failed: (thrown) => {
      const { code, message } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as Failure;
      return errorCell(code, message ?? String(thrown));
    },
  };
}

/** Excel's errors that a function can answer with, by the engine's names; every other is #VALUE!. */
const ENGINE_NAMES: Readonly<Record<string, string>> = {
  "#N/A": "#N/A",
  "#DIV/0!": "#DIV/0!",
  "#NUM!": "#NUM!",
  "#NULL!": "#NULL!",
  "#NAME?": "#NAME?",
  "#REF!": "#REF",
};

/** The engine's name of an error; one that it does not know is #VALUE!. */
export const engineErrorName = (code: unknown): string => ENGINE_NAMES[String(code)] ?? "#VALUE!";

function errorCell(code: unknown, message: unknown): GridCell {
  const value = engineErrorName(code);
  return typeof message === "string" && message !== "" ? { value, message } : { value };
}

function scalar(value: unknown): GridCell["value"] {
  return typeof value === "number" || typeof value === "string" || typeof value === "boolean" ? value : null;
}

function canFormat(o: Engine, format: string): boolean {
  try {
    o.helpers.formatValue(1, { format, locale: o.constants.DEFAULT_LOCALE });
    return true;
  } catch {
    return false;
  }
}
