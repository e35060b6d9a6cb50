import type { Shelf } from "../../answer/shelf";
import type { Text } from "../../domain/series";
import type { Block } from "./block";
import type { ChartChoices } from "./choices";
import type { Drawing } from "./drawing";
import type { ChartOption } from "./options";

/** What a chart shows, worked out from the figures, in the language chosen. */
export interface Finding {
  /** Short enough for the top of a chart. */
  readonly title: string;
  /** Unit and period. */
  readonly subtitle: string;
  /** What the chart shows in words, gaps and cautions included: for who cannot see it. */
  readonly sentence: string;
  /** Sources and vintages. */
  readonly source: string;
}

/** A prebuilt chart or target comparison, as data. Its id lives in people's workbooks: never rename one. */
export interface ChartDefinition {
  readonly id: string;
  readonly kind: "chart" | "comparison";
  /** Where it stands in the gallery, from 1 within its kind. */
  readonly place: number;
  readonly title: Text;
  readonly question: Text;
  readonly options: readonly ChartOption[];
  /** Choices that are each allowed but do not go together are a Problem. */
  readonly check?: (choices: ChartChoices) => void;
  readonly block: (choices: ChartChoices) => Block;
  readonly drawing: (choices: ChartChoices) => Drawing;
  /** A Problem where there is nothing to show; throws Absent while documents are not loaded. */
  readonly finding: (shelf: Shelf, choices: ChartChoices) => Finding;
}
