import { writeChoices, readChoices } from "../charts/common/read-choices";
import { resolveChart } from "../charts/common/resolve";
import type { ChartChoices } from "../charts/common/choices";
import type { ChartDefinition } from "../charts/common/definition";
import { Problem } from "../domain/problem";

/**
 * What a workbook keeps of an inserted chart: the comment of a hidden name of its sheet, which covers the chart's cells.
 * Excel moves the name with its cells, copies it with its sheet and saves it with the file, and no part of ours is needed
 * to read it. `1|digital-balance|years=5|Digital balance by year`: schema, chart, choices, the chart object's name.
 */
export interface ChartMark {
  readonly definition: ChartDefinition;
  readonly choices: ChartChoices;
  /** Of the chart object on the sheet. */
  readonly shape: string;
}

const SCHEMA = "1";
const NAME = /^DigiTrade\.chart\.(\d+)$/i;
/** Excel keeps no longer comment of a name. */
const LONGEST = 255;

const markName = (n: number): string => `DigiTrade.chart.${n}`;

export const isMarkName = (name: string): boolean => NAME.test(name);

/** The first number that no mark of the sheet has. */
export function freeMarkName(names: readonly string[]): string {
  const taken = new Set(names.map((name) => Number(NAME.exec(name)?.[1])));
  let n = 1;
  while (taken.has(n)) n++;
  return markName(n);
}

export function markText({ definition, choices, shape }: ChartMark): string {
  return [SCHEMA, definition.id, writeChoices(definition, choices), shape].join("|").slice(0, LONGEST);
}

/** A mark that a newer version wrote, or that somebody changed, is a Problem. */
export function readMark(text: string): ChartMark {
  const [schema, id = "", choices = "", ...shape] = text.split("|");
  if (schema !== SCHEMA || shape.length === 0)
    throw new Problem(
      "unreadable",
      /^\d+$/.test(schema ?? "") && schema !== SCHEMA
        ? "A newer version of DigiTrade inserted this chart; update DigiTrade to change it."
        : "The mark of this chart was changed by hand; insert the chart again.",
    );
  const definition = resolveChart(id);
  return { definition, choices: readChoices(definition, choices), shape: shape.join("|") };
}

/** The same chart of the same choices, in whatever language: it is updated, not inserted beside itself. */
export function isSameChart(a: Omit<ChartMark, "shape">, b: Omit<ChartMark, "shape">): boolean {
  const key = ({ definition, choices }: Omit<ChartMark, "shape">): string =>
    `${definition.id}|${writeChoices(definition, { ...choices, lang: "en" })}`;
  return key(a) === key(b);
}
