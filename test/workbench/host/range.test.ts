import type { Host } from "../../../src/workbench/host/index";
import { attachHost, bootOffice, closeHosts, openHost } from "./boot-office";

beforeAll(() => bootOffice(openHost()));
afterAll(closeHosts);

const CELLS = { A1: "1", B1: "=A1*2", C1: "text", A2: "TRUE", B2: "=NA()", A3: "=$A$1+Start!B1", D5: "9" };

function open(): Host {
  const host = openHost({
    data: { sheets: [{ id: "s", name: "Start", colNumber: 8, rowNumber: 12, cells: CELLS }] },
  });
  attachHost(host);
  return host;
}
/** Runs a batch on the sheet and answers with a range's properties. */
async function on<T>(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>,
): Promise<T> {
  return Excel.run(async (context) => {
    const result = await work(context.workbook.worksheets.getItem("Start"), context);
    await context.sync();
    return result;
  });
}
const address = async (make: (sheet: Excel.Worksheet) => Excel.Range): Promise<string | null> => {
  const range = await on((sheet) => make(sheet).load("address"));
  return range.isNullObject ? null : range.address;
};

beforeEach(open);

test("what a range says of its cells", async () => {
  const range = await on((sheet) =>
    sheet
      .getRange("A1:D2")
      .load(
        "values,formulas,formulasR1C1,valueTypes,text,address,rowCount,columnCount,rowIndex,columnIndex,cellCount,hasSpill",
      ),
  );
  expect(range.values).toEqual([
    [1, 2, "text", ""],
    [true, "#N/A", "", ""],
  ]);
  expect(range.formulas[0]).toEqual([1, "=A1*2", "text", ""]);
  expect(range.formulasR1C1[0]).toEqual([1, "=RC[-1]*2", "text", ""]);
  expect(range.valueTypes).toEqual([
    ["Double", "Double", "String", "Empty"],
    ["Boolean", "Error", "Empty", "Empty"],
  ]);
  expect(range.text[0]).toEqual(["1", "2", "text", ""]);
  expect(range).toMatchObject({
    address: "Start!A1:D2",
    rowCount: 2,
    columnCount: 4,
    rowIndex: 0,
    columnIndex: 0,
    cellCount: 8,
    hasSpill: false,
  });
});

test.each<[string, (sheet: Excel.Worksheet) => Excel.Range, string | null]>([
  ["getCell", (s) => s.getRange("B2:D5").getCell(1, 2), "Start!D3"],
  ["getRow", (s) => s.getRange("B2:D5").getRow(1), "Start!B3:D3"],
  ["getColumn", (s) => s.getRange("B2:D5").getColumn(2), "Start!D2:D5"],
  ["getLastCell", (s) => s.getRange("B2:D5").getLastCell(), "Start!D5"],
  ["getOffsetRange", (s) => s.getRange("B2:D5").getOffsetRange(1, -1), "Start!A3:C6"],
  ["getResizedRange", (s) => s.getRange("B2").getResizedRange(2, 1), "Start!B2:C4"],
  ["getAbsoluteResizedRange", (s) => s.getRange("B2").getAbsoluteResizedRange(2, 1), "Start!B2:B3"],
  ["getBoundingRect", (s) => s.getRange("B2").getBoundingRect("D7"), "Start!B2:D7"],
  ["getIntersectionOrNullObject", (s) => s.getRange("A1:B2").getIntersectionOrNullObject("C3"), null],
  ["getEntireColumn", (s) => s.getRange("B2:C3").getEntireColumn(), "Start!B:C"],
  ["getEntireRow", (s) => s.getRange("B2:C3").getEntireRow(), "Start!2:3"],
  ["getUsedRangeOrNullObject", (s) => s.getUsedRangeOrNullObject(), "Start!A1:D5"],
  [
    "getUsedRangeOrNullObject of a column",
    (s) => s.getRange("B:B").getUsedRangeOrNullObject(),
    "Start!B1:B2",
  ],
  ["getUsedRangeOrNullObject of nothing", (s) => s.getRange("F1:G9").getUsedRangeOrNullObject(), null],
  ["getRangeByIndexes", (s) => s.getRangeByIndexes(1, 2, 3, 1), "Start!C2:C4"],
  ["getSpillingToRangeOrNullObject", (s) => s.getRange("A1").getSpillingToRangeOrNullObject(), null],
])("%s", async (_, make, expected) => {
  expect(await address(make)).toBe(expected);
});

test("ranges outside a sheet and texts that are none", async () => {
  await expect(address((s) => s.getRange("A1").getOffsetRange(-1, 0))).rejects.toMatchObject({
    code: "InvalidArgument",
  });
  await expect(address((s) => s.getRange("no range"))).rejects.toMatchObject({ code: "InvalidArgument" });
  await expect(address((s) => s.getRange("Elsewhere!A1"))).rejects.toMatchObject({ code: "ItemNotFound" });
});

test("whole columns are a place: their cells read as null and take no values, but formats", async () => {
  const host = open();
  const column = await on((sheet) => {
    sheet.getRange("C:C").numberFormat = [["0.00"]];
    return sheet.getRange("C:C").load("address,values,isEntireColumn");
  });
  expect(column).toMatchObject({ address: "Start!C:C", values: null, isEntireColumn: true });
  expect(host.book.format("s", 2, 7)).toBe("0.00");
  await expect(on((sheet) => void (sheet.getRange("A:A").values = [[1]]))).rejects.toMatchObject({
    code: "InvalidArgument",
  });
  await expect(on((sheet) => sheet.getRange("A1:Z300000").load("values"))).rejects.toMatchObject({
    code: "RangeExceedsLimit",
  });
});

test("formulas of a sheet as areas", async () => {
  const areas = await on((sheet) =>
    sheet
      .getRange()
      .getSpecialCellsOrNullObject("Formulas")
      .load("address,areaCount,cellCount,areas/items/address"),
  );
  expect(areas).toMatchObject({ address: "Start!B1:B2,Start!A3", areaCount: 2, cellCount: 3 });
  expect(areas.areas.items.map((area) => area.address)).toEqual(["Start!B1:B2", "Start!A3"]);
  const none = await on((sheet) => sheet.getRange("F1:G2").getSpecialCellsOrNullObject("Formulas"));
  expect(none.isNullObject).toBe(true);
});

test("writes: one value for all, null leaves alone, an apostrophe makes text, formats that the grid lacks come back", async () => {
  const host = open();
  await on((sheet) => {
    sheet.getRange("A1:B1").values = [[null, "'007"]] as unknown[][] as string[][];
    sheet.getRange("F1:G2").values = "x" as unknown as string[][];
    sheet.getRange("F3").formulasR1C1 = [["=R1C1+RC[-5]"]];
    sheet.getRange("A1:A2").numberFormat = [["[Red]0.0"], ["_(* #,##0_)"]];
  });
  expect([host.book.value("s", 0, 0), host.book.value("s", 1, 0), host.book.value("s", 6, 1)]).toEqual([
    1,
    "007",
    "x",
  ]);
  expect(host.book.formula("s", 5, 2)).toBe("=$A$1+A3");
  const formats = await on((sheet) => sheet.getRange("A1:A3").load("numberFormat"));
  expect(formats.numberFormat).toEqual([["[Red]0.0"], ["_(* #,##0_)"], ["General"]]);
  await expect(on((sheet) => void (sheet.getRange("A1:B2").values = [[1, 2, 3]]))).rejects.toMatchObject({
    code: "InvalidArgument",
    message:
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  });
});

test("20,000 cells, which the library sends in parts", async () => {
  const host = open();
  await on((sheet) => {
    sheet.getRange("A1:D5000").values = Array.from({ length: 5000 }, (_, i) => [i, i + 1, i + 2, i + 3]);
  });
  expect(host.book.value("s", 3, 4999)).toBe(5002);
});

test("formats: uniform ones read back, mixed ones are null", async () => {
  await on((sheet) => {
    const { format } = sheet.getRange("A1:B2");
    format.font.bold = true;
    format.font.color = "#c8102e";
    format.fill.color = "#eeeeee";
    format.wrapText = true;
    format.horizontalAlignment = "Center";
    format.verticalAlignment = "Top";
    format.columnWidth = 90;
    format.rowHeight = 30;
    format.borders.getItem("EdgeBottom").set({ style: "Dash", color: "#1F4E9E" });
    sheet.getRange("C1").getEntireColumn().format.autofitColumns();
  });
  const read = (where: string) =>
    on((sheet) => {
      const { format } = sheet.getRange(where);
      format.load(
        "wrapText,horizontalAlignment,verticalAlignment,columnWidth,rowHeight,font/bold,font/color,fill/color",
      );
      return { format, border: format.borders.getItem("EdgeBottom").load("style,color") };
    });
  const { format, border } = await read("A1:B2");
  expect(format).toMatchObject({
    wrapText: true,
    horizontalAlignment: "Center",
    verticalAlignment: "Top",
    columnWidth: 90,
    rowHeight: 30,
  });
  expect([format.font.bold, format.font.color, format.fill.color]).toEqual([true, "#C8102E", "#EEEEEE"]);
  expect(border).toMatchObject({ style: "Dash", color: "#1F4E9E" });
  expect((await read("A1:C1")).format.font.bold).toBeNull();
});

test("clear: contents, formats or both", async () => {
  const host = open();
  await on((sheet) => {
    sheet.getRange("A1:B1").format.font.bold = true;
    sheet.getRange("A1").clear("Contents");
    sheet.getRange("B1").clear("Formats");
    sheet.getRange("C1").clear();
  });
  expect([0, 1, 2].map((col) => host.book.value("s", col, 0))).toEqual(["", 0, ""]);
  expect([host.book.style("s", 0, 0).bold, host.book.style("s", 1, 0).bold]).toEqual([true, undefined]);
});

test("insert and delete move cells, formulas and the ranges that scripts hold", async () => {
  const host = open();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Start");
    const held = sheet.getRange("D5").load("address");
    await context.sync();
    sheet.getRange("2:3").insert("Down");
    held.load("address,values");
    await context.sync();
    expect([held.address, held.values]).toEqual(["Start!D7", [[9]]]);
    sheet.getRange("2:3").delete("Up");
    sheet.getRange("A:A").insert("Right");
    held.load("address");
    await context.sync();
    expect(held.address).toBe("Start!E5");
    sheet.getRange("A:A").delete("Left");
    sheet.getRange("A1").insert("Down");
    await context.sync();
  });
  expect(host.book.value("s", 0, 1)).toBe(1);
  expect(host.book.formula("s", 1, 0)).toBe("=A2*2");
  await on((sheet) => sheet.getRange("A1").delete("Up"));
  expect([host.book.value("s", 0, 0), host.book.formula("s", 1, 0)]).toEqual([1, "=A1*2"]);
});

test("copies shift references; values alone leave formulas behind; transposed", async () => {
  const host = open();
  await on((sheet) => {
    sheet.getRange("B1").format.font.bold = true;
    sheet.getRange("B5:B6").copyFrom("B1", "Formulas");
    sheet.getRange("C5").copyFrom("Start!B1", "Values");
    sheet.getRange("E1").copyFrom("A1:A2", "All", false, true);
    sheet.getRange("F5").copyFrom("B1");
  });
  expect([host.book.formula("s", 1, 4), host.book.formula("s", 1, 5)]).toEqual(["=A5*2", "=A6*2"]);
  expect([host.book.formula("s", 2, 4), host.book.value("s", 2, 4)]).toEqual([undefined, 2]);
  expect([host.book.value("s", 4, 0), host.book.value("s", 5, 0)]).toEqual([1, true]);
  expect([host.book.formula("s", 5, 4), host.book.style("s", 5, 4).bold]).toEqual(["=E5*2", true]);
});

test("the selection, both ways", async () => {
  const host = open();
  await on((sheet) => sheet.getRange("B2:C3").select());
  expect(host.model.getters.getSelectedZone()).toEqual({ left: 1, right: 2, top: 1, bottom: 2 });
  const [selected, active] = await on(
    (_, { workbook }) =>
      [workbook.getSelectedRange().load("address"), workbook.getActiveCell().load("address")] as const,
  );
  expect([selected.address, active.address]).toEqual(["Start!B2:C3", "Start!B2"]);
});

test("what this host lacks says so by name", async () => {
  await expect(on((sheet) => sheet.tables.add("A1:B2", true))).rejects.toMatchObject({
    code: "NotImplemented",
    message: "The workbook host has no Worksheet.Tables.",
  });
  await expect(on((sheet) => sheet.getRange("A1").removeDuplicates([0], false))).rejects.toMatchObject({
    code: "NotImplemented",
    message: "The workbook host has no Range.RemoveDuplicates.",
  });
});
