import type { CellValue } from "../xlsx/cells";
import type { ChangedCell, RefreshReport } from "../xlsx/refresh/report";
import type { Reason } from "../file/reasons";

/** Lines of one kind that are shown; the others are counted. */
const MOST_LINES = 20;

/** A count with its noun: `1 cell`, `12 cells`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${grouped(n)} ${n === 1 ? one : many}`;

/** `12,345`; the locale's own way takes longer to load than a small file to refresh. */
const grouped = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ",");

/** The first of some lines, and how many are left out. */
export function firstOf(lines: readonly string[]): readonly string[] {
  return lines.length <= MOST_LINES
    ? lines
    : [
        ...lines.slice(0, MOST_LINES),
        `and ${counted(lines.length - MOST_LINES, "more", "more")}; --json lists all`,
      ];
}

export function valueText(value: CellValue): string {
  if (value === null || value === "") return "nothing";
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(Number(value.toPrecision(12))) : JSON.stringify(value);
}

const REASONS = {
  period: "new period",
  revision: "revised figure",
  rate: "exchange rate",
  definition: "counts something else now",
  earlier: "earlier figures",
} as const satisfies Record<Reason, string>;

function why({ causes, follows, filledFrom, earlier, unpinned }: ChangedCell): string {
  const reasons = [
    ...causes.map(({ id, reasons: some }) => `${id}: ${some.map((one) => REASONS[one]).join(" and ")}`),
    ...(unpinned ? ["no longer pinned"] : []),
    ...(follows.length > 0 ? [`follows ${follows.join(", ")}`] : []),
    ...(earlier ? ["it showed figures that the file did not keep"] : []),
  ];
  const from = filledFrom === undefined ? "" : `from ${filledFrom}; `;
  return `(${from}${reasons.join("; ")})`;
}

/** What refreshing did to a file, in lines for a terminal. */
export function refreshLines(report: RefreshReport): readonly string[] {
  const { formulas, changes, kept, errors, series, pin, rewritten, onlyExcel } = report;
  if (formulas === 0) return ["no DIGITRADE formulas"];
  const newer = series.filter(({ outcome }) => outcome === "newer");
  const failed = series.filter(({ outcome }) => outcome === "failed");
  const head = [
    counted(formulas, "formula"),
    counted(newer.length, "newer series", "newer series"),
    counted(changes.length, "changed cell"),
    ...(rewritten.length > 0 ? [`${counted(rewritten.length, "formula")} rewritten`] : []),
    ...(pin === undefined ? [] : [`pinned to ${pin}`]),
  ].join(", ");
  return [
    head,
    ...firstOf(
      changes.map(
        (one) => `${one.sheet}!${one.cell}: ${valueText(one.old)} → ${valueText(one.new)} ${why(one)}`,
      ),
    ),
    ...firstOf(kept.map(({ sheet, cell, why: reason }) => `${sheet}!${cell} keeps its value: ${reason}`)),
    ...firstOf(errors.map(({ sheet, cell, error, message }) => `${sheet}!${cell} is ${error}: ${message}`)),
    ...firstOf(failed.map(({ id, message }) => `${id} could not be looked for: ${message ?? ""}`)),
    ...(report.recalculatesOnLoad
      ? [
          `Excel works the rest out when it opens the file${onlyExcel.length > 0 ? ` (${onlyExcel.join(", ")})` : ""}.`,
        ]
      : []),
  ];
}
