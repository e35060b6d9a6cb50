import { nearest } from "../../domain/nearest";
import { badInput } from "../../domain/problem";
import { CHARTS } from "../index";
import type { ChartDefinition } from "./definition";

/** The chart or comparison of an id in any case; unknown text is a Problem that names the three nearest. */
export function resolveChart(text: string): ChartDefinition {
  const asked = text.normalize("NFKC").trim().toLowerCase();
  const found = CHARTS.find(({ id }) => id === asked);
  if (found) return found;
  const ids = CHARTS.map(({ id }) => id);
  throw badInput(
    `"${text.trim()}" is not a chart that DigiTrade knows; the nearest are ${nearest(asked, ids, 3).join(", ")}.`,
  );
}
