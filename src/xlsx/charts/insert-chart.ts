import type { Place } from "../../charts/common/formula";
import { cellName, type Area } from "../../file/address";
import { notesOf } from "../../file/chart-layout";
import { applyEdits } from "../apply-edits";
import type { StoredBook, StoredSheet } from "../book";
import type { CellEdit, CellValue } from "../cells";
import { chartPart } from "../new/chart-part";
import type { WorkedSheet } from "../new/plan";
import { sizesOf } from "../new/sizes";
import { gridOf, textOf, valueAt } from "../new/worked";
import { zonesOf } from "../new/zones";
import { withChanges, type Changes, type Package } from "../package";
import { withText } from "../parts";
import { spliced } from "../splice";
import { clearings, wantedCells, type WantedCell } from "./cell-edits";
import { frameOver, framesOn, withChart, withWords, type ChartWords } from "./chart-frame";
import { widened } from "./columns";
import { withMark, withPrintArea } from "./marks";
import { withNewSheet } from "./new-sheet";
import { added, outlineOf } from "./outline";
import type { ChartPlan } from "./plan-insert";
import { WORKSHEET } from "./sequences";
import { withStylesFor } from "./styled";

/** A chart that is to be inserted, with what its formulas came to. */
export interface ChartJob extends ChartPlan {
  /** Of the plan that is rehearsed. */
  readonly worked: WorkedSheet;
}

/**
 * What changes in a file where a chart is inserted or brought up to date: its cells with their looks, the chart, and the hidden
 * name by which the add-in knows it. Comes on top of the changes that the package has already; parts that stay as they are, are
 * not among them.
 */
export function insertChart(pkg: Package, book: StoredBook, job: ChartJob): Changes {
  const { chart, sheet: name, before, layout } = job;
  const wanted = wantedCells(job, job.worked);
  const { pkg: held, sheet } = grounded(pkg, book, job);
  const cleared = before ? clearings(before, wanted) : [];
  let after = withCells(held, withSheet(book, sheet), sheet, job, wanted, cleared);
  if (!before) after = withPlace(after, sheet.part, job);
  if (job.isNewSheet) after = withPrintArea(after, name, job.written.printed);
  const shown = shownBy(job);
  const frames = framesOn(after, sheet.part);
  const frame = before && frameOver(frames, before.mark.shape, layout.frame);
  const others = frames.filter((one) => one !== frame).map((one) => one.name);
  const words: ChartWords = {
    name: freeName(chart.definition.title[chart.choices.lang], others),
    description: shown.sentence,
  };
  after = frame
    ? // Where it stands and how large it is stays as people have it.
      withWords(withText(after, frame.chart, shown.xml), sheet.part, frame, words)
    : withChart(after, sheet.part, { xml: shown.xml, area: layout.frame, words });
  const place = { sheet: name, area: layout.whole, name: before?.name };
  return withMark(after, { ...chart, shape: words.name }, place).changes;
}

/** A name that no other chart object of the sheet has. */
function freeName(title: string, taken: readonly string[]): string {
  const lower = taken.map((name) => name.toLowerCase());
  let name = title;
  for (let n = 2; lower.includes(name.toLowerCase()); n++) name = `${title} ${n}`;
  return name;
}

interface Grounded {
  readonly pkg: Package;
  readonly sheet: StoredSheet;
}

/** The sheet that takes the chart: the one that is there, or an empty new one. */
function grounded(pkg: Package, book: StoredBook, job: ChartJob): Grounded {
  const held = book.sheets.find(({ name }) => name === job.sheet);
  if (held) return { pkg, sheet: held };
  const made = withNewSheet(
    pkg,
    job.sheet,
    sizesOf(job.written, job.worked, zonesOf(job.written, job.worked)),
  );
  return {
    pkg: made.pkg,
    sheet: {
      ...{ name: job.sheet, part: made.part, visibility: "visible", isProtected: false },
      ...{ cells: [], merged: [], tables: [] },
    },
  };
}

const withSheet = (book: StoredBook, sheet: StoredSheet): StoredBook =>
  book.sheets.includes(sheet) ? book : { ...book, sheets: [...book.sheets, sheet] };

function withCells(
  pkg: Package,
  book: StoredBook,
  { name, cells }: StoredSheet,
  { before }: ChartJob,
  wanted: readonly WantedCell[],
  cleared: readonly CellEdit[],
): Package {
  // What people made of the looks of a chart that is there stays.
  const held = new Set(before ? cells.map(({ row, column }) => cellName(row, column)) : []);
  const isNew = ({ edit }: WantedCell): boolean => !held.has(cellName(edit.row, edit.column));
  const styled = withStylesFor(
    pkg,
    wanted.filter(isNew).map(({ style }) => style),
  );
  const edits = wanted.map((one) =>
    isNew(one) ? { ...one.edit, style: styled.styleOf(one.style) } : one.edit,
  );
  return withChanges(styled.pkg, applyEdits(styled.pkg, book, new Map([[name, [...cleared, ...edits]]])));
}

/** Cells joined for the notes, and columns that are wide enough for what is in the block. */
function withPlace(pkg: Package, part: string, job: ChartJob): Package {
  const { layout, rehearsed, worked, isNewSheet } = job;
  const xml = pkg.text(part);
  const outline = outlineOf(xml, part);
  const p = outline.root.element.prefix;
  const { widths } = sizesOf(rehearsed, worked, zonesOf(rehearsed, worked));
  const right = layout.whole.column - (rehearsed.charts[0]?.layout.whole.column ?? 0);
  const own = new Map([...widths].map(([column, points]) => [column + right, points]));
  const merged = notesOf(layout).map((area) => `<${p}mergeCell ref="${refOf(area)}"/>`);
  const list = { name: "mergeCells", order: WORKSHEET, isCounted: true };
  return withText(
    pkg,
    part,
    spliced(xml, [...(isNewSheet ? [] : widened(xml, outline, own)), ...added(xml, outline, list, merged)]),
  );
}

const refOf = ({ row, column, rows, columns }: Area): string =>
  `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`;

/** The chart's part, and what it shows in words: its title where the sentence could not be made. */
function shownBy({ chart, sheet, layout, rehearsed, worked }: ChartJob): {
  readonly xml: string;
  readonly sentence: string;
} {
  const trial = rehearsed.charts[0]?.layout ?? layout;
  const said = ({ row, column }: Place): CellValue => valueAt(rehearsed, worked, row, column);
  const { definition, choices } = chart;
  const values = gridOf(rehearsed, worked, trial.block);
  const cells = { sheet, layout, values };
  const sentence = said(trial.sentence);
  return {
    xml: chartPart(definition.drawing(choices), cells, textOf(said(trial.title))),
    sentence: typeof sentence === "string" ? sentence : definition.title[choices.lang],
  };
}
