import type { Day } from "../../domain/period";
import type { SeriesId } from "../../domain/series";
import type { Cause } from "../../file/reasons";
import type { CellValue } from "../cells";

/** A cell that shows something else than before, and why. */
export interface ChangedCell {
  readonly sheet: string;
  /** `B3`. */
  readonly cell: string;
  readonly old: CellValue;
  readonly new: CellValue;
  /** What a new error means. */
  readonly message?: string;
  /** The cell whose formula fills this one, where it is another. */
  readonly filledFrom?: string;
  /** Newer documents that changed it; none for a formula that is not ours. */
  readonly causes: readonly Cause[];
  /** It answers for another day than before: the file was pinned to one. */
  readonly unpinned?: true;
  /** Changed cells that it reads, the first of them: `Sheet1!B3`. */
  readonly follows: readonly string[];
  /** Nothing of that: what it showed was worked out with other figures than those that the file kept. */
  readonly earlier?: true;
}

/** A formula that keeps its old value, and why. */
export interface KeptCell {
  readonly sheet: string;
  readonly cell: string;
  readonly isOurs: boolean;
  readonly why: string;
}

/** A formula of ours that is an error now. */
export interface ErrorCell {
  readonly sheet: string;
  readonly cell: string;
  readonly error: string;
  readonly message: string;
  /** Left out where the file showed an error there before. */
  readonly isNew?: true;
}

/** What became of one series. */
export interface SeriesReport {
  readonly id: SeriesId;
  readonly outcome: "unchanged" | "newer" | "entered" | "failed";
  /** Why it could not be looked for. */
  readonly message?: string;
  readonly published?: Day;
  readonly retrieved?: Day;
  /** The document that is built into this program. */
  readonly embedded?: boolean;
  /** Its source could not be asked, and what was held answers. */
  readonly stale?: boolean;
}

/** What refreshing one file did, or would do. */
export interface RefreshReport {
  /** Formulas of ours in it. */
  readonly formulas: number;
  /** Those that were written anew in the form in which Excel finds our functions. */
  readonly rewritten: readonly { readonly sheet: string; readonly cell: string }[];
  readonly pin?: Day;
  readonly series: readonly SeriesReport[];
  readonly changes: readonly ChangedCell[];
  readonly kept: readonly KeptCell[];
  readonly errors: readonly ErrorCell[];
  /** Parts with charts whose remembered values were renewed. */
  readonly charts: readonly string[];
  /** What of the file only Excel works out; it does so when it opens the file. */
  readonly onlyExcel: readonly string[];
  readonly recalculatesOnLoad: boolean;
  /** Whether the file's bytes change. */
  readonly isChanged: boolean;
}
