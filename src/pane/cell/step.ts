/** A line of what a step was made from. */
export interface Detail {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** One step from what was published to what the cell shows. */
export interface Step {
  readonly title: string;
  readonly text: string;
  readonly notes: readonly string[];
  /** In the function's own English words. */
  readonly original?: string;
  readonly details?: { readonly summary: string; readonly rows: readonly Detail[] };
}

/** More would bury the pane; the workbook's own formulas list them all. */
export const MOST_ROWS = 60;
