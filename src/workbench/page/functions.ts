import type { FunctionMetadata, FunctionTable } from "../sheet/function-table";

/** What the grid can calculate with. */
export interface PageFunctions {
  readonly namespace: string;
  readonly metadata: readonly FunctionMetadata[];
  readonly table: FunctionTable;
}

/** TEMPORARY: two stand-ins until the real functions are connected here. */
export function connectFunctions(): Promise<PageFunctions> {
  const years = (year: unknown): number => {
    if (typeof year === "number" && Number.isInteger(year)) return year;
    throw Object.assign(new Error("The year must be a whole number, such as 2023."), { code: "#VALUE!" });
  };
  return Promise.resolve({
    namespace: "DIGITRADE",
    metadata: [
      {
        id: "DEMOYEARS",
        name: "DEMOYEARS",
        description: "A stand-in: years up to one, and how long ago they were.",
        parameters: [{ name: "year", description: "The last year", type: "any" }],
        result: { dimensionality: "matrix" },
      },
      {
        id: "DEMOLATER",
        name: "DEMOLATER",
        description: "A stand-in: the year after, a moment later.",
        parameters: [{ name: "year", description: "A year", type: "any" }],
      },
    ],
    table: {
      DEMOYEARS: (year) => [2, 1, 0].map((ago) => [years(year) - ago, ago]),
      DEMOLATER: async (year) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return years(year) + 1;
      },
    },
  });
}
