import type { FunctionFile } from "../../../src/workbench/host/functions";
import type { FunctionMetadata } from "../../../src/workbench/sheet/function-table";

export const DEMO_NAMESPACE = "DEMO";

const parameter = (name: string, more: object = {}) => ({ name, description: name, type: "any", ...more });
const optional = (name: string) => parameter(name, { optional: true });
const matrix = (name: string) => parameter(name, { dimensionality: "matrix" as const });

function fn(
  id: string,
  parameters: readonly ReturnType<typeof parameter>[],
  options: object = {},
): FunctionMetadata {
  return { id, name: id, description: id, parameters, options };
}

/** Functions that show what the runtime hands over and takes back. */
export const demoFile: FunctionFile = {
  allowCustomDataForDataTypeAny: true,
  functions: [
    fn("ECHO", [parameter("a"), optional("b"), optional("c")]),
    fn("TOTAL", [matrix("cells")]),
    fn("YEARS", [optional("count")]),
    fn("HERE", [parameter("a")], { requiresAddress: true }),
    fn("WHERE", [matrix("cell")], { requiresAddress: true, requiresParameterAddresses: true }),
    fn("FAIL", [parameter("code"), optional("message")]),
    fn("THROW", []),
    fn("REJECT", []),
    fn("MIXED", []),
    fn("DAY", []),
    fn("LOST", []),
    fn("SLOW", [parameter("a")], { cancelable: true }),
  ],
};

const FIGURES = [
  ["2019", 2.73, 25],
  ["2020", 2.9, 27.2],
  ["2021", 3.29, 30],
  ["2022", 4.66, 35.4],
  ["2023", 5.35, 38.1],
];

/** Calls of SLOW that were cancelled. */
export const cancelled: unknown[] = [];

/** Associates the functions in a page; LOST never is. */
export function associateDemo(page: typeof globalThis = globalThis): void {
  const { CustomFunctions: custom } = page;
  // Declared without a name, which it has.
  const error = (code: keyof typeof custom.ErrorCode, message?: string): Error =>
    new custom.Error(custom.ErrorCode[code], message) as unknown as Error;
  const functions: Record<string, (...args: any[]) => unknown> = {
    ECHO: (a: unknown, b: unknown, c: unknown) => JSON.stringify([a, b, c]),
    TOTAL: (cells: unknown[][]) =>
      cells.flat().reduce((sum: number, x) => sum + (typeof x === "number" ? x : 0), 0),
    YEARS: (count: number | null) => Promise.resolve(FIGURES.slice(-(count ?? 5))),
    HERE: (_: unknown, { address }: CustomFunctions.Invocation) => address,
    WHERE: (_: unknown, { address, parameterAddresses }: CustomFunctions.Invocation) =>
      JSON.stringify([address, parameterAddresses]),
    FAIL: (code: keyof typeof custom.ErrorCode, message: string | null) => {
      throw error(code, message ?? undefined);
    },
    THROW: () => {
      throw new Error("a secret of the add-in");
    },
    REJECT: () => Promise.reject(error("notAvailable", "not yet published")),
    MIXED: () => [
      ["text", 1, true],
      [null, "2016-10", error("notAvailable", "a hole")],
    ],
    DAY: () => ({ type: "Double", basicValue: 45_464, numberFormat: "yyyy-mm-dd" }),
    SLOW: (a: unknown, invocation: CustomFunctions.CancelableInvocation) =>
      new Promise(() => {
        invocation.onCanceled = () => cancelled.push(a);
      }),
  };
  for (const [id, implementation] of Object.entries(functions)) custom.associate(id, implementation);
}
