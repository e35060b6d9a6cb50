import { officeSchema } from "../../../scripts/office-schema";
import type { Schema } from "../../../src/workbench/host/schema";
import { closeHosts, openHost } from "./boot-office";

afterAll(closeHosts);

const schema: Schema = officeSchema();
const { classes } = openHost().wire;

/** Answered by every class, and not listed among a class's methods because scripts call them otherwise. */
const inherited = ["GetItem"];

describe("what the host implements", () => {
  test.each(Object.keys(classes))("%s is a class of the library, and so is every name in it", (className) => {
    const description = schema[className];
    expect(description).toBeDefined();
    const table = classes[className];
    if (!description || !table) return;
    const scalars = Object.values(description.scalars);
    const names = {
      get: scalars.map(({ wire }) => wire),
      set: scalars.filter(({ writable }) => writable).map(({ wire }) => wire),
      keeps: scalars.filter(({ writable }) => writable).map(({ wire }) => wire),
      nav: Object.values(description.navigations).map(({ wire }) => wire),
      call: [...Object.keys(description.methods), ...inherited],
    };
    expect(names.get).toEqual(expect.arrayContaining(Object.keys(table.get ?? {})));
    expect(names.set).toEqual(expect.arrayContaining(Object.keys(table.set ?? {})));
    expect(names.keeps).toEqual(expect.arrayContaining([...(table.keeps ?? [])]));
    expect(names.nav).toEqual(expect.arrayContaining(Object.keys(table.nav ?? {})));
    expect(names.call).toEqual(expect.arrayContaining(Object.keys(table.call ?? {})));
    expect(table.items === undefined || description.isCollection).toBe(true);
  });

  test("everything that can be set can be read back", () => {
    const missing = Object.entries(classes).flatMap(([className, { get = {}, set = {} }]) =>
      Object.keys(set)
        .filter((name) => !(name in get))
        .map((name) => `${className}.${name}`),
    );
    expect(missing).toEqual([]);
  });
});

/** What the task pane, the charts and refreshing need of Excel, at most ExcelApi 1.12. */
const NEEDED: Readonly<Record<string, string>> = {
  Workbook: "GetSelectedRange GetActiveCell ReadOnly Name",
  Application: "Calculate SuspendApiCalculationUntilNextSync CalculationMode CalculationState CultureInfo",
  WorksheetCollection: "Add GetItemOrNullObject GetActiveWorksheet GetFirst GetCount",
  Worksheet:
    "GetRange GetCell GetRangeByIndexes GetUsedRangeOrNullObject Activate Delete Calculate Name Position Visibility TabColor ShowGridlines",
  WorksheetFreezePanes: "FreezeAt FreezeRows FreezeColumns Unfreeze GetLocationOrNullObject",
  WorksheetProtection: "Protect Unprotect Protected Options",
  WorkbookProtection: "Protect Unprotect Protected",
  Range:
    "Values Formulas FormulasLocal FormulasR1C1 NumberFormat NumberFormatLocal ValueTypes Text Address RowCount ColumnCount RowIndex ColumnIndex CellCount HasSpill GetCell GetOffsetRange GetResizedRange GetUsedRangeOrNullObject GetBoundingRect GetRow GetColumn GetEntireColumn Clear Insert Delete Select Calculate SetDirty CopyFrom GetSpillingToRangeOrNullObject GetSpillParentOrNullObject GetSpecialCells GetSpecialCellsOrNullObject",
  RangeAreas: "Address AreaCount CellCount Calculate",
  RangeFormat: "ColumnWidth RowHeight WrapText HorizontalAlignment VerticalAlignment AutofitColumns",
  RangeFont: "Bold Italic Underline Size Color",
  RangeFill: "Color Clear",
  RangeBorder: "Color Style Weight",
  NamedItemCollection: "Add",
  NamedItem: "Delete Visible Comment Formula Scope GetRange GetRangeOrNullObject",
  SettingCollection: "Add",
  Setting: "Value Delete",
  CustomXmlPartCollection: "Add GetByNamespace",
  CustomXmlPartScopedCollection: "GetOnlyItem GetOnlyItemOrNullObject",
  CustomXmlPart: "GetXml SetXml Delete NamespaceUri",
  ChartCollection: "Add Count",
  Chart: "Name ChartType Left Top Width Height SetPosition SetData Delete DisplayBlanksAs",
  ChartTitle: "Text Visible SetFormula",
  ChartLegend: "Position Visible",
  ChartAxes: "GetItem",
  ChartAxis: "Minimum Maximum NumberFormat CategoryType TickLabelPosition MajorUnit",
  ChartAxisTitle: "Text Visible",
  ChartGridlines: "Visible",
  ChartSeriesCollection: "Add Count",
  ChartSeries:
    "Name ChartType AxisGroup SetValues SetXAxisValues Delete GapWidth Overlap MarkerStyle HasDataLabels",
  ChartLineFormat: "Color Weight LineStyle Clear",
  ChartFill: "SetSolidColor Clear",
};

test.each(Object.entries(NEEDED))("%s has what the add-in needs", (className, names) => {
  const { get = {}, call = {}, nav = {} } = classes[className] ?? {};
  const known = [
    ...Object.keys(get),
    ...Object.keys(call),
    ...Object.keys(nav),
    "CultureInfo",
    "GetItemOrNullObject",
  ];
  expect(known).toEqual(expect.arrayContaining(names.split(" ")));
});
