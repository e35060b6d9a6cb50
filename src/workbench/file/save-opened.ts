import { customXml, withCustomXml } from "../../xlsx/custom-xml";
import { applyEdits } from "../../xlsx/apply-edits";
import { withText } from "../../xlsx/parts";
import { savePackage, withChanges, type Package } from "../../xlsx/package";
import { readBook } from "../../xlsx/read-book";
import { readArea } from "../../file/address";
import { isMarkName } from "../../file/chart-mark";
import type { Host } from "../host/index";
import type { Engine } from "../sheet/engine";
import { fileEdits } from "./cell-edits";
import { chartEdits } from "./chart-corrections";
import { withWidths } from "./column-widths";
import { withDefinedNames, type GridName } from "./defined-names";
import { differences } from "./differences";
import { gridAnswers } from "./grid-answers";
import { KINDS, sheetIdOf } from "./grid-book";
import { imageOf, type GridImage } from "./grid-image";
import { withNewCharts, type NewChart } from "./insert-charts";
import { marksNow, nameChanges, namesNow } from "./names-now";
import { withNewLooks } from "./new-looks";
import type { OpenedFile } from "./opened-file";
import type { Refusal, RefusedChange } from "./refusals";
import { withRenewedCharts } from "./renewed-charts";
import { traceOf } from "./trace";

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
 * The opened file with the changes that were made in the grid: cells, formats, widths, names, charts of ours and what travels in
 * the file. Every other part stays as it is, byte for byte; what cannot be kept so is refused, and then nothing is saved.
 */
export function saveOpened(base: FileBase, engine: Engine, host: Host): Saved {
  const { opened } = base;
  const image = imageOf(host);
  const answers = gridAnswers(engine, host.model);
  const charts = newCharts(base, host);
  const grounds = charts.map(({ sheetId, area }) => ({ sheetId, area }));
  const { sheets, refused } = differences(base.image, image, traceOf(host.model).moved, grounds);
  const strangers = chartsOfOthers(base.image, image, charts);
  const looked = withNewLooks(opened, sheets, (sheetId, cell) => excelFormat(host, sheetId, cell));
  const edited = fileEdits({ ...opened, answers, changes: sheets, styleAt: looked.styleAt });
  const inserted = withNewCharts(looked.pkg, charts, answers, (sheetId, row, column) =>
    host.book.formats.toExcel(host.book.getters.getEvaluatedCell({ sheetId, row, col: column }).format),
  );
  // Where cells are elsewhere by now, or called otherwise, all that refers to them differs: it is said once.
  const cells = refused.some(({ what }) => ELSEWHERE.includes(what)) ? [] : edited.refused;
  const all = [...refused, ...strangers, ...cells, ...inserted.refused];
  if (all.length > 0) return { kind: "refused", refused: all };

  let pkg = inserted.pkg;
  const book = readBook(pkg);
  const corrected = chartEdits(book, charts, image, answers);
  const edits = new Map([...edited.edits]);
  for (const [sheet, own] of corrected) edits.set(sheet, [...(edits.get(sheet) ?? []), ...own]);
  if (edits.size > 0)
    pkg = withChanges(pkg, applyEdits(pkg, book, edits, { calculateOnLoad: edited.calculateOnLoad }));
  for (const [place, { part }] of opened.book.sheets.entries()) {
    const xml = pkg.text(part);
    const wide = withWidths(xml, part, sheets.get(sheetIdOf(place))?.widths ?? new Map());
    if (wide !== xml) pkg = withText(pkg, part, wide);
  }
  pkg = withRenewedCharts(pkg, opened, edited.edits);
  pkg = withDefinedNames(pkg, namesToWrite(base, host, charts));
  pkg = withTravelling(pkg, image);
  return { kind: "saved", bytes: pkg === opened.pkg ? opened.pkg.source.file : savePackage(pkg) };
}

const ELSEWHERE: readonly RefusedChange[] = [
  ...(["rows-inserted", "rows-deleted", "columns-inserted", "columns-deleted"] as const),
  ...(["sheet-renamed", "sheet-deleted"] as const),
];

function newCharts({ opened, names }: FileBase, host: Host): readonly NewChart[] {
  const held = new Set(
    names.filter(({ name }) => isMarkName(name)).map(({ sheet, name }) => `${sheet}!${name}`),
  );
  return marksNow(host).flatMap((mark) => {
    const sheet = host.sheets.name(mark.sheetId);
    if (held.has(`${sheet}!${mark.name}`)) return [];
    const isNewSheet = !opened.book.sheets.some((_, place) => sheetIdOf(place) === mark.sheetId);
    return [{ ...mark, sheet, isNewSheet }];
  });
}

/** Charts that somebody drew in the grid by hand. */
function chartsOfOthers(before: GridImage, now: GridImage, ours: readonly NewChart[]): readonly Refusal[] {
  const known = new Set(before.sheets.flatMap(({ figures }) => figures.map(({ id }) => id)));
  return now.sheets.flatMap(({ id: sheetId, name, figures }) =>
    figures.flatMap(({ id, data }): readonly Refusal[] => {
      const shape = data?.office.name ?? name;
      const isOurs = ours.some((chart) => chart.sheetId === sheetId && chart.shape === shape);
      return known.has(id) || isOurs ? [] : [{ what: "chart-added", where: shape }];
    }),
  );
}

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

/** What travels in the file, where it is another by now. */
function withTravelling(pkg: Package, { office = {} }: GridImage): Package {
  const texts = Object.entries(office).flatMap(([key, text]) =>
    key.startsWith("xml:") && typeof text === "string" ? [text] : [],
  );
  let after = pkg;
  for (const kind of KINDS) {
    const now = texts.filter((text) => text.includes(kind.namespace));
    const before = customXml(after, kind);
    if (before.length !== now.length || before.some((text, i) => text !== now[i]))
      after = withCustomXml(after, kind, now);
  }
  return after;
}
