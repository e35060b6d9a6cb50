import { readXml } from "../../../src/xlsx/xml";
import { CHARTS } from "../../../src/charts/index";
import { chartLayout } from "../../../src/file/chart-layout";
import { chartPart } from "../../../src/xlsx/new/chart-part";
import { askedFor, VARIANTS, valuesOf } from "../../charts/run-calls";
import { connectEmbedded } from "../../../src/workbench/connect";

/**
 * The order in which a chart's elements must stand (ECMA-376 Part 1, dml-chart.xsd), of what we write: Excel repairs, and
 * so loses, a chart in which one is out of place.
 */
const ORDER: Readonly<Record<string, string>> = {
  chartSpace: "date1904 lang roundedCorners style clrMapOvr chart spPr txPr printSettings",
  chart: "title autoTitleDeleted view3D plotArea legend plotVisOnly dispBlanksAs extLst",
  title: "tx layout overlay spPr txPr",
  plotArea: "layout barChart lineChart catAx valAx spPr",
  barChart: "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
  lineChart: "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
  ser: "idx order tx spPr invertIfNegative marker dPt dLbls trendline errBars cat val smooth",
  dLbls:
    "dLbl numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
  dLbl: "idx delete",
  marker: "symbol size spPr",
  catAx:
    "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
  valAx:
    "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit",
  scaling: "logBase orientation max min",
  legend: "legendPos legendEntry layout overlay spPr txPr",
  legendEntry: "idx delete",
  strRef: "f strCache",
  numRef: "f numCache",
  numCache: "formatCode ptCount pt",
  strCache: "ptCount pt",
  spPr: "noFill solidFill pattFill ln",
  ln: "noFill solidFill prstDash round",
  pattFill: "fgClr bgClr",
};

/** Where elements of a part stand out of their order, or stand where none may. */
function misplaced(xml: string): readonly string[] {
  const found: string[] = [];
  const open: { readonly name: string; last: number }[] = [];
  const leave = (): void => void open.pop();
  readXml(xml, "chart", {
    open: ({ name }) => {
      const parent = open.at(-1);
      const order = parent && ORDER[parent.name]?.split(" ");
      if (parent && order) {
        const at = order.indexOf(name);
        // Plots come before axes, but columns and lines, like the pairs of axes, may take turns.
        const isFree = /^(?:bar|line)Chart$|^(?:cat|val)Ax$/.test(name) && at >= 1;
        if (at < 0 || (at < parent.last && !isFree)) found.push(`${parent.name} > ${name}`);
        parent.last = Math.max(parent.last, at);
      }
      open.push({ name, last: -1 });
    },
    close: leave,
  });
  return found;
}

const ASKED = [...CHARTS.map(({ id }) => [id, ""] as const), ...VARIANTS];

beforeAll(() => {
  connectEmbedded();
});

test.each(ASKED)("%s %s: every element of the chart's part is in its place", async (id, options) => {
  const asked = askedFor(id, options);
  const [block, drawing] = [asked.definition.block(asked.choices), asked.definition.drawing(asked.choices)];
  const layout = chartLayout({ row: 0, column: 0 }, drawing, block, 8);
  const values = await valuesOf(asked);
  const xml = chartPart(drawing, { sheet: "Bob's & Co", layout, values }, 'A "title" <of> & more');
  expect(misplaced(xml)).toEqual([]);
  expect(xml).toContain("'Bob''s &amp; Co'!");
  const ids = [...xml.matchAll(/<c:(?:axId|crossAx) val="(\d+)"\/>/g)].map(([, n]) => n);
  for (const axis of new Set(ids)) expect(ids.filter((n) => n === axis).length).toBeGreaterThan(2);
});

test("a chart out of order is told", () => {
  const xml =
    '<c:chart xmlns:c="c"><c:plotArea/><c:title><c:overlay val="0"/><c:tx/></c:title><c:odd/></c:chart>';
  expect(misplaced(xml)).toEqual(["chart > title", "title > tx", "chart > odd"]);
});
