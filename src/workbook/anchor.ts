/** A cell with a formula of ours. */
export interface Anchor {
  readonly sheet: string;
  /** `B3`. */
  readonly cell: string;
  /** `'Sheet1'!B3`, as a formula would write it. */
  readonly address: string;
  readonly formula: string;
  /** Our functions in it, `VALUE`, in order and as often as they stand there; then those that it calls through names. */
  readonly functions: readonly string[];
  readonly spill: { readonly rows: number; readonly columns: number };
  /** Entered while the add-in was absent: Excel shows #NAME? until the formula is entered again. */
  readonly stored: boolean;
  /** What the cell shows now, as `Range.values` has it. */
  readonly shows: unknown;
  readonly format: string;
}

/** Whether a cell waits for its formula to be entered again. */
export const isDamaged = ({ stored, shows }: Anchor): boolean => stored || shows === "#NAME?";
