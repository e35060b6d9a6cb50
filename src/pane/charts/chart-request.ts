import type { ChartDefinition } from "../../charts/common/definition";
import { CHARTS } from "../../charts/index";
import { splitOptions } from "../../answer/choices";
import type { Filled } from "./chart-form";

/** A chart that the ribbon or another tab asks for, with some of its options, and whether it is to be inserted at once. */
export interface AskedChart {
  readonly definition: ChartDefinition;
  readonly filled: Filled;
  readonly insert: boolean;
}

/** `digital-balance`, `target-path?target=JP.VISITORS`, `insert:digital-balance`; anything else asks for none. */
export function chartAsked(what: string | undefined): AskedChart | undefined {
  const [, insert, id, options = ""] = /^(insert:)?([\w-]+)(?:\?(.*))?$/.exec(what ?? "") ?? [];
  const definition = CHARTS.find((chart) => chart.id === id);
  return (
    definition && {
      definition,
      filled: Object.fromEntries(splitOptions(options)),
      insert: insert !== undefined,
    }
  );
}
