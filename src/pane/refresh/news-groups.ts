import type { Series, SeriesId } from "../../domain/series";
import type { Reason } from "../../file/reasons";
import type { AnchorChange, Outlook } from "../../workbook/preview/prospect";
import type { Value } from "../../workbook/formula/value";
import type { Word } from "../words/en";

export const REASON_WORDS = {
  period: "whyPeriod",
  revision: "whyRevision",
  rate: "whyRate",
  definition: "whyDefinition",
  earlier: "whyEarlier",
} as const satisfies Record<Reason, Word>;

/** A cell that would change, for one line. */
export interface ChangeLine {
  /** `Figures!A1`. */
  readonly place: string;
  readonly call: string | undefined;
  readonly before: Value;
  readonly after: Value;
  readonly reasons: readonly Reason[];
  readonly together: boolean;
  readonly assumes: boolean;
}

/** The cells that one series changes. */
export interface NewsGroup {
  readonly series: Series;
  readonly lines: readonly ChangeLine[];
  readonly reasons: readonly Reason[];
}

/** The changes by the series that cause them; a cell with several causes is told of each. */
export function newsGroups(series: readonly Series[], changes: Outlook["changes"]): readonly NewsGroup[] {
  return series.map((one) => {
    const lines = changes.flatMap((change) => linesOf(change, one.id));
    return { series: one, lines, reasons: [...new Set(lines.flatMap(({ reasons }) => reasons))] };
  });
}

/** Cells that show figures of an earlier calculation, whatever is taken. */
export function earlierLines(changes: Outlook["changes"]): readonly ChangeLine[] {
  return changes
    .filter(({ earlier, causes }) => earlier && causes.length === 0)
    .flatMap((change) => linesFrom(change, ["earlier"], false));
}

/** Every cell once, with all its reasons. */
export function changedLines(changes: Outlook["changes"]): readonly ChangeLine[] {
  return changes.flatMap((change) => {
    const reasons = new Set(change.causes.flatMap((cause) => cause.reasons));
    return linesFrom(change, reasons.size > 0 ? [...reasons] : ["earlier"], false);
  });
}

function linesOf(change: AnchorChange, id: SeriesId): readonly ChangeLine[] {
  const cause = change.causes.find((one) => one.id === id);
  return cause ? linesFrom(change, cause.reasons, cause.together) : [];
}

function linesFrom(
  { anchor, cells, assumes }: AnchorChange,
  reasons: readonly Reason[],
  together: boolean,
): readonly ChangeLine[] {
  return cells.map(({ cell, call, before, after }) => ({
    place: `${anchor.sheet}!${cell}`,
    call,
    before,
    after,
    reasons,
    together,
    assumes,
  }));
}

/** How many cells would change, each counted once. */
export const cellCount = (changes: Outlook["changes"]): number =>
  changes.reduce((n, { cells }) => n + cells.length, 0);
