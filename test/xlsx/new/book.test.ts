import { decodeEdition } from "../../../src/file/edition-parts";
import { readEdition } from "../../../src/load/edition-document";
import { chartBook } from "../../../src/xlsx/new/chart-book";
import { readMark } from "../../../src/file/chart-mark";
import { askedFor } from "../../charts/run-calls";
import { made, partsOf, storedCells } from "./made";

const two = () =>
  chartBook([askedFor("digital-balance", "years=5"), askedFor("digital-balance", "area=US;def=deliverable")]);

test("the same workbook is the same file, whenever it is written", async () => {
  const first = await made(two());
  const again = await made(two());
  expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  const core = partsOf(first.bytes).get("docProps/core.xml") ?? "";
  expect([...core.matchAll(/>(\d{4}-[^<]*)</g)].map(([, moment]) => moment)).toEqual([
    "2026-11-23T00:00:00Z",
    "2026-11-23T00:00:00Z",
  ]);
});

test("nothing is worked out again when the file is opened: the figures stay for who has no DigiTrade", async () => {
  const parts = partsOf((await made(two())).bytes);
  expect(parts.get("xl/workbook.xml")).toContain('<calcPr calcId="191029"/>');
});

test("the figures in use travel in the file, as the add-in reads them", async () => {
  const { bytes, plan } = await made(two());
  const parts = partsOf(bytes);
  const kept = await decodeEdition([parts.get("customXml/item1.xml") ?? ""]);
  const { documents, pin } = readEdition(kept?.json);
  expect([kept?.stamp.serial, pin]).toEqual([1, undefined]);
  expect([...documents.keys()]).toContain("JP.COMPUTER.NET");
  const sources = storedCells(parts, plan.sheets.length);
  const listed = [...sources.values()].map(({ value }) => value);
  for (const id of documents.keys()) expect(listed).toContain(id);
});

test("two charts of one kind have sheets and marks of their own", async () => {
  const { bytes, plan } = await made(two());
  expect(plan.sheets.map(({ name }) => name)).toEqual([
    "Digital balance by year",
    "Digital balance by year (2)",
    "Sources",
  ]);
  const names = partsOf(bytes).get("xl/workbook.xml") ?? "";
  const areaOf = (sheet: number): string => {
    const [, comment = ""] =
      new RegExp(`localSheetId="${sheet}" hidden="1" comment="([^"]*)"`).exec(names) ?? [];
    return readMark(comment).choices.area;
  };
  expect([areaOf(0), areaOf(1)]).toEqual(["JP", "US"]);
});

test("an error that a formula fills into other cells is stored as one, and a text of digits as a text", async () => {
  const cells = storedCells(partsOf((await made(two())).bytes), 1);
  // The years 2020 to 2024, of which the first three are not held.
  const [year, figure] = [cells.get("J5"), cells.get("K5")];
  expect([year?.value, year?.attributes.includes('t="str"')]).toEqual(["2020", true]);
  expect([figure?.value, figure?.attributes.includes('t="e"'), figure?.formula]).toEqual([
    "#N/A",
    true,
    undefined,
  ]);
});

test("a chart that has nothing to show is told once, and written all the same", async () => {
  const { failed, bytes } = await made(chartBook([askedFor("digital-balance", "end=1990")]));
  expect(failed).toEqual([
    {
      sheet: "Digital balance by year",
      cell: "A1",
      error: "#N/A",
      message: expect.stringContaining("JP.DIGITAL.NET (3item) for 1990") as string,
    },
  ]);
  expect(storedCells(partsOf(bytes), 1).get("A1")?.value).toBe("#N/A");
});

test("frozen, it holds values where formulas would stand", async () => {
  const live = storedCells(partsOf((await made(two())).bytes), 1);
  const parts = partsOf((await made(two(), { frozen: true })).bytes);
  const frozen = storedCells(parts, 1);
  expect([...frozen.values()].filter(({ formula }) => formula)).toEqual([]);
  for (const [name, { value }] of live) expect([name, frozen.get(name)?.value]).toEqual([name, value]);
  expect(parts.has("customXml/item1.xml")).toBe(false);
});

test("a page is A4 across, one page wide, and says where the figures come from", async () => {
  const sheet = partsOf((await made(two())).bytes).get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheet).toMatch(/<pageSetup paperSize="9"[^>]*fitToHeight="0"[^>]*orientation="landscape"/);
  expect(sheet).toMatch(/<oddFooter>&amp;L&amp;8Sources: [^<]*Bank of Japan[^<]*<\/oddFooter>/);
});
