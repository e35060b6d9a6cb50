import { blockValues, type ReadyCall } from "../../src/charts/common/block-values";
import type { ChartChoices } from "../../src/charts/common/choices";
import type { ChartDefinition, Finding } from "../../src/charts/common/definition";
import type { Grid } from "../../src/charts/common/grid";
import { readChoices } from "../../src/charts/common/read-choices";
import { resolveChart } from "../../src/charts/common/resolve";
import { FUNCTIONS } from "../../src/functions/index";
import { invoke, sentence, type FunctionName } from "../functions/ask";

const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

/** Runs a call of a block by the real functions. */
function runCall({ name, args }: ReadyCall): unknown {
  if (!isFunction(name)) throw new Error(`No function ${name}`);
  return invoke(name, args);
}

/** A chart with choices, as somebody asks for it. */
export interface Asked {
  readonly definition: ChartDefinition;
  readonly choices: ChartChoices;
}

export function askedFor(id: string, options = ""): Asked {
  const definition = resolveChart(id);
  return { definition, choices: readChoices(definition, options) };
}

/** The values of a chart's block over the embedded figures. */
export function valuesOf({ definition, choices }: Asked): Promise<Grid> {
  return blockValues(definition.block(choices), runCall);
}

/** What CAPTION says of a chart, part by part. */
export async function findingOf(id: string, options = ""): Promise<Finding> {
  const ask = (part: string): Promise<string> =>
    sentence("CAPTION", id, [options, `part=${part}`].filter((t) => t !== "").join(";"));
  return {
    title: await ask("title"),
    subtitle: await ask("subtitle"),
    sentence: await ask("sentence"),
    source: await ask("source"),
  };
}

/** Choices beyond the standard ones under which every chart must hold as well. */
export const VARIANTS: readonly (readonly [id: string, options: string])[] = [
  ["digital-balance", "area=US;def=deliverable"],
  ["digital-balance", "def=5item;fx=USD;basis=end"],
  ["digital-balance", "years=30;end=2020"],
  ["digital-components", "def=5item;years=5;end=2016"],
  ["component-change", "from=2014;to=2016;def=5item;fx=EUR"],
  ["component-change", "to=2024;approx=allow"],
  ["receipts-payments", "area=IE;def=deliverable;fx=EUR"],
  ["travel-digital", "fx=USD;basis=2024-06-21;years=12"],
  ["yen-dollar-index", "base=2014;years=11"],
  ["volume-currency", "from=2014;to=2016"],
  ["volume-currency", "from=2014;to=2016;method=chain;fx=EUR"],
  ["three-rates", "year=2015;fx=GBP"],
  ["yen-per-dollar", "fx=EUR;years=1"],
  ["yen-per-dollar", "fxsrc=fred;years=2"],
  ["treasury-holders", "month=2024-12;top=5"],
  ["holdings-change", "month=2011-12;top=5"],
  ["holdings-change", "top=20"],
  ["deliverable-by-country", "year=2015;fx=JPY"],
  ["holdings-cover", "fx=USD"],
  ["target-bullet", "target=JP.INBOUNDSPEND"],
  ["target-path", "target=JP.VISITORS"],
  ["target-gap", "target=JP.SPECIALISTS2025"],
  ["deficit-projections", "from=2020"],
];
