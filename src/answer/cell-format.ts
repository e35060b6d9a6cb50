import type { Scale, Unit } from "../domain/unit";

/** Decimals that a published figure supports, by how large the unit of the answer is. */
const MONEY_DECIMALS = { raw: 0, k: 0, mn: 1, oku: 0, bn: 2, tn: 4, cho: 4 } as const satisfies Record<
  Scale,
  number
>;

/** How a number of a unit is best shown in a cell; the cell keeps the full value. */
export function cellFormat(unit: Unit, scale: Scale, value: number): string {
  switch (unit.kind) {
    case "money":
      return withDecimals(MONEY_DECIMALS[scale]);
    case "rate":
      return withDecimals(rateDecimals(value));
    case "percent":
    case "index":
      return withDecimals(1);
    case "persons":
      return withDecimals(scale === "raw" || scale === "k" ? 0 : 3);
    case "number":
      return "General";
  }
}

const RATE_DIGITS = 6;

/** Six digits that matter: 140.588 yen per dollar, 1.08127 dollars per euro. */
function rateDecimals(value: number): number {
  const whole = Math.floor(Math.log10(Math.abs(value) || 1)) + 1;
  return Math.min(10, Math.max(0, RATE_DIGITS - whole));
}

function withDecimals(n: number): string {
  return n === 0 ? "#,##0" : `#,##0.${"0".repeat(n)}`;
}
