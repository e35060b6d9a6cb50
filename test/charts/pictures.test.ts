import fc from "fast-check";
import { JSDOM } from "jsdom";
import type { CellValue, Grid } from "../../src/charts/common/grid";
import { drawPicture, type PictureOptions } from "../../src/charts/picture/draw";
import { CHARTS } from "../../src/charts/index";
import { connectEmbedded } from "../../src/workbench/connect";
import { expectGolden } from "./golden";
import { askedFor, findingOf, valuesOf } from "./run-calls";

beforeAll(() => void connectEmbedded());

/** The picture as a tree; a text that is no XML throws. */
function read(svg: string): Element {
  return new JSDOM(svg, { contentType: "image/svg+xml" }).window.document.documentElement;
}

const numbersIn = (svg: string): readonly number[] =>
  [...svg.matchAll(/ (?:x|y|x1|x2|y1|y2|width|height|cx|cy|r)="([^"]*)"/g)].map(([, n]) => Number(n));

async function picture(id: string, options: string, how: PictureOptions, said = false): Promise<string> {
  const asked = askedFor(id, options);
  const finding = said ? { finding: await findingOf(id, options) } : {};
  return drawPicture(asked.definition, asked.choices, await valuesOf(asked), { ...how, ...finding });
}

const LIGHT: PictureOptions = { width: 480, height: 300, theme: "light" };

/** A line for each element, so that a change is seen where it is. */
const inLines = (svg: string): string => `${svg.replaceAll("><", ">\n<")}\n`;

test.each(CHARTS.map(({ id }) => id))("%s looks as it did", async (id) => {
  expectGolden(`${id}.svg`, inLines(await picture(id, "", LIGHT, true)));
});

test.each([
  ["digital-components.dark.svg", "digital-components", "def=5item;end=2016", { ...LIGHT, theme: "dark" }],
  ["travel-digital.ja.svg", "travel-digital", "lang=ja", { ...LIGHT, width: 320 }],
  ["volume-currency.contrast.svg", "volume-currency", "from=2014;to=2016", { ...LIGHT, theme: "contrast" }],
  [
    "yen-per-dollar.thumbnail.svg",
    "yen-per-dollar",
    "",
    { width: 152, height: 96, theme: "light", thumbnail: true },
  ],
] as const)("%s looks as it did", async (name, id, options, how) => {
  expectGolden(name, inLines(await picture(id, options, how, !("thumbnail" in how))));
});

test.each(CHARTS.map(({ id }) => id))(
  "%s is read out: an image with a title and a description",
  async (id) => {
    const svg = read(await picture(id, "lang=ja", LIGHT, true));
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("lang")).toBe("ja");
    const said = await findingOf(id, "lang=ja");
    const [title, desc] = (svg.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((at) => svg.querySelector(`[id="${at}"]`));
    expect([title?.tagName, title?.textContent]).toEqual(["title", said.title]);
    expect([desc?.tagName, desc?.textContent]).toEqual(["desc", said.sentence]);
  },
);

test.each(CHARTS.map(({ id }) => id))(
  "%s stays within its edges at 300 pixels, and draws the same twice",
  async (id) => {
    const small: PictureOptions = { width: 300, height: 240, theme: "light" };
    const svg = await picture(id, "", small, true);
    expect(await picture(id, "", small, true)).toBe(svg);
    for (const text of read(svg).querySelectorAll("text")) {
      const [x, y] = [Number(text.getAttribute("x")), Number(text.getAttribute("y"))];
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(300);
      expect(y).toBeLessThanOrEqual(240);
    }
  },
);

/** Anything that a block may hold. */
const anyCell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 3, arbitrary: fc.integer({ min: -100, max: 100 }) },
  { weight: 2, arbitrary: fc.constant(null) },
  fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, 1e300, -1e300, 0, ""),
  fc.string({ maxLength: 12 }),
  fc.constantFrom("</text><script>alert(1)</script>", "a & b \"c\" 'd'", "日本", "\u0000\uFFFF"),
);

function gridOf(rows: number, columns: number, cells: readonly CellValue[]): Grid {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => cells[(r * columns + c) % cells.length] ?? null),
  );
}

test.each(CHARTS.map(({ id }) => id))("%s draws whatever its cells hold", (id) => {
  const { definition, choices } = askedFor(id);
  const { rows, columns } = definition.block(choices);
  const finding = { title: "<b>&", subtitle: "]]>", sentence: "\u0001", source: "\"'" };
  const any = fc.record({
    cells: fc.array(anyCell, { minLength: 1, maxLength: 40 }),
    width: fc.integer({ min: 60, max: 900 }),
    height: fc.integer({ min: 40, max: 600 }),
    theme: fc.constantFrom("light" as const, "dark" as const, "contrast" as const),
    thumbnail: fc.boolean(),
  });
  fc.assert(
    fc.property(any, ({ cells, ...how }) => {
      const svg = drawPicture(definition, choices, gridOf(rows, columns.length, cells), { ...how, finding });
      expect(svg.replace(/>[^<]*</g, "><")).not.toMatch(/NaN|Infinity|undefined|null/);
      expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
      expect([...svg.matchAll(/ (?:width|height|r)="(-[^"]*)"/g)]).toEqual([]);
      const tree = read(svg);
      expect(tree.querySelector("script")).toBeNull();
      expect(tree.tagName).toBe("svg");
    }),
    { numRuns: 25 },
  );
});

test.each(CHARTS.map(({ id }) => id))("%s without any figure says so and draws nothing", (id) => {
  const { definition, choices } = askedFor(id);
  const { rows, columns } = definition.block(choices);
  const none = gridOf(rows, columns.length, [null]);
  const svg = read(drawPicture(definition, choices, none, LIGHT));
  expect(svg.textContent).toContain("No figures");
  expect(svg.querySelectorAll("line")).toHaveLength(0);
  const small = read(drawPicture(definition, choices, none, { ...LIGHT, thumbnail: true }));
  // The background alone.
  expect(
    [...small.children].map(({ tagName }) => tagName).filter((t) => !["title", "desc", "defs"].includes(t)),
  ).toEqual(["rect"]);
});

/** The rectangles of a series' colour, from top to bottom edge. */
function columnsOf(svg: string, colour: string): readonly { top: number; bottom: number; left: number }[] {
  return [...read(svg).querySelectorAll(`rect[fill="${colour}"]`)].map((rect) => {
    const [x, y, height] = ["x", "y", "height"].map((name) => Number(rect.getAttribute(name)));
    return { left: x!, top: y!, bottom: y! + height! };
  });
}

const BALANCES: Grid = [
  ["Year", "Balance"],
  ...[-2, null, -4, null, -8].map((v, i) => [String(2020 + i), v] as const),
];

test("columns start at zero and are as long as their numbers; a gap has none", () => {
  const { definition, choices } = askedFor("digital-balance", "years=5");
  const columns = columnsOf(drawPicture(definition, choices, BALANCES, LIGHT), "#0072B2");
  expect(columns).toHaveLength(3);
  const tops = new Set(columns.map(({ top }) => top));
  expect(tops.size).toBe(1);
  const [a, b, c] = columns.map(({ top, bottom }) => bottom - top);
  expect(b! / a!).toBeCloseTo(2, 1);
  expect(c! / a!).toBeCloseTo(4, 1);
});

test("a line stops at a gap, and a figure between gaps is a mark", () => {
  const { definition, choices } = askedFor("yen-per-dollar", "years=1");
  const values = [100, 101, null, 102, null, 103, 104, 105, null, null, null, 106];
  const grid: Grid = [
    ["Month", "Average", "End", "High", "Low"],
    ...values.map((v, i) => [`2025-${String(i + 1).padStart(2, "0")}`, v, null, null, null]),
  ];
  const svg = read(drawPicture(definition, choices, grid, LIGHT));
  const paths = [...svg.querySelectorAll('path[stroke="#0072B2"]')].map((p) => p.getAttribute("d") ?? "");
  const drawn = paths.filter((d) => d.includes("L")).map((d) => d.split("L").length);
  expect(drawn).toEqual([2, 3]);
  expect(svg.querySelectorAll('circle[fill="#0072B2"]')).toHaveLength(2);
});

test("bars below zero go to the left, and a country without a figure is named so", () => {
  const { definition, choices } = askedFor("holdings-change", "top=3");
  const grid: Grid = [
    ["Holder", "Change"],
    ["A", 10],
    ["B", -5],
    ["C", null],
  ];
  const svg = read(drawPicture(definition, choices, grid, LIGHT));
  const [up, down] = [...svg.querySelectorAll('rect[fill="#0072B2"]')].map((r) => ({
    x: Number(r.getAttribute("x")),
    width: Number(r.getAttribute("width")),
  }));
  expect(up!.width / down!.width).toBeCloseTo(2, 1);
  expect(down!.x + down!.width).toBeCloseTo(up!.x, 0);
  expect(svg.textContent).toContain("no figure");
});
