import { areaName } from "../../../src/file/address";
import { widthAt } from "../../../src/xlsx/charts/columns";
import { outlineOf } from "../../../src/xlsx/charts/outline";
import { planChart, type Spot } from "../../../src/xlsx/charts/plan-insert";
import { openPackage, type Package } from "../../../src/xlsx/package";
import { readBook } from "../../../src/xlsx/read-book";
import { askedFor } from "../../charts/run-calls";
import { workbookFile, workbookParts, zipped, type WorkbookFile } from "../workbook-file";
import { chartXml, corpus, inserted } from "./inserted";

const CELLS = '<sheetData><row r="2"><c r="B2"><v>5</v></c></row></sheetData>';
const opened = (file: WorkbookFile): Package => openPackage(workbookFile(file));
const at = (sheet: string, row: number, column: number): Spot => ({ sheet, row, column });
const planned = (pkg: Package, spot?: Spot, id = "digital-balance") =>
  planChart(pkg, readBook(pkg), askedFor(id), spot);

describe("at a cell of a sheet", () => {
  it("covers as many columns as the chart is wide, and widens those of its block that are too narrow", async () => {
    const pkg = opened({
      sheets: {
        Data: `<cols><col min="2" max="12" width="20" style="0" customWidth="1"/><col min="13" max="16384" width="3"/></cols>${CELLS}`,
      },
    });
    const { plan, pkg: after } = await inserted(pkg, "digital-balance", { spot: at("data", 3, 3) });
    // 480 points over columns of 105, then over columns of 15.75.
    expect([areaName(plan.layout.frame), plan.sheet]).toEqual(["D7:H26", "Data"]);
    const outline = outlineOf(after.text("xl/worksheets/sheet1.xml"), "sheet1");
    expect([1, 9, 10, 12, 13].map((column) => Math.round(widthAt(outline)(column)))).toEqual([
      105, 105, 105, 16, 16,
    ]);
    const narrow = await inserted(pkg, "digital-balance", { spot: at("Data", 3, 12) });
    const own = outlineOf(narrow.pkg.text("xl/worksheets/sheet1.xml"), "sheet1");
    const { block } = narrow.plan.layout;
    expect(
      [block.column - 1, block.column, block.column + 1, block.column + 2].map((c) =>
        Math.round(widthAt(own)(c)),
      ),
    ).toEqual([...[16, 64, 76, 16]]);
    const items = [
      ...narrow.pkg.text("xl/worksheets/sheet1.xml").matchAll(/<col min="(\d+)" max="(\d+)"/g),
    ].map(([, a, b]) => [Number(a), Number(b)]);
    for (const [i, [from = 0]] of items.entries()) if (i > 0) expect(from).toBe((items[i - 1]?.[1] ?? 0) + 1);
    expect(items.at(-1)?.[1]).toBe(16_384);
  });

  it("stands behind what is drawn there already, under a number of its own", async () => {
    const pkg = corpus("openpyxl-charts.xlsx");
    const [sheet] = readBook(pkg).sheets;
    const before = chartXml(pkg, sheet!.name).drawing;
    const { pkg: after } = await inserted(pkg, "three-rates", { spot: at(sheet!.name, 100, 0) });
    const { drawing, chart } = chartXml(after, sheet!.name);
    expect(drawing.startsWith(before.slice(0, before.lastIndexOf("</")))).toBe(true);
    const ids = [...drawing.matchAll(/cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(chart).toContain(`'${sheet!.name}'!$`);
    expect(readBook(after).sheets[0]!.merged).toEqual(expect.arrayContaining([...sheet!.merged]));
  });

  it("gives each chart of a sheet its own name and mark", async () => {
    const first = await inserted(opened({ sheets: { Data: CELLS } }), "digital-balance", {
      spot: at("Data", 4, 0),
    });
    const second = await inserted(first.pkg, "digital-balance", {
      options: "years=5",
      spot: at("Data", 60, 0),
    });
    expect(readBook(second.pkg).names.map(({ name }) => name)).toEqual([
      "DigiTrade.chart.1",
      "DigiTrade.chart.2",
    ]);
    expect(
      [...chartXml(second.pkg, "Data").drawing.matchAll(/cNvPr id="\d+" name="([^"]*)"/g)].map(
        ([, name]) => name,
      ),
    ).toEqual([...["Digital balance by year", "Digital balance by year 2"]]);
  });

  it.each([
    [
      "cells",
      at("Data", 0, 0),
      /^The chart needs A1:M34 of "Data", where B2 would be lost; choose another cell, or leave --at out/,
    ],
    ["merged cells", at("Data", 60, 0), /where B70:C71 would be lost/],
    [
      "the end of the sheet",
      at("Data", 1_048_570, 0),
      /^34 rows and 13 columns do not fit below A1048571; choose a cell further up or left\.$/,
    ],
    ["no such sheet", at("Date", 60, 0), /^There is no sheet "Date"; it has "Data"\.$/],
  ])("refuses %s", (_, spot, words) => {
    const pkg = opened({
      sheets: { Data: `${CELLS}<mergeCells count="1"><mergeCell ref="B70:C71"/></mergeCells>` },
    });
    expect(() => planned(pkg, spot)).toThrow(words);
  });

  it("refuses a protected sheet", () => {
    const pkg = opened({ sheets: { Data: `${CELLS}<sheetProtection sheet="1"/>` } });
    expect(() => planned(pkg, at("Data", 60, 0))).toThrow(
      'The sheet "Data" is protected; unprotect it in Excel, then try again.',
    );
  });
});

describe("on a new sheet", () => {
  it("refuses a workbook whose structure is protected, but not at a cell", () => {
    const pkg = opened({ sheets: { Data: CELLS }, before: '<workbookProtection lockStructure="1"/>' });
    expect(() => planned(pkg)).toThrow(
      /^The structure of this workbook is protected, so it takes no new sheet/,
    );
    expect(planned(pkg, at("Data", 60, 0)).isNewSheet).toBe(false);
  });

  it("refuses the strict dialect", () => {
    const strict = Object.fromEntries(
      Object.entries(workbookParts({})).map(([name, part]) => [
        name,
        String(part)
          .replaceAll(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
          )
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ]),
    );
    const pkg = openPackage(zipped(strict));
    expect(() => planned(pkg)).toThrow(/^This file was not opened: it is a "Strict Open XML Spreadsheet"/);
  });

  it("gets styles where the file has none", async () => {
    const { pkg, plan } = await inserted(opened({}), "digital-balance");
    const { row, column } = plan.layout.block;
    const figure = readBook(pkg).sheets[1]?.cells.find(
      (cell) => cell.row === row + 1 && cell.column === column + 1,
    );
    expect(readBook(pkg).formats[figure?.style ?? 0]).toBe("#,##0.00");
    expect(pkg.contentType("xl/styles.xml")).toMatch(/styles\+xml$/);
  });

  it("counts the sheets of charts in the places of names", async () => {
    const parts = workbookParts({ sheets: { Data: CELLS, Chart1: "<sheetData/>" } });
    parts["xl/_rels/workbook.xml.rels"] = String(parts["xl/_rels/workbook.xml.rels"]).replace(
      /worksheet(" Target="worksheets\/sheet2)/,
      "chartsheet$1",
    );
    const { pkg } = await inserted(openPackage(zipped(parts)), "digital-balance");
    expect(pkg.text("xl/workbook.xml")).toMatch(/name="DigiTrade\.chart\.1"[^>]*localSheetId="2"/);
    expect(readBook(pkg).sheets.map(({ name }) => name)).toEqual(["Data", "Digital balance by year"]);
  });

  it("writes into parts whose elements have a prefix, and in two bytes a letter", async () => {
    const parts = workbookParts({ sheets: { Data: CELLS } });
    const prefixed = (xml: string) => xml.replace(/<(\/?)(?=[a-z])/g, "<$1x:").replace("xmlns=", "xmlns:x=");
    parts["xl/workbook.xml"] = prefixed(String(parts["xl/workbook.xml"]));
    parts["xl/worksheets/sheet1.xml"] = new Uint8Array(
      Buffer.from(
        `\ufeff${prefixed(String(parts["xl/worksheets/sheet1.xml"])).replace("UTF-8", "UTF-16")}`,
        "utf16le",
      ),
    );
    const before = openPackage(zipped(parts));
    const { pkg } = await inserted(before, "target-gap", { spot: at("Data", 10, 0) });
    expect(pkg.text("xl/worksheets/sheet1.xml")).toContain('<x:mergeCells count="2"><x:mergeCell ref="');
    expect(pkg.text("xl/worksheets/sheet1.xml")).toContain('<x:drawing r:id="rId1"/></x:worksheet>');
    expect(pkg.text("xl/workbook.xml")).toContain("<x:definedNames><x:definedName name=");
    expect(readBook(pkg).sheets[0]?.merged).toHaveLength(2);
    expect((await inserted(pkg, "three-rates")).pkg.text("xl/workbook.xml")).toMatch(
      /<x:sheet name="The same deficit at three rates" sheetId="2" r:id="/,
    );
  });
});
