import type { FunctionName } from "../functions/ask";

/** One good call of every function. */
export const VALID = {
  CAPTION: ["digital-balance", "part=title"],
  CITE: ["TIC.JP", "apa"],
  COMPONENTS: ["JP", 2015, "USD", "unit=bn"],
  CONVERT: [
    [
      [100, 200],
      [300, 400],
    ],
    "JPY",
    "USD",
    [[2022, 2023]],
    "unit=mn",
  ],
  DECOMPOSE: ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn"],
  DEFICIT: ["JP", 2023, "USD", "unit=bn"],
  FXRATE: ["USD", "JPY", 2023, "avg", "fxsrc=fred"],
  HISTORY: ["JP.DIGITAL.NET", 2014, 2016, "freq=A"],
  HOLDERS: ["2024-12", 3, "unit=tn"],
  IMPLIED: [5.35e12, "JPY", 33.7e9, "USD", 2023, "top=3"],
  INFO: ["JP.DIGITAL.NET", "unit"],
  PACE: [20_000, "2023-04-01", 50_000, "FY2030", "all"],
  PANEL: [[["JP.DIGITAL.NET"], ["JP.TRAVEL.NET"]], 2014, 2016, "freq=A"],
  REVISION: ["JP.SERVICES.NET", 2023, "2024-03-01", "2024-12-31"],
  SEARCH: ["digital deficit", 3],
  STATUS: ["version"],
  TARGET: ["JP.SPECIALISTS", "path", "2026-04-01", "asof=2026-04-01"],
  VALUE: ["JP.DIGITAL.NET", 2023, "unit=tn"],
  WHY: [[[1]]],
} as const satisfies Record<FunctionName, readonly unknown[]>;

/** A call of a function with one argument replaced. */
export function withArgument(name: FunctionName, position: number, value: unknown): readonly unknown[] {
  return VALID[name].map((arg, i) => (i === position ? value : arg));
}
