import type { Currency } from "./currency";
import { exchange, type Basis, type Rate } from "./exchange";
import type { Period } from "./period";

/** Convert each native period and then sum, or sum first and convert once. */
export type Path = "native" | "agg";

/** An amount of one period, in its own currency. */
export interface Piece {
  readonly period: Period;
  readonly value: number;
}

/** A converted amount with every rate that was used. */
export interface Converted {
  readonly value: number;
  readonly path: Path;
  readonly basis: Basis;
  readonly rates: readonly Rate[];
}

/** The rate for a period on a basis; throws a Problem where there is none. */
export type RateFor = (period: Period, basis: Basis) => Rate;

/**
 * A flow in another currency: period by period at the average of its own native period, then summed; `path=agg` sums
 * first. `basis=end` is the last fixing of the requested period and so sums first, unless native is asked for
 * (month-end rates). A day's rate serves for everything.
 */
export function convertFlow(
  pieces: readonly Piece[],
  whole: Period,
  from: Currency,
  basis: Basis,
  path: Path | undefined,
  rateFor: RateFor,
): Converted {
  const chosen: Path = path ?? (basis === "end" ? "agg" : "native");
  if (chosen === "agg" || (basis !== "avg" && basis !== "end")) {
    const rate = rateFor(whole, basis);
    const sum = pieces.reduce((s, piece) => s + piece.value, 0);
    return { value: exchange(sum, from, rate), path: chosen, basis, rates: [rate] };
  }
  const byPeriod = new Map<Period, number>();
  for (const { period, value } of pieces) byPeriod.set(period, (byPeriod.get(period) ?? 0) + value);
  const rates: Rate[] = [];
  let sum = 0;
  for (const [period, value] of byPeriod) {
    const rate = rateFor(period, basis);
    rates.push(rate);
    sum += exchange(value, from, rate);
  }
  return { value: sum, path: chosen, basis, rates };
}

/** A stock in another currency: at the last fixing of the period at whose end it was counted. */
export function convertStock(
  piece: Piece,
  from: Currency,
  basis: Basis | undefined,
  rateFor: RateFor,
): Converted {
  const chosen = basis ?? "end";
  const rate = rateFor(piece.period, chosen);
  return { value: exchange(piece.value, from, rate), path: "native", basis: chosen, rates: [rate] };
}
