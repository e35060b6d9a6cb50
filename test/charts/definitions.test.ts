import { blockText } from "../../src/charts/common/block-text";
import type { Block } from "../../src/charts/common/block";
import type { Place } from "../../src/charts/common/formula";
import { readChoices, writeChoices } from "../../src/charts/common/read-choices";
import { CHARTS } from "../../src/charts/index";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { askedFor, VARIANTS } from "./run-calls";

const ALL = [...CHARTS.map(({ id }) => [id, ""] as const), ...VARIANTS];

test("thirteen charts and four comparisons, in the order of the gallery, each in the file of its id", () => {
  expect(CHARTS.map(({ kind, place }) => `${kind} ${place}`)).toEqual([
    ...Array.from({ length: 13 }, (_, i) => `chart ${i + 1}`),
    ...Array.from({ length: 4 }, (_, i) => `comparison ${i + 1}`),
  ]);
  const files = readdirSync(join(process.cwd(), "src/charts")).filter((f) => f.endsWith(".ts"));
  expect(files.map((f) => f.replace(/\.ts$/, "")).sort()).toEqual(
    [...CHARTS.map(({ id }) => id), "index"].sort(),
  );
});

/** People's workbooks hold these ids for years: the list is only appended to. */
test("no id is renamed", () => {
  expect(CHARTS.map(({ id }) => id)).toEqual([
    "digital-balance",
    "digital-components",
    "component-change",
    "receipts-payments",
    "travel-digital",
    "yen-dollar-index",
    "volume-currency",
    "three-rates",
    "yen-per-dollar",
    "treasury-holders",
    "holdings-change",
    "deliverable-by-country",
    "holdings-cover",
    "target-bullet",
    "target-path",
    "target-gap",
    "deficit-projections",
  ]);
});

test.each(CHARTS.map((chart) => [chart.id, chart] as const))(
  "%s is complete in both languages",
  (_, chart) => {
    for (const text of [chart.title, chart.question, ...chart.options.map(({ label }) => label)]) {
      expect(text.en).toMatch(/^[A-Z]/);
      expect(text.ja).toMatch(/[\u3040-\u30FF\u4E00-\u9FFF]/);
    }
    expect(chart.question.en).toMatch(/\?$/);
    const keys = chart.options.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.at(-1)).toBe("lang");
  },
);

test.each(ALL)("%s %s: what is chosen is written and read again", (id, options) => {
  const { definition, choices } = askedFor(id, options);
  expect(readChoices(definition, writeChoices(definition, choices))).toEqual(choices);
  expect(writeChoices(definition, readChoices(definition, ""))).toBe("");
});

/** The cells that a placed content fills. */
function filled({ row, column, content }: Block["cells"][number]): readonly string[] {
  const { rows, columns } = content.is === "call" ? content : { rows: 1, columns: 1 };
  return Array.from(
    { length: rows * columns },
    (_, i) => `${row + Math.floor(i / columns)},${column + (i % columns)}`,
  );
}

/** Every place that a content refers to, found in its structure. */
function references(value: unknown): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  if ("rows" in value && "row" in value && "column" in value) {
    const { row, column, rows } = value as { row: number; column: number; rows: number };
    return Array.from({ length: rows }, (_, i) => ({ row: row + i, column }));
  }
  if ("row" in value && "column" in value) return [value as Place];
  return Object.values(value).flatMap(references);
}

describe.each(ALL)("%s %s", (id, options) => {
  const { definition, choices } = askedFor(id, options);
  const block = definition.block(choices);
  const drawing = definition.drawing(choices);

  test("its cells lie in the block, none twice, and refer only to what stands before them", () => {
    const before = new Set<string>();
    for (const placed of block.cells) {
      for (const { row, column } of references(placed.content)) expect(before).toContain(`${row},${column}`);
      for (const cell of filled(placed)) {
        const [row, column] = cell.split(",").map(Number);
        expect(row).toBeLessThan(block.rows);
        expect(column).toBeLessThan(block.columns.length);
        expect(before).not.toContain(cell);
        before.add(cell);
      }
    }
  });

  test("the block does not depend on the language but in its words", () => {
    const japanese = definition.block({ ...choices, lang: "ja" });
    expect([japanese.rows, japanese.columns.length, japanese.cells.length]).toEqual([
      block.rows,
      block.columns.length,
      block.cells.length,
    ]);
  });

  test("series are drawn from the block's own cells below the headings, with a heading each", () => {
    for (const { values, name } of drawing.series) {
      expect(name).not.toBe("");
      expect(values.row).toBeGreaterThan(0);
      expect(values.row + values.rows).toBeLessThanOrEqual(block.rows);
      expect(block.columns[values.column]?.format).toBeDefined();
      expect(values.rows).toBe(drawing.categories.rows);
    }
    expect(block.columns[drawing.categories.column]?.format).toBeUndefined();
  });

  test("columns and bars start at zero, and nothing but a bullet has a second axis", () => {
    const solid = drawing.series.some(({ mark }) => ["column", "stack", "bar"].includes(mark));
    if (solid) expect(drawing.axis.zero).toBe(true);
    const second = drawing.series.filter(({ narrow }) => narrow);
    expect(second.length > 0).toBe(drawing.shape === "bullet");
  });

  test("no two series are told apart by colour alone", () => {
    const seen = drawing.series.filter(({ invisible, unnamed }) => !invisible && !unnamed);
    const looks = seen.map(({ mark, pattern = "plain", marker = "none", dash = "solid", narrow = false }) =>
      [mark, pattern, marker, dash, narrow].join(" "),
    );
    if (drawing.shape === "bullet") return; // Bands have grounds of different brightness, each named at its height.
    if (id === "volume-currency") return; // Totals stand at both ends, on the ground; steps in between.
    expect(new Set(looks).size).toBe(looks.length);
  });

  test("any namespace and any place can be written", () => {
    const here = blockText(block, { namespace: "DIGITRADE", origin: { row: 0, column: 0 } });
    const there = blockText(block, { namespace: "DEV", origin: { row: 9, column: 30 } });
    expect(there).toHaveLength(here.length);
    for (const [i, { row, column, content }] of there.entries()) {
      expect([row - 9, column - 30]).toEqual([here[i]?.row, here[i]?.column]);
      expect(content).not.toContain("DIGITRADE.");
      expect(content.length).toBeLessThan(8192);
    }
  });
});
