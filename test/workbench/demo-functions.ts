import type { FunctionMetadata, FunctionTable, Invocation } from "../../src/workbench/sheet/function-table";

/** Functions with the manners of ours, over figures that mean nothing: for the sheet only. */
export const demoMetadata: readonly FunctionMetadata[] = [
  describeFunction("TWICE", [{ name: "n" }]),
  describeFunction("LATER", [{ name: "n" }, { name: "ms", optional: true }]),
  describeFunction("SPILL", [{ name: "rows" }, { name: "columns", optional: true }]),
  describeFunction("LATERSPILL", [{ name: "rows" }, { name: "columns", optional: true }]),
  describeFunction("FAIL", [{ name: "code" }, { name: "message", optional: true }]),
  describeFunction("LATERFAIL", [{ name: "code" }]),
  describeFunction("ECHO", [
    { name: "value", optional: true },
    { name: "matrix", optional: true, dimensionality: "matrix" },
  ]),
  describeFunction("DAY", []),
  { ...describeFunction("WHERE", []), options: { requiresAddress: true } },
  {
    ...describeFunction("LOOKAT", [{ name: "cell" }, { name: "other", optional: true }]),
    options: { requiresAddress: true, requiresParameterAddresses: true },
  },
  describeFunction("MIXED", []),
];

function describeFunction(
  name: string,
  parameters: readonly { name: string; optional?: boolean; dimensionality?: "scalar" | "matrix" }[],
): FunctionMetadata {
  return {
    id: name,
    name,
    description: `The ${name} function.`,
    parameters: parameters.map((p) => ({ ...p, description: `The ${p.name}.`, type: "any" })),
  };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const rectangle = (rows: unknown, columns: unknown): unknown[][] =>
  Array.from({ length: Number(rows) }, (_, r) =>
    Array.from({ length: Number(columns ?? 2) }, (_unused, c) => (r + 1) * 10 + c),
  );

const failure = (code: unknown, message = "No figure for that year."): unknown =>
  Object.assign(new Error(message), { code: code === "NA" ? "#N/A" : "#VALUE!" });

/** A fresh table and a count of the calls that each function got. */
export function demoTable(): { readonly table: FunctionTable; readonly calls: Record<string, number> } {
  const calls: Record<string, number> = {};
  const table: Record<string, (...args: unknown[]) => unknown> = {
    TWICE: (n) => Number(n) * 2,
    LATER: async (n, ms) => {
      await wait(Number(ms ?? 1));
      return Number(n) + 1;
    },
    SPILL: (rows, columns) => rectangle(rows, columns),
    LATERSPILL: async (rows, columns) => {
      await wait(1);
      return rectangle(rows, columns);
    },
    FAIL: (code, message) => {
      throw failure(code, typeof message === "string" ? message : undefined);
    },
    LATERFAIL: async (code) => {
      await wait(1);
      throw failure(code);
    },
    ECHO: (value, matrix) => JSON.stringify([value, matrix]),
    DAY: () => ({ type: "Double", basicValue: 45464, numberFormat: "yyyy-mm-dd" }),
    WHERE: (invocation) => (invocation as Invocation).address ?? "nowhere",
    LOOKAT: (_cell, _other, invocation) => {
      const { address, parameterAddresses } = invocation as Invocation;
      return `${address ?? "?"} sees ${(parameterAddresses ?? []).map((at) => at ?? "-").join(" and ")}`;
    },
    MIXED: () => [
      ["2016-10", { type: "Error", basicValue: "#N/A", errorMessage: "Not published." }],
      [true, { type: "Double", basicValue: 45464, numberFormat: "[Red]0" }],
    ],
  };
  return {
    calls,
    table: Object.fromEntries(
      Object.entries(table).map(([id, run]) => [
        id,
        (...args: unknown[]) => {
          calls[id] = (calls[id] ?? 0) + 1;
          return run(...args);
        },
      ]),
    ),
  };
}
