import { parseArgs } from "node:util";
import { splitOptions } from "../answer/choices";
import { LANGUAGES, type Language } from "../charts/common/language";
import { choicesFrom } from "../charts/common/read-choices";
import { resolveChart } from "../charts/common/resolve";
import { Problem } from "../domain/problem";
import { readArea, splitAddress } from "../file/address";
import type { ChosenChart } from "../file/chart-cells";
import type { Spot } from "../xlsx/charts/plan-insert";
import { UsageError } from "./command";
import { FIGURES_OPTIONS, type FiguresAsked } from "./figures";
import { TARGET_OPTIONS, type TargetAsked } from "./file-target";

export interface ChartArguments {
  readonly files: readonly string[];
  readonly charts: readonly ChosenChart[];
  /** Where the chart's first cell goes; undefined for a sheet of its own. */
  readonly spot: Spot | undefined;
  readonly target: TargetAsked;
  readonly figures: FiguresAsked;
  readonly json: boolean;
}

/** What was asked for; what names no chart, option, language or cell is a UsageError. */
export function readChartArguments(args: readonly string[]): ChartArguments {
  const { values, positionals: files } = parsed(args);
  const { chart: asked = [], at, lang: language, json = false, offline, from, store, ...target } = values;
  const lang = LANGUAGES.find((one) => one === (language ?? "en"));
  if (!lang)
    throw new UsageError(`--lang ${language ?? ""} is not a language; write --lang en or --lang ja.`);
  if (asked.length === 0)
    throw new UsageError("Say which chart: --chart digital-balance, or --chart 'digital-balance;years=5'.");
  if (at !== undefined && asked.length > 1)
    throw new UsageError("--at is the place of one chart; ask for one --chart, or leave --at out.");
  return {
    files,
    charts: asked.map((text) => chosen(text, lang)),
    spot: at === undefined ? undefined : spotAt(at),
    target,
    figures: { offline, from, store },
    json,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...FIGURES_OPTIONS,
        ...TARGET_OPTIONS,
        chart: { type: "string", multiple: true },
        at: { type: "string" },
        lang: { type: "string" },
        json: { type: "boolean" },
      },
    });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** `digital-balance;years=5`: a chart with options, as CAPTION takes them. */
function chosen(text: string, lang: Language): ChosenChart {
  const [id = "", ...options] = text.split(";");
  try {
    const definition = resolveChart(id);
    const pairs = splitOptions(options.join(";"));
    const isSaid = pairs.some(([key]) => key.trim().toLowerCase() === "lang");
    return { definition, choices: choicesFrom(definition, isSaid ? pairs : [...pairs, ["lang", lang]]) };
  } catch (thrown) {
    if (thrown instanceof Problem) throw new UsageError(`--chart: ${thrown.message}`);
    throw thrown;
  }
}

/** `Sheet1!H3`, or `'My data'!H3`. */
function spotAt(text: string): Spot {
  const { sheet, cells } = splitAddress(text);
  try {
    const { row, column } = readArea(cells);
    if (sheet !== "") return { sheet, row, column };
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
  }
  throw new UsageError(`--at ${text} is not a cell of a sheet; write --at 'Sheet1!H3'.`);
}
