import type { Grid } from "../charts/common/grid";
import type { ChosenChart } from "../file/chart-cells";

/** What is to be inserted. */
export interface ChartJob extends ChosenChart {
  /** Of the functions in formulas, `DIGITRADE`. */
  readonly namespace: string;
  /** The values of the block as they are now: where axes end and what is labelled depends on them. */
  readonly values: Grid;
}

/** Names that the chart has: until it stands, on the sheet in the end, and of its mark. */
export interface ChartNames {
  readonly temporary: string;
  readonly shape: string;
  readonly mark: string;
}
