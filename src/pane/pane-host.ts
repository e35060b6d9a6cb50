import type { Day } from "../domain/period";
import type { Load } from "../domain/series";
import type { Figures } from "../functions/bridge/runtime";

/** What the add-in's entry gives to the pane. */
export interface PaneHost {
  /** The workbook's edition, which functions answer from. */
  readonly figures: Figures;
  /** Series that the edition has not got yet, without entering it: looking at a series does not change the workbook. */
  readonly load: Load;
  /** Calls back whenever the figures in use, or what is known about them, change. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Writes the edition into the workbook; only after a click that changes the workbook anyway. */
  readonly keep: () => Promise<void>;
  /** Office is up and the edition read; rejects where it cannot be read. */
  readonly ready: Promise<void>;
  readonly today: () => Day;
  /** Of the functions in formulas, `DIGITRADE`. */
  readonly namespace: string;
  readonly origin: string;
  readonly product: string;
}
