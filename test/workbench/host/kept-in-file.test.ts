import { attachHost, bootOffice, closeHosts, openHost } from "./boot-office";
import { fails, openStart, start } from "./start-workbook";

beforeAll(() => bootOffice(openHost()));
afterEach(closeHosts);

describe("what is stored in the file", () => {
  const XML = '<?xml version="1.0"?><edition xmlns="urn:example:edition" v="1"><part>x</part></edition>';

  test("custom XML: by namespace, read, replaced, deleted", async () => {
    const host = openStart();
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
    const host = openStart();
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
    const host = openStart();
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
    openStart();
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
