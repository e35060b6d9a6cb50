import type { Status } from "../../domain/series";

/** How a figure stands; `missing` and `forecast` are no figures of ours, whatever number stands beside them. */
export type Standing = Status | "normal" | "missing" | "forecast";

/**
 * Letters of SDMX's code list of observation statuses that say more than "a figure"; estimates of the compiler itself (E,
 * I) are figures like any other.
 */
const STANDINGS: Readonly<Record<string, Standing>> = {
  B: "break",
  P: "prelim",
  F: "forecast",
  H: "missing",
  L: "missing",
  M: "missing",
  O: "missing",
  Q: "missing",
};

/** What a status letter means; an empty or unknown one stands for an ordinary figure. */
export function standingOf(letter: string): Standing {
  return Object.hasOwn(STANDINGS, letter) ? (STANDINGS[letter] ?? "normal") : "normal";
}
