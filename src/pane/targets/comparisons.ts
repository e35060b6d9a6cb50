import type { Target } from "../../catalog/targets";
import type { Word } from "../words/en";

/** A comparison that can be drawn for a target: the chart's id, and its word on a button. */
export interface Comparison {
  readonly chart: "target-bullet" | "target-path" | "target-gap" | "deficit-projections";
  readonly word: Word;
}

const BULLET: Comparison = { chart: "target-bullet", word: "targetBullet" };
const PATH: Comparison = { chart: "target-path", word: "targetPathChart" };
const GAP: Comparison = { chart: "target-gap", word: "targetGapChart" };
const PROJECTIONS: Comparison = { chart: "deficit-projections", word: "targetProjections" };

/** What is counted can be compared; a path needs a base besides; projections of the deficit stand in one chart. */
export function comparisonsOf({ kind, latest, base, deficit }: Target): readonly Comparison[] {
  if (kind === "projection") return deficit === true ? [PROJECTIONS] : [];
  if (kind === "risk" || latest === undefined) return [];
  return base ? [BULLET, PATH, GAP] : [BULLET];
}
