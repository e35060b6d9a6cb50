import { CHARTS } from "../../../src/charts/index";
import type { Package } from "../../../src/xlsx/package";
import { readXml } from "../../../src/xlsx/xml";
import { corpus, inserted, insertedAll } from "./inserted";

/**
 * What may stand in an element, in this order, by the schemas of ECMA-376 (dml-chart.xsd, dml-spreadsheetDrawing.xsd,
 * dml-main.xsd, sml.xsd); `*` behind a name: any number of times, `!`: it must be there. Elements of which only one is
 * allowed stand together, parted by bars.
 */
const SEQUENCES: Readonly<Record<string, string>> = {
  "c:chartSpace":
    "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart! spPr txPr externalData printSettings userShapes extLst",
  "c:chart":
    "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea! legend plotVisOnly dispBlanksAs showDLblsOverMax extLst",
  "c:plotArea": "layout barChart|lineChart!* catAx|valAx!* dTable spPr extLst",
  "c:title": "tx layout overlay spPr txPr extLst",
  "c:barChart": "barDir! grouping varyColors ser* dLbls gapWidth overlap serLines* axId!* extLst",
  "c:lineChart":
    "grouping! varyColors ser* dLbls dropLines hiLowLines upDownBars marker smooth axId!* extLst",
  "c:barChart/c:ser":
    "idx! order! tx spPr invertIfNegative pictureOptions dPt* dLbls trendline* errBars cat val shape extLst",
  "c:lineChart/c:ser": "idx! order! tx spPr marker dPt* dLbls trendline* errBars cat val smooth extLst",
  "c:ser/c:marker": "symbol size spPr extLst",
  "c:dLbls":
    "dLbl* delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst",
  "c:dLbl":
    "idx! delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator extLst",
  "c:ser/c:tx": "strRef|v!",
  "c:title/c:tx": "strRef|rich!",
  "c:cat": "multiLvlStrRef|numRef|numLit|strRef|strLit!",
  "c:val": "numRef|numLit!",
  "c:strRef": "f! strCache extLst",
  "c:numRef": "f! numCache extLst",
  "c:strCache": "ptCount pt* extLst",
  "c:numCache": "formatCode ptCount pt* extLst",
  "c:pt": "v!",
  "c:catAx":
    "axId! scaling! delete axPos! majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx! crosses|crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
  "c:valAx":
    "axId! scaling! delete axPos! majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx! crosses|crossesAt crossBetween majorUnit minorUnit dispUnits extLst",
  "c:scaling": "logBase orientation max min extLst",
  "c:majorGridlines": "spPr",
  "c:legend": "legendPos legendEntry* layout overlay spPr txPr extLst",
  "c:legendEntry": "idx! delete txPr extLst",
  "c:spPr":
    "xfrm custGeom|prstGeom noFill|solidFill|gradFill|blipFill|pattFill|grpFill ln effectLst scene3d sp3d",
  "c:txPr": "bodyPr! lstStyle p!*",
  "c:rich": "bodyPr! lstStyle p!*",
  "a:ln": "noFill|solidFill|gradFill|pattFill prstDash|custDash round|bevel|miter headEnd tailEnd extLst",
  "a:pattFill": "fgClr bgClr",
  "a:p": "pPr r|br|fld* endParaRPr",
  "a:r": "rPr t!",
  "xdr:wsDr": "twoCellAnchor|oneCellAnchor|absoluteAnchor*",
  "xdr:twoCellAnchor": "from! to! sp|grpSp|graphicFrame|cxnSp|pic|contentPart! clientData!",
  "xdr:from": "col! colOff! row! rowOff!",
  "xdr:to": "col! colOff! row! rowOff!",
  "xdr:graphicFrame": "nvGraphicFramePr! xfrm! graphic!",
  "xdr:nvGraphicFramePr": "cNvPr! cNvGraphicFramePr!",
  "xdr:xfrm": "off ext",
  "a:graphic": "graphicData!",
  "a:graphicData/c:chart": "",
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols* sheetData! sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting* dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst",
  c: "f v is extLst",
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets! functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
  "fonts/font": "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme",
  border: "start end left right top bottom diagonal vertical horizontal",
  xf: "alignment protection extLst",
};

interface Step {
  readonly names: readonly string[];
  readonly isNeeded: boolean;
  readonly mayRepeat: boolean;
}

const stepsOf = (sequence: string): readonly Step[] =>
  sequence.split(" ").map((step) => ({
    names: step.replace(/[!*]+$/, "").split("|"),
    isNeeded: step.includes("!"),
    mayRepeat: step.endsWith("*"),
  }));

/** What is wrong with the children of an element; undefined where they stand as they should. */
function fault(children: readonly string[], sequence: string): string | undefined {
  let at = 0;
  const steps = stepsOf(sequence);
  const used = new Set<Step>();
  for (const child of children) {
    while (at < steps.length && !steps[at]!.names.includes(child)) at++;
    const step = steps[at];
    if (!step) return `${child} is out of its order or does not belong there`;
    if (used.has(step) && !step.mayRepeat) return `${child} stands there twice`;
    used.add(step);
  }
  const missing = steps.find((step) => step.isNeeded && !used.has(step));
  return missing && `${missing.names.join("|")} is missing`;
}

/** Everything that is out of order in a part, and the elements of which a sequence was looked up. */
function faultsIn(
  xml: string,
  part: string,
): { readonly faults: readonly string[]; readonly seen: readonly string[] } {
  const open: { name: string; children: string[] }[] = [];
  const faults: string[] = [];
  const seen: string[] = [];
  readXml(xml, part, {
    open: ({ name, prefix }) => {
      open.at(-1)?.children.push(name);
      open.push({ name: `${prefix}${name}`, children: [] });
    },
    close: () => {
      const closed = open.pop();
      if (!closed) return;
      const [key, sequence] = [`${open.at(-1)?.name ?? ""}/${closed.name}`, closed.name]
        .flatMap((one) => (SEQUENCES[one] === undefined ? [] : ([[one, SEQUENCES[one]]] as const)))
        .at(0) ?? [closed.name, undefined];
      if (sequence === undefined) {
        // What holds elements must be in the table, so that nothing is written that nobody checks.
        if (/^(?:c|xdr):/.test(key) && closed.children.length > 0 && !UNORDERED.has(key))
          faults.push(`${key} is not in the table`);
        return;
      }
      seen.push(key);
      const why = fault(closed.children, sequence);
      if (why !== undefined) faults.push(`${part}: in ${key}, ${why}`);
    },
  });
  return { faults, seen };
}

/** Extensions, which schemas of their own describe. */
const UNORDERED = new Set(["c:extLst", "c:ext"]);

const partsWritten = (pkg: Package): readonly string[] =>
  pkg.names.filter((name) => /(charts|drawings|worksheets)\/\w+\.xml$|(workbook|styles)\.xml$/.test(name));

test("the check finds what is out of order, twice or missing", () => {
  expect(fault(["idx", "order", "val", "cat"], SEQUENCES["c:barChart/c:ser"]!)).toMatch(/cat is out/);
  expect(fault(["idx", "order", "tx", "tx"], SEQUENCES["c:barChart/c:ser"]!)).toMatch(
    /tx stands there twice/,
  );
  expect(fault(["order", "val"], SEQUENCES["c:barChart/c:ser"]!)).toMatch(/idx is missing/);
  expect(faultsIn('<c:plotArea xmlns:c="c"><c:spPr/><c:layout/></c:plotArea>', "x").faults).toHaveLength(1);
  expect(faultsIn('<c:new xmlns:c="c"><c:spPr/></c:new>', "x").faults).toEqual(["c:new is not in the table"]);
});

test("every element of every chart stands where the schema wants it", async () => {
  const { pkg } = await insertedAll(corpus("libreoffice-pivot.xlsx"));
  const seen = new Set<string>();
  for (const name of partsWritten(pkg)) {
    const found = faultsIn(pkg.text(name), name);
    expect(found.faults).toEqual([]);
    for (const one of found.seen) seen.add(one);
  }
  // What no chart has is not checked: then the table is too long.
  const unseen = Object.keys(SEQUENCES).filter((one) => !seen.has(one));
  expect(unseen).toEqual([]);
  expect(pkg.names.filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(CHARTS.length);
});

test.each([
  ...["openpyxl-charts.xlsx", "libreoffice-charts.xlsx", "exceljs-formats.xlsx"],
  ...["by-hand-macro.xlsm", "wasm-xlsxwriter-dynamic.xlsx", "libreoffice-pivot.xlsx"],
])("%s: a chart at a cell leaves the sheet in the order of the schema", async (file) => {
  const before = corpus(file);
  const sheet = before.relationships(before.workbook).find(({ kind }) => kind === "worksheet")?.target ?? "";
  const name = /<(?:\w+:)?sheet [^>]*name="([^"]*)"/.exec(before.text(before.workbook))?.[1] ?? "";
  const { pkg } = await inserted(before, "target-bullet", { spot: { sheet: name, row: 200, column: 2 } });
  for (const part of [sheet, pkg.workbook, "xl/styles.xml"]) {
    const old = new Set(faultsIn(before.text(part), part).faults);
    expect(faultsIn(pkg.text(part), part).faults.filter((one) => !old.has(one))).toEqual([]);
  }
});
