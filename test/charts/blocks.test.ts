import { blockText } from "../../src/charts/common/block-text";
import { CHARTS } from "../../src/charts/index";
import { connectEmbedded } from "../../src/workbench/connect";
import { cellName } from "../../src/workbench/sheet/address";
import { askedFor, valuesOf, VARIANTS } from "./run-calls";
import { cellValue, openGrid } from "./sheet";

const ALL = [...CHARTS.flatMap(({ id }) => [[id, ""] as const, [id, "lang=ja"] as const]), ...VARIANTS];

beforeAll(() => void connectEmbedded());

test.each(ALL)("%s %s: the sheet works out what the definition says", async (id, options) => {
  const asked = askedFor(id, options);
  const block = asked.definition.block(asked.choices);
  const values = await valuesOf(asked);
  const sheet = openGrid();
  try {
    const setting = { namespace: "DIGITRADE", origin: { row: 2, column: 1 } };
    for (const { row, column, content } of blockText(block, setting))
      sheet.set(cellName(column, row), content);
    await sheet.settled();
    const shown = values.map((line, r) => line.map((_, c) => cellValue(sheet, r + 2, c + 1)));
    expect(shown).toEqual(values);
  } finally {
    sheet.dispose();
  }
});

test.each(ALL)("%s %s: something is drawn, and every category has a name", async (id, options) => {
  const asked = askedFor(id, options);
  const { series, categories } = asked.definition.drawing(asked.choices);
  const values = await valuesOf(asked);
  const at = (column: number) => values.slice(1, 1 + categories.rows).map((row) => row[column]);
  expect(at(categories.column).every((name) => typeof name === "string" && name !== "")).toBe(true);
  const numbers = series.flatMap(({ values: { column } }) => at(column)).filter((v) => typeof v === "number");
  expect(numbers.length).toBeGreaterThan(0);
});
