import type { Host } from "../../../src/workbench/host/index";
import { GERMAN } from "../../../src/workbench/host/culture";
import { attachHost, bootOffice, closeHosts, openHost, requirements, until } from "./boot-office";

beforeAll(() => bootOffice(openHost()));
afterEach(closeHosts);

const DATA = {
  sheets: [
    { id: "s", name: "Start", colNumber: 10, rowNumber: 20, cells: { A1: "1", A2: "2", A3: "=SUM(A1:A2)" } },
  ],
};

function open(options: Parameters<typeof openHost>[0] = {}): Host {
  const host = openHost({ data: DATA, ...options });
  attachHost(host);
  return host;
}
const fails = (run: (context: Excel.RequestContext) => unknown) =>
  expect(
    Excel.run(async (context) => {
      await run(context);
      await context.sync();
    }),
  ).rejects;
const start = (context: Excel.RequestContext): Excel.Worksheet =>
  context.workbook.worksheets.getItem("Start");

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
  open();
  const call = Excel.run(async (context) => {
    const chart = start(context).charts.add("Line", start(context).getRange("A1:A2"));
    const source = chart.series.getItemAt(0).getDimensionDataSourceString("Values");
    await context.sync();
    return source.value;
  });
  if (requirements.ExcelApi === "1.15") expect(await call).toBe("=Start!A1:A2");
  else await expect(call).rejects.toMatchObject({ code: "ApiNotFound" });
});

describe("sheets", () => {
  test("added, named, moved, hidden, activated, deleted", async () => {
    const host = open();
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add();
      worksheets.add("Second").position = 0;
      worksheets.add("Third").visibility = "VeryHidden";
      added.activate();
      await context.sync();
      worksheets.load("items/name,items/visibility,items/position");
      const active = worksheets.getActiveWorksheet().load("name");
      const missing = worksheets.getItemOrNullObject("none");
      await context.sync();
      expect(worksheets.items.map(({ name, visibility, position }) => [name, visibility, position])).toEqual([
        ["Second", "Visible", 0],
        ["Start", "Visible", 1],
        ["Sheet1", "Visible", 2],
        ["Third", "VeryHidden", 3],
      ]);
      expect([active.name, missing.isNullObject]).toEqual(["Sheet1", true]);
      worksheets.getItem("Second").delete();
      await context.sync();
    });
    expect(host.sheets.ids().map((id) => host.sheets.name(id))).toEqual(["Start", "Sheet1", "Third"]);
  });
  test("names that Excel refuses", async () => {
    open();
    for (const name of ["", "a/b", "x".repeat(32), "History"])
      await fails((context) => context.workbook.worksheets.add(name === "" ? "?" : name)).toMatchObject({
        code: "InvalidArgument",
      });
    await fails((context) => context.workbook.worksheets.add("START")).toMatchObject({
      code: "ItemAlreadyExists",
    });
    await fails((context) => start(context).delete()).toMatchObject({ code: "InvalidOperation" });
  });
  test("frozen panes say where they are", async () => {
    open();
    const address = await Excel.run(async (context) => {
      start(context).freezePanes.freezeAt(start(context).getRange("A1:B3"));
      const location = start(context).freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      return location.address;
    });
    expect(address).toBe("Start!A1:B3");
  });
});

describe("names", () => {
  test("of a sheet that is larger than the one that is shown", async () => {
    const host = open();
    await Excel.run(async (context) => {
      const added = context.workbook.worksheets.add("Large");
      added.names.add("block", added.getRange("A1:Z900"));
      await context.sync();
    });
    expect(host.model.getters.getActiveSheetId()).toBe("s");
    expect(host.names.keys(host.sheets.byName("Large"))).toHaveLength(1);
  });

  test("of the workbook and of a sheet, hidden ones too, follow their cells", async () => {
    const host = open();
    await Excel.run(async (context) => {
      context.workbook.names.add("figures", start(context).getRange("A1:A3"), "all of them");
      start(context).names.add("block", start(context).getRange("A2")).visible = false;
      context.workbook.names.add("answer", "=42");
      await context.sync();
      start(context).getRange("1:1").insert("Down");
      const name = context.workbook.names.getItem("FIGURES").load("name,comment,scope,formula,visible,type");
      const local = start(context).names.getItemOrNullObject("block").load("name,scope,visible");
      const elsewhere = context.workbook.names.getItemOrNullObject("block");
      const range = local.getRangeOrNullObject().load("address");
      const value = context.workbook.names.getItem("answer").load("type,value");
      const none = context.workbook.names.getItem("answer").getRangeOrNullObject();
      await context.sync();
      expect(name).toMatchObject({ comment: "all of them", scope: "Workbook", visible: true, type: "Range" });
      expect(name.formula).toBe("=Start!$A$2:$A$4");
      expect(local).toMatchObject({ name: "block", scope: "Worksheet", visible: false });
      expect([range.address, elsewhere.isNullObject, none.isNullObject]).toEqual(["Start!A3", true, true]);
      expect(value).toMatchObject({ type: "Double", value: 42 });
      local.delete();
      await context.sync();
    });
    expect(host.names.keys("s")).toEqual([]);
    await fails((context) =>
      context.workbook.names.add("figures", start(context).getRange("A1")),
    ).toMatchObject({ code: "ItemAlreadyExists" });
    await fails((context) => context.workbook.names.add("A1", start(context).getRange("A1"))).toMatchObject({
      code: "InvalidArgument",
    });
  });
});

describe("what is stored in the file", () => {
  const XML = '<?xml version="1.0"?><edition xmlns="urn:example:edition" v="1"><part>x</part></edition>';

  test("custom XML: by namespace, read, replaced, deleted", async () => {
    const host = open();
    const id = await Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      const part = parts.add(XML).load("id,namespaceUri");
      parts.add("<other/>");
      const found = parts.getByNamespace("urn:example:edition");
      const only = found.getOnlyItemOrNullObject().load("id");
      const none = parts.getByNamespace("urn:none").getOnlyItemOrNullObject();
      const text = only.getXml();
      const count = parts.getCount();
      await context.sync();
      expect([text.value, none.isNullObject, count.value, part.namespaceUri]).toEqual([
        XML,
        true,
        2,
        "urn:example:edition",
      ]);
      expect(only.id).toBe(part.id);
      only.setXml(XML.replace("<part>x", "<part>y"));
      await context.sync();
      return part.id;
    });
    const reopened = openHost({ data: JSON.parse(JSON.stringify(host.save())) });
    attachHost(reopened);
    await Excel.run(async (context) => {
      const part = context.workbook.customXmlParts.getItem(id);
      const text = part.getXml();
      await context.sync();
      expect(text.value).toContain("<part>y</part>");
      part.delete();
      await context.sync();
    });
    await fails((context) => context.workbook.customXmlParts.getItem(id).load("id")).toMatchObject({
      code: "ItemNotFound",
    });
    for (const broken of ["plain text", "<a>", "<a></b>"])
      await fails((context) => context.workbook.customXmlParts.add(broken)).toMatchObject({
        code: "InvalidArgument",
      });
  });

  test("settings, through both of their interfaces", async () => {
    const host = open();
    await Excel.run(async (context) => {
      context.workbook.settings.add("pin", { day: "2024-06-21" });
      await context.sync();
      const setting = context.workbook.settings.getItem("pin").load("value");
      await context.sync();
      expect(setting.value).toEqual({ day: "2024-06-21" });
    });
    Office.context.document.settings.set("language", "ja");
    await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
    expect(host.book.state.list("setting:")).toEqual([
      ["pin", { day: "2024-06-21" }],
      ["language", "ja"],
    ]);
    host.undo();
    expect(host.book.state.list("setting:")).toEqual([["pin", { day: "2024-06-21" }]]);
  });
});

describe("protection", () => {
  test("a protected sheet refuses writes, except what its options allow", async () => {
    const host = open();
    await Excel.run(async (context) => {
      start(context).protection.protect({ allowFormatCells: true }, "secret");
      await context.sync();
      const protection = start(context).protection.load("protected,options");
      await context.sync();
      expect(protection.protected).toBe(true);
      expect(protection.options).toMatchObject({ allowFormatCells: true, allowEditObjects: false });
      start(context).getRange("A1").format.font.bold = true;
      await context.sync();
    });
    await fails((context) => void (start(context).getRange("A1").values = [[5]])).toMatchObject({
      code: "AccessDenied",
    });
    await fails((context) =>
      start(context).charts.add("Line", start(context).getRange("A1:A2")),
    ).toMatchObject({ code: "AccessDenied" });
    await fails((context) => start(context).protection.unprotect("wrong")).toMatchObject({
      code: "InvalidOperation",
    });
    await Excel.run(async (context) => {
      start(context).protection.unprotect("secret");
      start(context).getRange("A1").values = [[5]];
      await context.sync();
    });
    expect(host.book.value("s", 0, 0)).toBe(5);
  });
  test("a protected workbook refuses sheets", async () => {
    open();
    await Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
      const { protection } = context.workbook;
      protection.load("protected");
      await context.sync();
      expect(protection.protected).toBe(true);
    });
    await fails((context) => context.workbook.worksheets.add("More")).toMatchObject({ code: "AccessDenied" });
    await fails((context) => void (start(context).name = "Other")).toMatchObject({ code: "AccessDenied" });
  });
});

describe("undo", () => {
  test("a batch is one step, back and forth", async () => {
    const host = open();
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

describe("events", () => {
  test("changes, selection, activation and calculation are told; removed handlers are not", async () => {
    const host = open();
    const seen: string[] = [];
    const note = (kind: string) => (event: object) => {
      const { address, triggerSource } = event as { address?: string; triggerSource?: string };
      seen.push([kind, address, triggerSource].filter(Boolean).join(" "));
      return Promise.resolve();
    };
    const remove = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(note("changed"));
      worksheets.onSelectionChanged.add(note("selection"));
      worksheets.onActivated.add(note("activated"));
      worksheets.onDeactivated.add(note("deactivated"));
      worksheets.onAdded.add(note("added"));
      worksheets.onDeleted.add(note("deleted"));
      worksheets.onCalculated.add(note("calculated"));
      context.workbook.onSelectionChanged.add(note("workbook selection"));
      const own = start(context).onChanged.add(note("start changed"));
      await context.sync();
      return own;
    });
    host.model.dispatch("UPDATE_CELL", { sheetId: "s", col: 0, row: 0, content: "7" });
    await until(() => seen.includes("changed A1 Unknown") && seen.includes("start changed A1 Unknown"));
    seen.splice(0);
    host.model.selection.selectCell(1, 1);
    await until(() => seen.includes("workbook selection"));
    expect(seen.splice(0)).toEqual(expect.arrayContaining(["selection B2", "workbook selection"]));
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("Other").activate();
      start(context).getRange("B1:C2").values = [
        [1, 2],
        [3, 4],
      ];
      start(context).getRange("A3").calculate();
      await context.sync();
    });
    await until(
      () =>
        seen.includes("added") &&
        seen.includes("changed B1:C2 ThisLocalAddin") &&
        seen.includes("calculated"),
    );
    expect(seen.splice(0)).toEqual(
      expect.arrayContaining(["activated", "deactivated", "start changed B1:C2 ThisLocalAddin"]),
    );
    await Excel.run(remove.context, async (context) => {
      remove.remove();
      await context.sync();
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Other").delete();
      start(context).getRange("D4").values = [[1]];
      await context.sync();
    });
    await until(() => seen.includes("changed D4 ThisLocalAddin") && seen.includes("deleted"));
    expect(seen.some((line) => line.startsWith("start changed"))).toBe(false);
  });
});

describe("the application", () => {
  test("calculation mode, culture, and formulas in the user's language", async () => {
    open({ culture: GERMAN });
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
    const host = open();
    await Office.addin.showAsTaskpane();
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    expect(host.runtime.shown).toBe("Visible");
    expect(await Office.addin.getStartupBehavior()).toBe("Load");
  });
});
