import { EDITION } from "../../../src/file/edition-parts";
import { dayOfInstant } from "../../../src/domain/period";
import { readDefinedNames } from "../../../src/workbench/file/defined-names";
import { lostParts } from "../../../src/workbench/file/lost-parts";
import { nearestLook } from "../../../src/workbench/file/nearest-look";
import { saveNew } from "../../../src/workbench/file/save-new";
import { customXml } from "../../../src/xlsx/custom-xml";
import { openPackage } from "../../../src/xlsx/package";
import { readBook } from "../../../src/xlsx/read-book";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { closeGridFiles, engine, gridFile, stored, type GridFile } from "./grid-file";

afterEach(closeGridFiles);

const corpus = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, "../../fixtures/xlsx", name)));

const written = ({ host }: GridFile): Uint8Array =>
  saveNew(engine, host, {
    title: "Trade",
    created: dayOfInstant(Date.UTC(2024, 5, 21)),
    footer: "DigiTrade",
  });

test("values, formulas, formats, widths, merged cells, names and what travels are in the new workbook", () => {
  const file = gridFile(corpus("libreoffice-charts.xlsx"));
  file.type("M1", "TRUE");
  file.type("M2", "2016-10");
  file.type("M3", "=TRANSPOSE(A1:B1)");
  file.host.book.setFormat("file0", { left: 1, right: 1, top: 1, bottom: 6 }, "#,##0.00");
  file.host.book.dispatch("RESIZE_COLUMNS_ROWS", {
    sheetId: "file0",
    dimension: "COL",
    elements: [3],
    size: 210,
  });
  const edition = `<edition xmlns="${EDITION.namespace}">x</edition>`;
  file.host.book.store("xml:{A}", edition);
  const bytes = written(file);
  const pkg = openPackage(bytes);
  const book = readBook(pkg);
  expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["Figures", "visible"],
    ["Hidden", "hidden"],
  ]);
  expect(stored(bytes, "E2")).toMatchObject({
    value: expect.closeTo(-28.44, 2),
    formula: { text: "B2/C2*1000" },
  });
  expect(stored(bytes, "A1", 1)).toMatchObject({ value: -24.6, formula: { text: "Figures!G1" } });
  expect(stored(bytes, "M1")).toMatchObject({ value: true });
  expect(stored(bytes, "M3")).toMatchObject({
    value: "Year",
    formula: { kind: "dynamic", text: "TRANSPOSE(A1:B1)" },
  });
  expect(stored(bytes, "M4")).toMatchObject({ value: "Balance" });
  expect(stored(bytes, "G2")?.formula).toMatchObject({
    text: '_xldudf_DIGITRADE_VALUE("JP.DIGITAL",2023)',
    kind: "dynamic",
  });
  expect(book.formats[stored(bytes, "B2")?.style ?? 0]).toBe("#,##0.00");
  expect(book.sheets[0]?.merged).toEqual([{ row: 2, column: 10, rows: 2, columns: 2 }]);
  expect(readDefinedNames(pkg)).toEqual([
    { name: "Rate", formula: "Figures!$C$7", comment: "", isHidden: false },
  ]);
  expect(customXml(pkg, EDITION)).toEqual([edition]);
  const [sheet = ""] = book.sheets.map(({ part }) => pkg.text(part));
  expect(sheet).toMatch(/<col min="4" max="4" width="30"/);
  expect(sheet).not.toContain('showGridLines="0"');
});

test("a formula that only Excel works out is itself again, with the value that was kept", () => {
  const bytes = written(gridFile(corpus("by-hand-macro.xlsm")));
  expect(stored(bytes, "D1")).toMatchObject({
    value: { error: "#VALUE!" },
    formula: { text: "_xlfn._xlws.FILTER(A1:A3,A1:A3>9)" },
  });
});

test("what a new workbook loses is told", () => {
  expect(lostParts(gridFile(corpus("libreoffice-charts.xlsx")).opened)).toEqual([
    ...["tables", "comments", "conditional-formats", "validation", "protection", "charts", "looks"],
  ]);
  expect(lostParts(gridFile(corpus("by-hand-macro.xlsm")).opened)).toContain("macros");
});

test("cells look as near to what they looked like as new workbooks can", () => {
  expect(nearestLook({ bold: true, fontSize: 18, textColor: "#0B2E4F", verticalAlign: "middle" })).toBe(
    "title",
  );
  expect(nearestLook({ bold: true, fillColor: "#FFF6D6", align: "center" })).toBe("input");
  expect(
    nearestLook({ textColor: "#51606E", fontSize: 9, wrapping: "wrap", verticalAlign: "middle" }),
  ).toMatch(/^(?:note|chartNote)$/);
  expect(nearestLook({})).toBe("plain");
});
