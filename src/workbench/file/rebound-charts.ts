import type { Block } from "../../charts/common/block";
import type { Drawing } from "../../charts/common/drawing";
import type { Strip } from "../../charts/common/formula";
import { frameOver, framesOn } from "../../xlsx/charts/chart-frame";
import { isWhole, markedCharts, markedLayout, type WholeChart } from "../../xlsx/charts/marks";
import { reboundPart, type AxisScale } from "../../xlsx/charts/rebound-part";
import { chartPart } from "../../xlsx/new/chart-part";
import { asGrid } from "../../xlsx/new/worked";
import { withText } from "../../xlsx/parts";
import type { Package } from "../../xlsx/package";
import { tryReference, widthOf } from "../host/a1";
import type { Definition } from "../host/chart-definition";
import type { GridAnswers } from "./grid-answers";
import { sheetIdOf } from "./grid-book";
import type { FigureImage, GridImage } from "./grid-image";
import { same } from "./image-compare";
import type { OpenedFile } from "./opened-file";

/** A chart of ours in a file that reads other cells of its block since it was opened, or shows their numbers otherwise. */
export interface ReboundChart {
  /** Of the engine's figure. */
  readonly figure: string;
  readonly sheetId: string;
  readonly sheet: string;
  /** The part that it is drawn from. */
  readonly part: string;
  readonly chart: WholeChart;
  readonly drawing: Drawing;
  readonly scales: readonly (AxisScale | undefined)[];
}

/** The charts that the pane has bound to their cells again; of whatever else was changed, none. */
export function reboundCharts(
  { pkg, book, figures }: OpenedFile,
  before: GridImage,
  now: GridImage,
): readonly ReboundChart[] {
  return markedCharts(pkg)
    .filter(isWhole)
    .flatMap((chart): readonly ReboundChart[] => {
      const place = book.sheets.findIndex(({ name }) => name === chart.sheet);
      const sheetId = sheetIdOf(place);
      const stored = book.sheets[place];
      const frame =
        stored && frameOver(framesOn(pkg, stored.part), chart.mark.shape, markedLayout(chart).frame);
      const chartId = [...(figures[place]?.parts ?? [])].find(([, part]) => part === frame?.chart)?.[0];
      if (!frame || chartId === undefined) return [];
      const [was, is] = [before, now].map((image) =>
        image.sheets.find(({ id }) => id === sheetId)?.figures.find(({ data }) => data?.chartId === chartId),
      );
      if (!was || !is?.data || same(was, is) || !same(withoutBinding(was), withoutBinding(is))) return [];
      const drawing = drawingNow(chart, is.data);
      const scales = ["y", "y1"].map((axis) => scaleOf(was.data, is.data, axis));
      return drawing
        ? [{ figure: is.id, sheetId, sheet: chart.sheet, part: frame.chart, chart, drawing, scales }]
        : [];
    });
}

/** A chart without all that binding it again sets. */
function withoutBinding({ data, ...frame }: FigureImage): unknown {
  if (!data) return frame;
  const { dataSource, axesDesign, office, ...rest } = data;
  const { labelRange: _, dataSets, ...source } = dataSource;
  const axes = Object.entries(axesDesign).map(
    ([name, { min: __, max: ___, ...axis }]) => [name, axis] as const,
  );
  const series = Object.entries(office.series).map(
    ([id, { kept: __, labels: ___, ...look }]) => [id, look] as const,
  );
  const kept = Object.entries(office.kept).filter(([scope]) => scope !== "axis:y" && scope !== "axis:y1");
  return {
    frame,
    rest,
    source,
    dataSets: dataSets.map(({ dataSetId }) => dataSetId),
    axes: filled(axes),
    office: { ...office, series: filled(series), kept: Object.fromEntries(kept) },
  };
}

/** Nothing said is the same as an empty saying. */
const filled = (entries: readonly (readonly [string, object])[]): object =>
  Object.fromEntries(entries.filter(([, said]) => Object.keys(said).length > 0));

/** The chart's drawing over the cells that its series read now; undefined where those are not cells of its block. */
function drawingNow(
  { sheet, mark: { definition, choices }, ...chart }: WholeChart,
  { dataSource, dataSetStyles }: Definition,
): Drawing | undefined {
  const block = definition.block(choices);
  const { block: place } = markedLayout({ ...chart, sheet, mark: { definition, choices, shape: "" } });
  const drawing = definition.drawing(choices);
  const left = [...dataSource.dataSets];
  const series = drawing.series.flatMap((drawn) => {
    const at = left.findIndex(({ dataSetId }) => dataSetStyles[dataSetId]?.label === drawn.name);
    const [own] = at < 0 ? [] : left.splice(at, 1);
    return own ? [{ drawn, values: stripOf(own.dataRange, sheet, place, block) }] : [];
  });
  const categories = stripOf(dataSource.labelRange ?? "", sheet, place, block);
  if (left.length > 0 || !categories) return undefined;
  const bound = series.flatMap(({ drawn, values }) => (values ? [{ ...drawn, values }] : []));
  return bound.length === series.length ? { ...drawing, categories, series: bound } : undefined;
}

function stripOf(
  range: string,
  home: string,
  origin: { readonly row: number; readonly column: number },
  { columns }: Block,
): Strip | undefined {
  const reference = tryReference(range);
  if (!reference || (reference.sheet !== undefined && reference.sheet !== home)) return undefined;
  const { zone } = reference;
  const [row, column] = [zone.top - origin.row, zone.left - origin.column];
  const isInside = row >= 0 && column >= 0 && column < columns.length && widthOf(zone) === 1;
  return isInside ? { row, column, rows: zone.bottom - zone.top + 1 } : undefined;
}

/** What is new about a value axis. */
function scaleOf(
  was: Definition | undefined,
  now: Definition | undefined,
  axis: string,
): AxisScale | undefined {
  const [old, look] = [was?.axesDesign[axis], now?.axesDesign[axis]];
  const kept = now?.office.kept[`axis:${axis}`];
  if (old?.min === look?.min && old?.max === look?.max && !kept) return undefined;
  const { MajorUnit: step, NumberFormat: format } = kept ?? {};
  return {
    ...(look?.min !== undefined && { minimum: look.min }),
    ...(look?.max !== undefined && { maximum: look.max }),
    ...(typeof step === "number" && { step }),
    ...(typeof format === "string" && { format }),
  };
}

/** The package with these charts reading their cells as they stand now. */
export function withReboundCharts(
  pkg: Package,
  charts: readonly ReboundChart[],
  answers: GridAnswers,
): Package {
  let after = pkg;
  for (const { part, sheet, sheetId, chart, drawing, scales } of charts) {
    const layout = markedLayout(chart);
    const { columns } = chart.mark.definition.block(chart.mark.choices);
    const rows = Math.max(...[drawing.categories, ...drawing.series.map(({ values }) => values)].map(endOf));
    const values = Array.from({ length: rows }, (_, r) =>
      columns.map((_column, c) =>
        asGrid(answers.cell(sheetId, layout.block.row + r, layout.block.column + c).value),
      ),
    );
    const xml = after.text(part);
    const fresh = chartPart(drawing, { sheet, layout, values }, "");
    const bound = reboundPart(xml, part, { fresh, scales });
    if (bound !== xml) after = withText(after, part, bound);
  }
  return after;
}

const endOf = ({ row, rows }: Strip): number => row + rows;
