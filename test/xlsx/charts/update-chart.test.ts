import { FROZEN } from "../../../src/file/frozen-document";
import { planChart } from "../../../src/xlsx/charts/plan-insert";
import { withCustomXml } from "../../../src/xlsx/custom-xml";
import { openPackage, type Package } from "../../../src/xlsx/package";
import { withText } from "../../../src/xlsx/parts";
import { readBook } from "../../../src/xlsx/read-book";
import { cellName } from "../../../src/file/address";
import { askedFor } from "../../charts/run-calls";
import { workbookFile } from "../workbook-file";
import { chartXml, differing, inserted } from "./inserted";

const file = openPackage(
  workbookFile({ sheets: { Notes: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' } }),
);
const SHEET = "Digital balance by year";
const PART = "xl/worksheets/sheet2.xml";
let first: Package;

beforeAll(async () => {
  first = (await inserted(file, "digital-balance")).pkg;
});

/** Something that somebody does to the file between two insertions. */
const edited = (pkg: Package, part: string, from: string | RegExp, to: string): Package => {
  const after = pkg.text(part).replace(from, to);
  expect(after).not.toBe(pkg.text(part));
  return withText(pkg, part, after);
};

const valueOf = (pkg: Package, cell: string) =>
  readBook(pkg)
    .sheets.find(({ name }) => name === SHEET)
    ?.cells.find(({ row, column }) => cellName(row, column) === cell)?.value;

it("inserted again, a chart is the same, byte for byte", async () => {
  const { pkg, plan } = await inserted(first, "digital-balance");
  expect(plan.before).toBeDefined();
  expect(differing(first, pkg)).toEqual([]);
});

it("in another language it is updated where it stands, under the same name", async () => {
  const { pkg } = await inserted(first, "digital-balance", { options: "lang=ja" });
  expect(differing(first, pkg)).toEqual([
    ...["xl/charts/chart1.xml", "xl/drawings/drawing1.xml", "xl/workbook.xml", "xl/worksheets/sheet2.xml"],
  ]);
  const title = valueOf(pkg, "A1") as string;
  expect(title).toMatch(/^日本のデジタル赤字/);
  const { chart, drawing } = chartXml(pkg, SHEET);
  expect(chart).toContain(`<c:v>${title}</c:v>`);
  expect(drawing.match(/<xdr:graphicFrame/g)).toHaveLength(1);
  expect(drawing).toMatch(/name="デジタル収支の推移" descr="日本のデジタル赤字/);
  expect(pkg.text("xl/workbook.xml").match(/<definedName name="DigiTrade[^>]*comment="[^"]*"/g)).toEqual([
    '<definedName name="DigiTrade.chart.1" comment="1|digital-balance|lang=ja|デジタル収支の推移"',
  ]);
});

it("keeps what people made of it: its place, its size, the looks of its cells, what they wrote beside it", async () => {
  let mine = edited(first, "xl/drawings/drawing1.xml", "<xdr:col>0</xdr:col>", "<xdr:col>1</xdr:col>");
  mine = edited(mine, PART, '<c r="K5" s="', '<c r="K5" s="0" was="');
  mine = edited(
    mine,
    PART,
    '</row><row r="24"',
    '<c r="K30"><v>7</v></c></row><row r="24"'.replace("K30", "M14"),
  );
  const { pkg } = await inserted(mine, "digital-balance", { options: "lang=ja" });
  expect(chartXml(pkg, SHEET).drawing).toContain("<xdr:from><xdr:col>1</xdr:col>");
  expect(pkg.text(PART)).toMatch(/<c r="K5" s="0"/);
  expect(valueOf(pkg, "M14")).toBe(7);
});

it("is known by its place where somebody renamed it, and drawn anew where somebody deleted it", async () => {
  const renamed = edited(first, "xl/drawings/drawing1.xml", `name="${SHEET}"`, 'name="Mine"');
  const again = (await inserted(renamed, "digital-balance")).pkg;
  expect(chartXml(again, SHEET).drawing.match(/cNvPr id="\d+" name="[^"]*"/g)).toEqual([
    `cNvPr id="2" name="${SHEET}"`,
  ]);
  const deleted = edited(first, "xl/drawings/drawing1.xml", /<xdr:twoCellAnchor.*<\/xdr:twoCellAnchor>/s, "");
  const back = (await inserted(deleted, "digital-balance")).pkg;
  expect(chartXml(back, SHEET).drawing.match(/<xdr:graphicFrame/g)).toHaveLength(1);
  expect(chartXml(back, SHEET).chart).toContain("<c:barChart>");
});

it("with other choices at a cell of it, it takes them where it has room for them", async () => {
  const spot = { sheet: SHEET, row: 5, column: 2 };
  const { pkg, plan } = await inserted(first, "digital-balance", { options: "fx=USD", spot });
  expect(plan.before?.name).toBe("DigiTrade.chart.1");
  expect(valueOf(pkg, "A2")).toMatch(/^Billion US dollars/);
  await expect(inserted(first, "digital-balance", { options: "years=30", spot })).resolves.toBeDefined();
  const plan40 = () => planChart(first, readBook(first), askedFor("yen-per-dollar", "years=3"), spot);
  expect(plan40).toThrow(/^The chart needs C6:Q45 of "Digital balance by year", where /);
});

it("refuses where it would need other cells than it has", () => {
  const grown = edited(first, "xl/workbook.xml", /(DigiTrade\.chart\.1"[^>]*>[^<]*)\$34/, "$1$$36");
  expect(() => planChart(grown, readBook(grown), askedFor("digital-balance"))).toThrow(
    '"Digital balance by year" is in "Digital balance by year" already, on A1:K36, and would need 34 rows and 11 columns there; ' +
      "delete those cells with the chart, or choose another place, then insert it again.",
  );
});

it("is inserted beside one whose cells were deleted, or that a newer version wrote", async () => {
  for (const [from, to] of [
    [
      /'Digital balance by year'!\$A\$1:\$K\$34<\/definedName>(?=<definedName name="_xlnm|<\/definedNames>)/,
      "#REF!</definedName>",
    ],
    ['comment="1|', 'comment="2|'],
  ] as const) {
    const { plan } = await inserted(edited(first, "xl/workbook.xml", from, to), "digital-balance");
    expect([plan.before, plan.sheet]).toEqual([undefined, "Digital balance by year (2)"]);
  }
});

it("is not updated under a protected sheet, nor where formulas are frozen", () => {
  const closed = edited(first, PART, "<mergeCells", '<sheetProtection sheet="1"/><mergeCells');
  expect(() => planChart(closed, readBook(closed), askedFor("digital-balance"))).toThrow(
    'The sheet "Digital balance by year" is protected; unprotect it in Excel, then try again.',
  );
  const frozen = withCustomXml(first, FROZEN, [`<frozen xmlns="${FROZEN.namespace}"/>`]);
  expect(() => planChart(frozen, readBook(frozen), askedFor("digital-balance"))).toThrow(
    /^Formulas of this workbook are frozen into values/,
  );
});
