import { contentText } from "../../../src/charts/common/block-text";
import type { Finding } from "../../../src/charts/common/definition";
import { numbersIn, type CellValue, type Grid } from "../../../src/charts/common/grid";
import { CHARTS } from "../../../src/charts/index";
import { absoluteAddress, cellName, readArea, splitAddress, type Area } from "../../../src/file/address";
import { captionFormula, captionPlaces, inBlock } from "../../../src/file/chart-cells";
import { readMark } from "../../../src/file/chart-mark";
import { functionsIn, typedForm } from "../../../src/file/our-formulas";
import { chartBook } from "../../../src/xlsx/new/chart-book";
import type { SheetPlan } from "../../../src/xlsx/new/plan";
import { askedFor, findingOf, valuesOf } from "../../charts/run-calls";
import { made, partsOf, storedCells, type Parts, type StoredCell } from "./made";

const IDS = CHARTS.map(({ id }) => id);
const plan = chartBook(IDS.map((id) => askedFor(id)));
let parts: Parts;
const values = new Map<string, Grid>();
const findings = new Map<string, Finding>();

beforeAll(async () => {
  const { bytes, failed } = await made(plan);
  expect(failed).toEqual([]);
  parts = partsOf(bytes);
  for (const id of IDS) {
    values.set(id, await valuesOf(askedFor(id)));
    findings.set(id, await findingOf(id));
  }
});

const numberOf = (id: string): number => IDS.indexOf(id) + 1;
const sheetOf = (id: string): SheetPlan => plan.sheets[numberOf(id) - 1]!;
const layoutOf = (id: string) => sheetOf(id).charts[0]!.layout;

function settingOf(id: string) {
  const { row, column } = layoutOf(id).block;
  return { namespace: "DIGITRADE", origin: { row, column } };
}

/** What a cell holds as a block has it: an error is null, an empty cell "". */
function asGrid(cell: StoredCell | undefined): CellValue {
  if (cell?.value === undefined) return "";
  if (cell.attributes.includes('t="e"')) return null;
  if (cell.attributes.includes('t="b"')) return cell.value === "1" ? "TRUE" : "FALSE";
  return /t="(?:str|s)"/.test(cell.attributes) ? cell.value : Number(cell.value);
}

const within = (cell: string, { row, column, rows, columns }: Area): boolean => {
  const at = readArea(cell);
  return at.row >= row && at.row < row + rows && at.column >= column && at.column < column + columns;
};

test.each(IDS)("%s: our calls are stored as Excel resolves them, over the cells that they fill", (id) => {
  const { definition, choices } = askedFor(id);
  const layout = layoutOf(id);
  const cells = storedCells(parts, numberOf(id));
  const calls = definition.block(choices).cells.filter(({ content }) => content.is === "call");
  expect(calls.length).toBeGreaterThan(0);
  for (const { row, column, content } of calls) {
    const place = inBlock(layout, { row, column });
    const cell = cells.get(cellName(place.row, place.column));
    expect(cell?.attributes).toContain('cm="1"');
    expect(typedForm(`=${cell?.formula?.text ?? ""}`)).toBe(contentText(content, settingOf(id)));
    expect(cell?.formula?.text).toMatch(/^_xldudf_DIGITRADE_[A-Z]+\(/);
    expect(cell?.formula?.text).not.toContain("DIGITRADE.");
    const [, filled = ""] = /t="array" ref="([A-Z0-9:]+)"/.exec(cell?.formula?.attributes ?? "") ?? [];
    expect(readArea(filled)).toMatchObject({ row: place.row, column: place.column });
    expect(within(filled.split(":").at(-1) ?? "", layout.block)).toBe(true);
  }
  for (const [{ row, column }, part] of captionPlaces(layout)) {
    const cell = cells.get(cellName(row, column));
    expect(cell?.attributes).toContain('cm="1"');
    expect(typedForm(`=${cell?.formula?.text ?? ""}`)).toBe(
      captionFormula({ definition, choices }, part, "DIGITRADE"),
    );
  }
});

test.each(IDS)("%s: computed cells are ordinary formulas", (id) => {
  const { definition, choices } = askedFor(id);
  const cells = storedCells(parts, numberOf(id));
  for (const { row, column, content } of definition.block(choices).cells) {
    if (content.is !== "computed") continue;
    const place = inBlock(layoutOf(id), { row, column });
    const cell = cells.get(cellName(place.row, place.column));
    expect(`=${cell?.formula?.text ?? ""}`).toBe(contentText(content, settingOf(id)));
    expect([cell?.formula?.attributes, cell?.attributes.includes("cm=")]).toEqual(["", false]);
    expect(functionsIn(`=${cell?.formula?.text ?? ""}`)).toEqual([]);
  }
});

test.each(IDS)("%s: the cells hold what the functions answer, and the captions what CAPTION says", (id) => {
  const layout = layoutOf(id);
  const cells = storedCells(parts, numberOf(id));
  const own = values.get(id)!;
  const stored = own.map((line, r) =>
    line.map((_, c) => asGrid(cells.get(cellName(layout.block.row + r, layout.block.column + c)))),
  );
  for (const [r, line] of own.entries())
    for (const [c, value] of line.entries()) {
      const cell = stored[r]?.[c];
      if (typeof value === "number" && typeof cell === "number")
        expect(Math.abs(cell - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-12);
      else expect([r, c, cell]).toEqual([r, c, value]);
    }
  const finding = findings.get(id)!;
  for (const [{ row, column }, part] of captionPlaces(layout))
    expect(cells.get(cellName(row, column))?.value).toBe(finding[part]);
});

test.each(IDS)("%s: every series is drawn from its own cells, with what they hold", (id) => {
  const { definition, choices } = askedFor(id);
  const drawing = definition.drawing(choices);
  const xml = parts.get(`xl/charts/chart${numberOf(id)}.xml`) ?? "";
  const { name } = sheetOf(id);
  const written = [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([ser]) => ser);
  expect(written.length).toBe(drawing.series.length);
  for (const [index, drawn] of drawing.series.entries()) {
    const ser = written.find((one) => one.includes(`<c:order val="${index}"/>`)) ?? "";
    const plain = ser.replaceAll("&amp;", "&");
    expect(plain).toContain(`<c:tx><c:v>${drawn.name}</c:v></c:tx>`);
    const [categories, own] = [drawing.categories, drawn.values].map((strip) =>
      absoluteAddress(name, inBlock(layoutOf(id), { ...strip, columns: 1 })),
    );
    expect(/<c:cat>.*<c:f>(.*?)<\/c:f>.*<\/c:cat>/s.exec(plain)?.[1]).toBe(categories);
    const val = /<c:val>(.*)<\/c:val>/s.exec(plain)?.[1] ?? "";
    expect(/<c:f>(.*?)<\/c:f>/.exec(val)?.[1]).toBe(own);
    const numbers = numbersIn(values.get(id)!, drawn.values);
    const points = [...val.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, i, v]) => [
      Number(i),
      Number(v),
    ]);
    expect(points.map(([i]) => i)).toEqual(numbers.flatMap((n, i) => (n === null ? [] : [i])));
    for (const [i = 0, v = 0] of points) expect(v).toBeCloseTo(numbers[i] ?? NaN, 9);
  }
  expect(xml).toContain(`<c:title><c:tx><c:strRef><c:f>'${name}'!$A$1</c:f>`);
  expect(xml).toContain('<c:dispBlanksAs val="gap"/>');
});

test.each(IDS)("%s: the add-in knows the chart again by its hidden name", (id) => {
  const { definition, choices } = askedFor(id);
  const names = parts.get("xl/workbook.xml") ?? "";
  const local = `localSheetId="${numberOf(id) - 1}"`;
  const [, comment = "", place = ""] =
    new RegExp(
      `<definedName name="DigiTrade\\.chart\\.1" ${local} hidden="1" comment="([^"]*)">([^<]*)</definedName>`,
    ).exec(names) ?? [];
  const mark = readMark(comment);
  expect([mark.definition.id, mark.choices]).toEqual([definition.id, choices]);
  const { sheet, cells } = splitAddress(place);
  expect([sheet, readArea(cells)]).toEqual([sheetOf(id).name, layoutOf(id).whole]);
  const drawing = parts.get(`xl/drawings/drawing${numberOf(id)}.xml`) ?? "";
  expect(drawing).toContain(`name="${mark.shape}"`);
});

test.each(IDS)("%s: the chart covers its frame, and a text tells who cannot see it what it shows", (id) => {
  const drawing = parts.get(`xl/drawings/drawing${numberOf(id)}.xml`) ?? "";
  const { frame } = layoutOf(id);
  const corner = (name: string): readonly number[] =>
    [
      ...(new RegExp(`<xdr:${name}>(.*?)</xdr:${name}>`, "s").exec(drawing)?.[1] ?? "").matchAll(/>(\d+)</g),
    ].map(([, n]) => Number(n));
  expect(corner("from")).toEqual([frame.column, 0, frame.row, 0]);
  expect(corner("to")).toEqual([frame.column + frame.columns, 0, frame.row + frame.rows, 0]);
  const { sentence } = findings.get(id)!;
  expect(drawing.replaceAll("&quot;", '"').replaceAll("&amp;", "&")).toContain(`descr="${sentence}"`);
});
