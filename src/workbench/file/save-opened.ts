import { applyEdits } from "../../xlsx/apply-edits";
import { isSigned } from "../../xlsx/digital-signature";
import { savePackage, withChanges } from "../../xlsx/package";
import { readBook } from "../../xlsx/read-book";
import { withRenamedColumns } from "../../xlsx/rename-columns";
import { readArea } from "../../file/address";
import type { Host } from "../host/index";
import type { Engine } from "../sheet/engine";
import { fileEdits } from "./cell-edits";
import { chartsOfOthers, newCharts } from "./charts-added";
import { chartEdits } from "./chart-corrections";
import { withDefinedNames, type GridName } from "./defined-names";
import { differences } from "./differences";
import { settingChanges, withSettings } from "./document-settings";
import { gridAnswers } from "./grid-answers";
import { imageOf, type GridImage } from "./grid-image";
import { withNewCharts, type NewChart } from "./insert-charts";
import { nameChanges, namesNow } from "./names-now";
import { withNewLooks } from "./new-looks";
import type { OpenedFile } from "./opened-file";
import type { Refusal, RefusedChange } from "./refusals";
import { reboundCharts, withReboundCharts } from "./rebound-charts";
import { withRenewedCharts } from "./renewed-charts";
import { withLayouts } from "./sheet-sizes";
import { typedHeadings, unreadRefusals, withNewHeadings } from "./table-headings";
import { traceOf } from "./trace";
import { withTravelling } from "./travelling";

/** A file that was opened in the grid, and what the grid was when it had just been opened. */
export interface FileBase {
  readonly opened: OpenedFile;
  readonly image: GridImage;
  readonly names: readonly GridName[];
}

/** What saving comes to: the file's bytes, or all that it cannot keep. */
export type Saved =
  | { readonly kind: "saved"; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly refused: readonly Refusal[] };

/** What a workbook is like that has just been opened; before anybody changes it. */
export function fileBase(opened: OpenedFile, host: Host): FileBase {
  // In the order in which they were shown, so that each is known again.
  for (const format of opened.formats) host.book.formats.toGrid(format);
  return { opened, image: imageOf(host), names: namesNow(host) };
}

/**
 * The opened file with the changes that were made in the grid: cells, formats, sizes, panes, names, headings of tables, charts of
 * ours, settings and what travels in the file. Every other part stays as it is, byte for byte; what cannot be kept so is refused, and then nothing is saved.
 */
export function saveOpened(base: FileBase, engine: Engine, host: Host): Saved {
  const { opened } = base;
  const image = imageOf(host);
  const answers = gridAnswers(engine, host.model);
  const charts = newCharts(opened, base.names, host);
  const grounds = charts.map(({ sheetId, area }) => ({ sheetId, area }));
  const bound = reboundCharts(opened, base.image, image);
  const rebound = new Set(bound.map(({ figure }) => figure));
  const { sheets, refused } = differences(base.image, image, traceOf(host.model).moved, { grounds, rebound });
  const settings = settingChanges(opened.pkg, base.image, image);
  const strangers = chartsOfOthers(base.image, image, charts);
  const looked = withNewLooks(opened, sheets, (sheetId, cell) => excelFormat(host, sheetId, cell));
  const headings = typedHeadings(
    opened,
    sheets,
    (sheetId, row, column) => host.book.cell(sheetId, column, row).formattedValue,
  );
  const edited = fileEdits({
    ...{ ...opened, answers, changes: sheets },
    ...{ styleAt: looked.styleAt, headings: headings.texts },
  });
  const followed = withNewHeadings(opened.book, edited.edits, headings.renames);
  const headed = withRenamedColumns(looked.pkg, opened.book, headings.renames);
  const inserted = withNewCharts(headed.pkg, charts, answers, (sheetId, row, column) =>
    host.book.formats.toExcel(host.book.getters.getEvaluatedCell({ sheetId, row, col: column }).format),
  );
  // Where cells are elsewhere by now, or called otherwise, all that refers to them differs: it is said once.
  const cells = refused.some(({ what }) => ELSEWHERE.includes(what))
    ? []
    : [...edited.refused, ...headings.refused, ...unreadRefusals([...headed.unread, ...followed.unread])];
  const all = [...refused, ...settings.refused, ...strangers, ...cells, ...inserted.refused];
  if (all.length > 0) return { kind: "refused", refused: all };

  let pkg = inserted.pkg;
  const book = readBook(pkg);
  const corrected = chartEdits(book, charts, image, answers);
  const edits = new Map(followed.edits);
  for (const [sheet, own] of corrected) edits.set(sheet, [...(edits.get(sheet) ?? []), ...own]);
  if (edits.size > 0)
    pkg = withChanges(pkg, applyEdits(pkg, book, edits, { calculateOnLoad: edited.calculateOnLoad }));
  pkg = withLayouts(pkg, book, image, sheets);
  pkg = withReboundCharts(pkg, bound, answers);
  pkg = withRenewedCharts(pkg, opened, edited.edits);
  pkg = withDefinedNames(pkg, namesToWrite(base, host, charts));
  pkg = withSettings(withTravelling(pkg, image), settings.changes);
  if (pkg === opened.pkg) return { kind: "saved", bytes: opened.pkg.source.file };
  if (isSigned(opened.pkg)) return { kind: "refused", refused: [{ what: "signed", where: opened.name }] };
  return { kind: "saved", bytes: savePackage(pkg) };
}

const ELSEWHERE: readonly RefusedChange[] = [
  ...(["rows-inserted", "rows-deleted", "columns-inserted", "columns-deleted"] as const),
  ...(["sheet-renamed", "sheet-deleted"] as const),
];

const excelFormat = ({ book }: Host, sheetId: string, cell: string): string => {
  const { row, column } = readArea(cell);
  return book.format(sheetId, column, row);
};

/** The mark of an inserted chart is written with the chart. */
function namesToWrite({ names }: FileBase, host: Host, charts: readonly NewChart[]) {
  const { remove, add } = nameChanges(names, namesNow(host));
  const isChart = ({ sheet, name }: GridName): boolean =>
    charts.some((chart) => chart.sheet === sheet && chart.name === name);
  return { remove, add: add.filter((name) => !isChart(name)) };
}
