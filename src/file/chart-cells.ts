import type { ChartChoices } from "../charts/common/choices";
import type { ChartDefinition, Finding } from "../charts/common/definition";
import type { Place } from "../charts/common/formula";
import { call } from "../charts/common/call";
import { callText } from "../charts/common/formula-text";
import { writeChoices } from "../charts/common/read-choices";
import type { Area } from "./address";
import type { ChartLayout } from "./chart-layout";

/** A chart with all that was chosen of it. */
export interface ChosenChart {
  readonly definition: ChartDefinition;
  readonly choices: ChartChoices;
}

/** `=DIGITRADE.CAPTION("digital-balance","part=title;years=5")`: a text that follows the figures. */
export function captionFormula(
  { definition, choices }: ChosenChart,
  part: keyof Finding,
  namespace: string,
): string {
  const how = [`part=${part}`, writeChoices(definition, choices)].filter((text) => text !== "").join(";");
  return `=${callText(call("CAPTION", definition.id, how), { namespace, origin: { row: 0, column: 0 } })}`;
}

/** The cells of the captions around a chart, with what each says. */
export const captionPlaces = ({ title, subtitle, source, sentence }: ChartLayout) =>
  [
    [title, "title"],
    [subtitle, "subtitle"],
    [source, "source"],
    [sentence, "sentence"],
  ] as const satisfies readonly (readonly [Place, keyof Finding])[];

/** A part of a block as cells of the sheet. */
export function inBlock({ block }: Pick<ChartLayout, "block">, part: Place & Partial<Area>): Area {
  const { row, column, rows = 1, columns = 1 } = part;
  return { row: block.row + row, column: block.column + column, rows, columns };
}
