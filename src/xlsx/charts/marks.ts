import { asProblem, Problem } from "../../domain/problem";
import { absoluteAddress, readArea, splitAddress, type Area } from "../../file/address";
import {
  freeMarkName,
  isMarkName,
  isSameChart,
  markText,
  readMark,
  type ChartMark,
} from "../../file/chart-mark";
import type { ChosenChart } from "../../file/chart-cells";
import { chartLayout, columnsCovered, type ChartLayout } from "../../file/chart-layout";
import { tag } from "../new/markup";
import type { Package } from "../package";
import { withText } from "../parts";
import { spliced } from "../splice";
import { attributeSplice } from "../tag";
import { attribute, readXml, type XmlElement } from "../xml";
import { escapeText } from "../xml-text";
import { added, outlineOf } from "./outline";
import { WORKBOOK } from "./sequences";

/** A chart that was inserted into the workbook, as its hidden name tells. */
export interface MarkedChart {
  readonly sheet: string;
  /** Of the hidden name. */
  readonly name: string;
  /** What it is, or why that cannot be told. */
  readonly mark: ChartMark | Problem;
  /** Its cells; undefined where they were deleted. */
  readonly area: Area | undefined;
}

/** One whose cells are there and that can be told. */
export type WholeChart = MarkedChart & { readonly mark: ChartMark; readonly area: Area };

/** The layout of a chart that is there, as it was written. */
export function markedLayout({ mark: { definition, choices }, area }: WholeChart): ChartLayout {
  const block = definition.block(choices);
  return chartLayout(area, definition.drawing(choices), block, columnsCovered(area, block));
}

export const isWhole = (found: MarkedChart): found is WholeChart =>
  found.area !== undefined && !(found.mark instanceof Problem);

interface ReadName {
  readonly element: XmlElement;
  readonly formula: string;
  readonly sheet: string;
  readonly name: string;
}

/** The names that are confined to one sheet, and the names of all sheets, those of charts among them. */
function namesIn(pkg: Package): { readonly sheets: readonly string[]; readonly names: readonly ReadName[] } {
  const sheets: string[] = [];
  const names: ReadName[] = [];
  let open: XmlElement | undefined;
  let formula = "";
  readXml(pkg.text(pkg.workbook), pkg.workbook, {
    open: (element) => {
      if (element.name === "sheet") sheets.push(attribute(element, "name") ?? "");
      if (element.name !== "definedName") return;
      open = element;
      formula = "";
    },
    text: (piece) => {
      if (open) formula += piece;
    },
    close: (closed) => {
      if (closed !== "definedName" || !open) return;
      const sheet = sheets[Number(attribute(open, "localSheetId") ?? NaN)];
      const name = attribute(open, "name") ?? "";
      if (sheet !== undefined) names.push({ element: open, formula, sheet, name });
      open = undefined;
    },
  });
  return { sheets, names };
}

/** Every chart of ours that a file holds, in the order of its names. */
export function markedCharts(pkg: Package): readonly MarkedChart[] {
  return namesIn(pkg)
    .names.filter(({ name }) => isMarkName(name))
    .map(({ element, formula, sheet, name }) => ({
      sheet,
      name,
      mark: markIn(attribute(element, "comment") ?? ""),
      area: areaIn(formula),
    }));
}

function markIn(comment: string): ChartMark | Problem {
  try {
    return readMark(comment);
  } catch (thrown) {
    return asProblem(thrown);
  }
}

/** `#REF!` is none. */
function areaIn(formula: string): Area | undefined {
  try {
    return readArea(splitAddress(formula).cells);
  } catch {
    return undefined;
  }
}

/** The chart that a file has already, of the same choices, in whatever language. */
export const sameChart = (found: readonly MarkedChart[], chart: ChosenChart): WholeChart | undefined =>
  found.filter(isWhole).find(({ mark }) => isSameChart(mark, chart));

/** The package with a chart marked by a hidden name of its sheet, a new one or one that is there. */
export function withMark(
  pkg: Package,
  chart: ChosenChart & { readonly shape: string },
  { sheet, area, name }: { readonly sheet: string; readonly area: Area; readonly name: string | undefined },
): Package {
  const own = namesIn(pkg).names.filter((one) => one.sheet === sheet);
  const held = own.find((one) => one.name === name);
  const comment = markText(chart);
  if (held) {
    const splice = attributeSplice(pkg.text(pkg.workbook), held.element, "comment", comment);
    return withText(pkg, pkg.workbook, spliced(pkg.text(pkg.workbook), [splice]));
  }
  return withName(pkg, { sheet, area, name: freeMarkName(own.map((one) => one.name)), comment, hidden: 1 });
}

/** A name for some cells that is confined to their sheet. */
interface NewName {
  readonly sheet: string;
  readonly area: Area;
  readonly name: string;
  readonly comment?: string;
  readonly hidden?: 1;
}

function withName(pkg: Package, { sheet, area, ...said }: NewName): Package {
  const xml = pkg.text(pkg.workbook);
  const outline = outlineOf(xml, pkg.workbook);
  const element = tag(
    `${outline.root.element.prefix}definedName`,
    { ...said, localSheetId: namesIn(pkg).sheets.indexOf(sheet) },
    escapeText(absoluteAddress(sheet, area)),
  );
  const list = { name: "definedNames", order: WORKBOOK, isCounted: false };
  return withText(pkg, pkg.workbook, spliced(xml, added(xml, outline, list, [element])));
}

/** The package with the cells named that are printed of a sheet. */
export const withPrintArea = (pkg: Package, sheet: string, area: Area): Package =>
  withName(pkg, { sheet, area, name: "_xlnm.Print_Area" });
