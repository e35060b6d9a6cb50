import type { ChartDefinition } from "./definition";

/** Charts first, then target comparisons, each in its place. */
export function galleryOrder(charts: readonly ChartDefinition[]): readonly ChartDefinition[] {
  return [...charts].sort((a, b) => (a.kind === b.kind ? a.place - b.place : a.kind === "chart" ? -1 : 1));
}
