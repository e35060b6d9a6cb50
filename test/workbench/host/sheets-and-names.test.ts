import { bootOffice, closeHosts, openHost } from "./boot-office";
import { fails, openStart, start } from "./start-workbook";

beforeAll(() => bootOffice(openHost()));
afterEach(closeHosts);

describe("sheets", () => {
  test("added, named, moved, hidden, activated, deleted", async () => {
    const host = openStart();
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
    openStart();
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
    openStart();
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
    const host = openStart();
    await Excel.run(async (context) => {
      const added = context.workbook.worksheets.add("Large");
      added.names.add("block", added.getRange("A1:Z900"));
      await context.sync();
    });
    expect(host.model.getters.getActiveSheetId()).toBe("s");
    expect(host.names.keys(host.sheets.byName("Large"))).toHaveLength(1);
  });

  test("of the workbook and of a sheet, hidden ones too, follow their cells", async () => {
    const host = openStart();
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
