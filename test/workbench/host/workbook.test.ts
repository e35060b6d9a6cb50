import { GERMAN } from "../../../src/workbench/host/culture";
import { bootOffice, closeHosts, openHost, requirements } from "./boot-office";
import { openStart, start } from "./start-workbook";

beforeAll(() => bootOffice(openHost()));
afterEach(closeHosts);

test("the page knows what the host supports, and no more", () => {
  expect(Office.context.host).toBe("Excel");
  expect(Office.context.requirements.isSetSupported("ExcelApi", requirements.ExcelApi)).toBe(true);
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(
    requirements.ExcelApi === "1.15",
  );
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.16")).toBe(false);
  expect(Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.4")).toBe(true);
  expect(Office.context.requirements.isSetSupported("SharedRuntime", "1.1")).toBe(true);
});

test("calls newer than what is supported are refused, as by an older Excel", async () => {
  openStart();
  const call = Excel.run(async (context) => {
    const chart = start(context).charts.add("Line", start(context).getRange("A1:A2"));
    const source = chart.series.getItemAt(0).getDimensionDataSourceString("Values");
    await context.sync();
    return source.value;
  });
  if (requirements.ExcelApi === "1.15") expect(await call).toBe("=Start!A1:A2");
  else await expect(call).rejects.toMatchObject({ code: "ApiNotFound" });
});

describe("undo", () => {
  test("a batch is one step, back and forth", async () => {
    const host = openStart();
    await Excel.run(async (context) => {
      start(context).getRange("A1:A2").values = [[10], [20]];
      start(context).getRange("A1").format.fill.color = "#FF0000";
      start(context).getRange("B1").formulas = [["=A3*2"]];
      context.workbook.settings.add("k", 1);
      await context.sync();
    });
    const look = () => [
      host.book.value("s", 0, 2),
      host.book.value("s", 1, 0),
      host.book.style("s", 0, 0).fillColor,
      host.book.state.read("setting:k"),
    ];
    expect(look()).toEqual([30, 60, "#FF0000", 1]);
    host.undo();
    expect(look()).toEqual([3, "", undefined, undefined]);
    host.redo();
    expect(look()).toEqual([30, 60, "#FF0000", 1]);
  });
});

describe("the application", () => {
  test("calculation mode, culture, and formulas in the user's language", async () => {
    openStart({ culture: GERMAN });
    await Excel.run(async (context) => {
      const { application } = context.workbook;
      application.suspendApiCalculationUntilNextSync();
      application.calculationMode = "Manual";
      start(context).getRange("B1").formulasLocal = [["=SUM(A1;1,5)"]];
      await context.sync();
      application.load("calculationMode,calculationState,decimalSeparator");
      application.cultureInfo.load("name");
      const range = start(context).getRange("B1").load("formulas,formulasLocal,values");
      await context.sync();
      expect(application).toMatchObject({
        calculationMode: "Manual",
        calculationState: "Done",
        decimalSeparator: ",",
      });
      expect(application.cultureInfo.name).toBe("de-DE");
      expect([range.formulas, range.formulasLocal, range.values]).toEqual([
        [["=SUM(A1,1.5)"]],
        [["=SUM(A1;1,5)"]],
        [[2.5]],
      ]);
    });
  });
  test("the pane can be shown, and the add-in loaded with the document", async () => {
    const host = openStart();
    await Office.addin.showAsTaskpane();
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    expect(host.runtime.shown).toBe("Visible");
    expect(await Office.addin.getStartupBehavior()).toBe("Load");
  });
});
