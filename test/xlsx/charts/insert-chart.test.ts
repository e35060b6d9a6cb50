import { CHARTS } from "../../../src/charts/index";
import { numbersIn, type Grid } from "../../../src/charts/common/grid";
import { absoluteAddress, cellName } from "../../../src/file/address";
import { inBlock } from "../../../src/file/chart-cells";
import { readMark } from "../../../src/file/chart-mark";
import type { CellValue, StoredCell } from "../../../src/xlsx/cells";
import { markedCharts, isWhole } from "../../../src/xlsx/charts/marks";
import type { ChartPlan } from "../../../src/xlsx/charts/plan-insert";
import { openPackage, type Package } from "../../../src/xlsx/package";
import { readBook } from "../../../src/xlsx/read-book";
import { typedFormula } from "../../../src/xlsx/formula-forms";
import { askedFor, findingOf, valuesOf } from "../../charts/run-calls";
import { workbookFile } from "../workbook-file";
import { chartXml, corpus, differing, inserted, insertedAll } from "./inserted";

const IDS = CHARTS.map(({ id }) => id);
const base = corpus("libreoffice-pivot.xlsx");
let pkg: Package;
let plans: readonly ChartPlan[];

beforeAll(async () => {
  ({ pkg, plans } = await insertedAll(base));
});

const planOf = (id: string): ChartPlan => plans[IDS.indexOf(id)]!;

function cellsOf(from: Package, sheet: string): ReadonlyMap<string, StoredCell> {
  const cells = readBook(from).sheets.find(({ name }) => name === sheet)?.cells ?? [];
  return new Map(cells.map((cell) => [cellName(cell.row, cell.column), cell]));
}

/** As a block has it: an error is null, an empty cell "". */
const asGrid = (value: CellValue | undefined): string | number | null =>
  typeof value === "object"
    ? value === null
      ? ""
      : null
    : typeof value === "boolean"
      ? String(value)
      : (value ?? "");

describe.each(IDS)("%s", (id) => {
  it("has in its cells what its formulas answer", async () => {
    const { sheet, layout } = planOf(id);
    const cells = cellsOf(pkg, sheet);
    const values: Grid = await valuesOf(askedFor(id));
    const at = (row: number, column: number) => asGrid(cells.get(cellName(row, column))?.value);
    const stored = values.map((line, r) =>
      line.map((_, c) => at(layout.block.row + r, layout.block.column + c)),
    );
    for (const [r, line] of values.entries())
      for (const [c, value] of line.entries())
        if (typeof value === "number") expect(stored[r]?.[c]).toBeCloseTo(value, 8);
        else expect([r, c, stored[r]?.[c]]).toEqual([r, c, value]);
    const { title, source } = await findingOf(id);
    expect(at(layout.title.row, layout.title.column)).toBe(title);
    expect(at(layout.source.row, layout.source.column)).toBe(source);
  });

  it("keeps every formula that was planned, ours so that Excel finds them", () => {
    const { sheet, written } = planOf(id);
    const cells = cellsOf(pkg, sheet);
    const planned = written.cells.flatMap(({ row, column, content }) =>
      "formula" in content ? [[cellName(row, column), content.formula] as const] : [],
    );
    expect(planned.length).toBeGreaterThan(4);
    for (const [name, formula] of planned) {
      const stored = cells.get(name)?.formula;
      const isOurs = formula.startsWith("=DIGITRADE.");
      expect(stored?.kind).toBe(isOurs ? "dynamic" : "plain");
      expect(typedFormula(stored?.text ?? "")).toBe(formula);
      if (isOurs) expect(stored?.text).toMatch(/^_xldudf_DIGITRADE_[A-Z]+\(/);
    }
  });

  it("draws every series from its own cells, and remembers their figures, gaps left out", async () => {
    const { chart, sheet, layout } = planOf(id);
    const drawing = chart.definition.drawing(chart.choices);
    const values = await valuesOf(askedFor(id));
    const xml = chartXml(pkg, sheet).chart.replaceAll("&amp;", "&");
    const series = [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([one]) => one);
    expect(series).toHaveLength(drawing.series.length);
    for (const [index, drawn] of drawing.series.entries()) {
      const own = series.find((one) => one.includes(`<c:idx val="${index}"/><c:order`)) ?? "";
      const [, categories, val = ""] = /<c:cat>.*?<c:f>(.*?)<\/c:f>.*?<c:val>(.*)<\/c:val>/s.exec(own) ?? [];
      const place = (strip: typeof drawn.values) =>
        absoluteAddress(sheet, inBlock(layout, { ...strip, columns: 1 }));
      expect(categories).toBe(place(drawing.categories));
      expect(/<c:f>(.*?)<\/c:f>/.exec(val)?.[1]).toBe(place(drawn.values));
      const points = [...val.matchAll(/<c:pt idx="(\d+)"><c:v>(.*?)<\/c:v>/g)].map(([, i, v]) => [
        Number(i),
        Number(v),
      ]);
      const figures = numbersIn(values, drawn.values).flatMap((n, i) =>
        n === null ? [] : [[i, n] as const],
      );
      expect(points.map(([i]) => i)).toEqual(figures.map(([i]) => i));
      for (const [n, [, v]] of points.entries()) expect(v).toBeCloseTo(figures[n]?.[1] ?? NaN, 8);
    }
    expect(xml).toContain(
      `<c:title><c:tx><c:strRef><c:f>${absoluteAddress(sheet, { row: 0, column: 0, rows: 1, columns: 1 })}</c:f>`,
    );
    expect(xml).toContain('<c:dispBlanksAs val="gap"/>');
  });

  it("says to who cannot see it what it shows, and to the add-in what it is", async () => {
    const { chart, sheet, layout } = planOf(id);
    const { drawing } = chartXml(pkg, sheet);
    const { sentence } = await findingOf(id);
    const described = /descr="([^"]*)"/
      .exec(drawing)?.[1]
      ?.replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
    expect(described).toBe(sentence);
    const mark = markedCharts(pkg)
      .filter(isWhole)
      .find((one) => one.sheet === sheet);
    expect(mark?.area).toEqual(layout.whole);
    expect(mark?.mark).toMatchObject({ definition: chart.definition, choices: chart.choices });
    expect(drawing).toContain(`name="${mark?.mark.shape ?? "?"}"`);
    expect(readBook(pkg).names.find((one) => one.sheet === sheet && one.name === mark?.name)?.isHidden).toBe(
      true,
    );
  });
});

it("leaves every part as it is that need not change", async () => {
  const { before, pkg: after } = await inserted(corpus("openpyxl-charts.xlsx"), "digital-balance");
  expect(differing(before, after)).toEqual([
    ...[
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/charts/chart2.xml",
      "xl/drawings/_rels/drawing2.xml.rels",
    ],
    ...["xl/drawings/drawing2.xml", "xl/metadata.xml", "xl/styles.xml", "xl/workbook.xml"],
    ...["xl/worksheets/_rels/sheet3.xml.rels", "xl/worksheets/sheet3.xml"],
  ]);
});

it("only adds to what stands in the workbook's own parts", async () => {
  const { before, pkg: after } = await inserted(corpus("openpyxl-charts.xlsx"), "digital-balance");
  for (const part of ["xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]) {
    const [old, now] = [before.text(part), after.text(part)];
    // What is left when the new pieces are taken out is what was there, but for how many there are of something.
    const without = (xml: string) => xml.replace(/ count="\d+"/g, "").match(/<[^>]*>|[^<]+/g) ?? [];
    const left = [...without(now)];
    for (const piece of without(old)) {
      const at = left.indexOf(piece);
      expect([piece, at]).toEqual([piece, expect.any(Number)]);
      expect(at).toBeGreaterThanOrEqual(0);
      left.splice(0, at + 1);
    }
  }
  expect(readBook(after).formats.slice(0, readBook(before).formats.length)).toEqual(readBook(before).formats);
  expect(readBook(after).sheets.slice(0, -1)).toEqual(readBook(before).sheets);
});

it("numbers a sheet whose name is taken, and the add-in still knows each by its own name", async () => {
  const file = openPackage(
    workbookFile({ sheets: { "digital balance BY YEAR": "<sheetData/>", Data: "<sheetData/>" } }),
  );
  const { plan, pkg: after } = await inserted(file, "digital-balance");
  expect(plan.sheet).toBe("Digital balance by year (2)");
  expect(readBook(after).sheets.map(({ name }) => name)).toEqual([
    ...["digital balance BY YEAR", "Data", "Digital balance by year (2)"],
  ]);
  expect(readMark(/comment="([^"]*)"/.exec(after.text("xl/workbook.xml"))?.[1] ?? "").shape).toBe(
    "Digital balance by year",
  );
});

it("prints what is to be read of a sheet of its own: not what others are worked out from", () => {
  const { sheet, written } = planOf("component-change");
  const name = readBook(pkg).names.find((one) => one.sheet === sheet && one.name === "_xlnm.Print_Area");
  expect(name?.formula).toBe(absoluteAddress(sheet, written.printed));
  expect(written.printed.columns).toBeLessThan(planOf("component-change").layout.whole.columns);
});
