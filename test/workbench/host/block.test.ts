import { attachHost, bootOffice, closeHosts, openHost } from "./boot-office";
import { demoFile, DEMO_NAMESPACE, associateDemo } from "./demo-add-in";

afterAll(closeHosts);

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The whole of a block as the add-in writes it: sheet, title, formula, formats, chart, hidden name. */
async function insertBlock() {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Deficit");
    const title = sheet.getRange("A1");
    title.formulas = [['="Deficit "&YEAR(DATE(2023,1,1))']];
    title.format.font.bold = true;
    title.format.font.size = 14;
    sheet.getRange("A2").values = [["Trillion yen and billion US dollars"]];
    sheet.getRange("A2").format.font.color = "#666666";
    const head = sheet.getRange("A4:C4");
    head.values = [["Year", "Trillion yen", "Billion dollars"]];
    head.format.fill.color = "#E8EEF7";
    head.format.borders.getItem("EdgeBottom").style = "Continuous";
    const anchor = sheet.getRange("A5");
    anchor.formulas = [["=DEMO.YEARS(3)"]];
    sheet.getRange("B5:B20").numberFormat = [["#,##0.00;[Red]-#,##0.00"]];
    sheet.getRange("A:A").format.columnWidth = 60;
    sheet.freezePanes.freezeRows(4);
    sheet.showGridlines = false;
    sheet.tabColor = "#1F4E9E";
    sheet.names.add("block", sheet.getRange("A1:C7")).visible = false;
    sheet.activate();
    await context.sync();

    let spill = anchor.getSpillingToRangeOrNullObject();
    for (let i = 0; i < 200 && (i === 0 || spill.isNullObject); i++) {
      spill = anchor.getSpillingToRangeOrNullObject();
      spill.load("address");
      await context.sync();
      if (spill.isNullObject) await wait(10);
    }
    const parent = sheet.getRange("B7").getSpillParentOrNullObject();
    parent.load("address");
    const chart = sheet.charts.add(
      Excel.ChartType.columnClustered,
      head.getBoundingRect(spill),
      Excel.ChartSeriesBy.columns,
    );
    chart.name = "DigiTrade 1";
    chart.title.setFormula("=Deficit!$A$1");
    chart.legend.position = "Bottom";
    chart.setPosition("E4", "J21");
    chart.displayBlanksAs = "NotPlotted";
    chart.axes.valueAxis.title.text = "Trillion yen";
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.numberFormat = "0.0";
    chart.axes.categoryAxis.categoryType = "TextAxis";
    const dollars = chart.series.getItemAt(1);
    dollars.chartType = "Line";
    dollars.axisGroup = "Secondary";
    dollars.format.line.color = "#C8102E";
    dollars.format.line.weight = 2.25;
    dollars.format.line.lineStyle = "Dash";
    chart.series.getItemAt(0).format.fill.setSolidColor("#1F4E9E");
    chart.axes.getItem("Value", "Secondary").title.text = "Billion dollars";
    const path = chart.series.add("Path");
    path.setValues(sheet.getRange("B5:B7"));
    path.setXAxisValues(sheet.getRange("A5:A7"));
    path.chartType = "LineMarkers";
    chart.series.load("items/name,items/chartType,items/axisGroup");
    chart.load("name,chartType,title/text,left,top,width,height");
    await context.sync();
    return {
      spill: spill.address,
      parent: parent.address,
      title: chart.title.text,
      box: [chart.left, chart.top, chart.width, chart.height].map(Math.round),
      series: chart.series.items.map((series) => [series.name, series.chartType, series.axisGroup]),
    };
  });
}

describe("a block of the add-in", () => {
  const host = openHost({ metadata: demoFile, namespace: DEMO_NAMESPACE });
  let result: Awaited<ReturnType<typeof insertBlock>>;

  beforeAll(async () => {
    await bootOffice(host);
    associateDemo();
    result = await insertBlock();
  });

  test("spills, and says where", () => {
    expect(result.spill).toBe("Deficit!A5:C7");
    expect(result.parent).toBe("Deficit!A5");
  });

  test("stands in the workbook: values, formulas, formats", () => {
    const sheet = host.sheets.byName("Deficit");
    const { book } = host;
    expect([4, 5, 6].map((row) => [0, 1, 2].map((col) => book.value(sheet, col, row)))).toEqual([
      ["2021", 3.29, 30],
      ["2022", 4.66, 35.4],
      ["2023", 5.35, 38.1],
    ]);
    expect(book.formula(sheet, 0, 4)).toBe("=DEMO.YEARS(3)");
    expect(book.formula(sheet, 1, 4)).toBeUndefined();
    expect(book.format(sheet, 1, 5)).toBe("#,##0.00;[Red]-#,##0.00");
    expect(book.cell(sheet, 1, 6).formattedValue).toBe("5.35");
    expect(book.style(sheet, 0, 0)).toMatchObject({ bold: true, fontSize: 14 });
    expect(book.style(sheet, 1, 3)).toMatchObject({ fillColor: "#E8EEF7" });
    expect(host.model.getters.getColSize(sheet, 0)).toBe(80);
    expect(host.model.getters.getPaneDivisions(sheet)).toEqual({ xSplit: 0, ySplit: 4 });
    expect(host.model.getters.getGridLinesVisibility(sheet)).toBe(false);
    expect(host.model.getters.getCellBorder({ sheetId: sheet, col: 1, row: 3 })?.bottom).toMatchObject({
      style: "thin",
    });
    expect(host.sheets.active()).toBe(sheet);
  });

  test("has its chart in the workbook", () => {
    const sheet = host.sheets.byName("Deficit");
    const [id = ""] = host.charts.ids(sheet);
    const definition = host.charts.definition(id);
    expect(result.title).toBe("Deficit 2023");
    expect(result.series).toEqual([
      ["Trillion yen", "ColumnClustered", "Primary"],
      ["Billion dollars", "Line", "Secondary"],
      ["Path", "LineMarkers", "Primary"],
    ]);
    const [yen, dollars, path] = definition.dataSource.dataSets;
    expect(definition).toMatchObject({
      type: "combo",
      legendPosition: "bottom",
      axesDesign: {
        y: { title: { text: "Trillion yen" }, min: 0 },
        y1: { title: { text: "Billion dollars" } },
      },
      dataSource: { dataSetsHaveTitle: false, labelRange: "A5:A7" },
      office: {
        name: "DigiTrade 1",
        chartType: "ColumnClustered",
        kept: {
          chart: { DisplayBlanksAs: "NotPlotted" },
          "axis:x": { CategoryType: "TextAxis" },
          "axis:y": { NumberFormat: "0.0" },
        },
      },
    });
    expect([yen?.dataRange, dollars?.dataRange, path?.dataRange]).toEqual(["B5:B7", "C5:C7", "B5:B7"]);
    expect(definition.office.series[dollars?.dataSetId ?? ""]).toEqual({
      chartType: "Line",
      lineColor: "#C8102E",
      weight: 2.25,
      lineStyle: "Dash",
    });
    expect(definition.dataSetStyles[yen?.dataSetId ?? ""]).toMatchObject({
      label: "Trillion yen",
      backgroundColor: "#1F4E9E",
    });
    expect(result.box).toEqual([host.charts.box(id).left, host.charts.box(id).top, 432, 311].map(Math.round));
  });

  test("leaves nothing that this host would ignore", () => {
    expect([...host.wire.ignored]).toEqual([]);
    expect([...host.wire.unread]).toEqual([]);
  });

  test("is drawn with what Excel was told", () => {
    const sheet = host.sheets.byName("Deficit");
    const [id = ""] = host.charts.ids(sheet);
    const runtime = host.model.getters.getChartRuntime(id) as unknown as {
      chartJsConfig: {
        data: { datasets: Record<string, unknown>[] };
        options: { plugins: { title: unknown } };
      };
    };
    const [, dollars] = runtime.chartJsConfig.data.datasets;
    expect(dollars).toMatchObject({
      type: "line",
      borderColor: "#C8102E",
      borderWidth: 3,
      borderDash: [6, 4],
      pointRadius: 0,
    });
    expect(runtime.chartJsConfig.options.plugins.title).toMatchObject({
      text: "Deficit 2023",
      display: true,
    });
  });

  test("follows inserted rows with its chart, its title and its name", () => {
    const sheet = host.sheets.byName("Deficit");
    const [id = ""] = host.charts.ids(sheet);
    host.model.dispatch("ADD_COLUMNS_ROWS", {
      sheetId: sheet,
      sheetName: "Deficit",
      dimension: "ROW",
      base: 0,
      position: "before",
      quantity: 2,
    });
    expect(host.charts.definition(id).dataSource.dataSets[0]?.dataRange).toBe("B7:B9");
    expect(host.charts.title(id)).toBe("Deficit 2023");
    const [name = ""] = host.names.keys(sheet);
    expect(host.names.place(name)?.zone).toEqual({ left: 0, right: 2, top: 2, bottom: 8 });
    expect(host.names.isVisible(name)).toBe(false);
    host.undo();
    expect(host.charts.definition(id).dataSource.dataSets[0]?.dataRange).toBe("B5:B7");
  });

  test("survives saving and opening", () => {
    const sheet = host.sheets.byName("Deficit");
    const [id = ""] = host.charts.ids(sheet);
    const reopened = openHost({
      data: JSON.parse(JSON.stringify(host.save())),
      metadata: demoFile,
      namespace: DEMO_NAMESPACE,
    });
    expect(reopened.charts.definition(id)).toEqual(host.charts.definition(id));
    expect(reopened.names.keys(sheet)).toEqual(host.names.keys(sheet));
    expect(reopened.charts.linkedTitle(id)).toEqual(host.charts.linkedTitle(id));
  });
});

test("a chart of each type that the gallery uses, and none that nobody draws", async () => {
  const host = openHost({
    data: {
      sheets: [
        {
          id: "s",
          name: "Data",
          cells: { A1: "Year", B1: "Value", A2: "2022", B2: "1", A3: "2023", B3: "2" },
        },
      ],
    },
  });
  attachHost(host);
  const types = [
    "ColumnClustered",
    "ColumnStacked",
    "BarClustered",
    "Line",
    "LineMarkers",
    "Area",
    "XYScatter",
    "Doughnut",
  ] as const;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Data");
    for (const type of types) sheet.charts.add(type, sheet.getRange("A1:B3"), "Columns").name = type;
    await context.sync();
  });
  const drawn = host.charts.ids("s").map((id) => host.charts.definition(id));
  expect(drawn.map(({ office }) => office.name)).toEqual(types);
  expect(drawn.map(({ type }) => type)).toEqual([
    "bar",
    "bar",
    "bar",
    "line",
    "line",
    "line",
    "scatter",
    "pie",
  ]);
  expect(
    drawn.map(({ stacked, horizontal, fillArea, isDoughnut }) =>
      [stacked, horizontal, fillArea, isDoughnut].map(Boolean),
    ),
  ).toEqual([
    [false, false, false, false],
    [true, false, false, false],
    [false, true, false, false],
    [false, false, false, false],
    [false, false, false, false],
    [false, false, true, false],
    [false, false, false, false],
    [false, false, false, true],
  ]);
  await expect(
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Data");
      sheet.charts.add("Radar", sheet.getRange("A1:B3"));
      await context.sync();
    }),
  ).rejects.toMatchObject({
    code: "NotImplemented",
    message: "The workbook host has no charts of type Radar.",
  });
});
