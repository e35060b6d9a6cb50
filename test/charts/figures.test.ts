import type { CellValue, Grid } from "../../src/charts/common/grid";
import { connectEmbedded } from "../../src/workbench/connect";
import { askedFor, valuesOf } from "./run-calls";

/** Every number here was worked out by hand or by another program from the published tables, not by this one. */
beforeAll(() => void connectEmbedded());

const gridOf = (id: string, options: string): Promise<Grid> => valuesOf(askedFor(id, options));

/** A column below the heading, by its label in the first column. */
function column(grid: Grid, index: number): Readonly<Record<string, CellValue>> {
  return Object.fromEntries(grid.slice(1).map((row) => [String(row[0]), row[index] ?? null]));
}

const close = (value: CellValue | undefined, expected: number, digits: number): void => {
  expect(typeof value).toBe("number");
  expect(value).toBeCloseTo(expected, digits);
};

test("digital balance: years from months, two published totals, gaps between", async () => {
  const balance = column(await gridOf("digital-balance", "years=11;end=2024"), 1);
  expect(balance).toEqual({
    2014: -2.0228,
    2015: -2.504,
    2016: -2.5036,
    2017: null,
    2018: null,
    2019: null,
    2020: null,
    2021: null,
    2022: null,
    2023: -5.3452,
    2024: -6.4622,
  });
});

test("components: stacked only where all parts are held", async () => {
  const grid = await gridOf("digital-components", "years=5;end=2016");
  const parts = [1, 2, 3, 4].map((i) => column(grid, i)["2016"]);
  expect(parts).toEqual([-0.9797, -0.8645, -0.6594, -2.5036]);
  const later = await gridOf("digital-components", "years=3;end=2023");
  expect([1, 2, 3, 4].map((i) => column(later, i)["2023"])).toEqual([null, null, null, -5.3452]);
});

test("change by component: 100 million yen, the largest rise first", async () => {
  const grid = await gridOf("component-change", "from=2015;to=2016;lang=ja");
  expect(grid.slice(1, 4).map((row) => [row[0], row[1]])).toEqual([
    ["著作権等使用料", 1046],
    ["専門・経営コンサル", -34],
    ["コンピュータ", -1016],
  ]);
});

test("receipts and payments of the three items", async () => {
  const grid = await gridOf("receipts-payments", "years=3;end=2016");
  expect([column(grid, 1)["2014"], column(grid, 2)["2014"]]).toEqual([0.879, 2.9017]);
  expect([column(grid, 1)["2016"], column(grid, 2)["2016"]]).toEqual([1.112, 3.6157]);
});

test("travel and digital, and the two together only where both are held", async () => {
  const grid = await gridOf("travel-digital", "years=10;end=2025");
  expect(grid[1]?.slice(0, 3)).toEqual(["2016", 1.3267, -2.5036]);
  close(column(grid, 3)["2016"], -1.1769, 10);
  close(column(grid, 3)["2024"], 5.8973 - 6.4622, 10);
  expect([column(grid, 1)["2019"], column(grid, 2)["2019"], column(grid, 3)["2019"]]).toEqual([
    2.635,
    null,
    null,
  ]);
  expect(column(grid, 3)["2025"]).toBeNull();
});

test("yen and dollar indices: monthly crosses of the ECB in 2015, its averages of 2023 and 2024", async () => {
  const grid = await gridOf("yen-dollar-index", "base=2015;years=10;end=2024");
  close(column(grid, 1)["2023"], (53452 / 25040) * 100, 9);
  close(column(grid, 2)["2016"], 111.757233166, 8);
  close(column(grid, 2)["2023"], 183.864496159, 8);
  close(column(grid, 2)["2024"], 206.371140588, 8);
  expect(column(grid, 2)["2020"]).toBeNull();
});

test("an index across zero is a gap: tourism turned from deficit to surplus, the digital balance did not", async () => {
  const grid = await gridOf("yen-dollar-index", "base=2014;years=3;end=2016");
  close(column(grid, 1)["2015"], (25040 / 20228) * 100, 9);
});

test("volume and currency add up from the first bar to the last", async () => {
  const grid = await gridOf("volume-currency", "from=2014;to=2016");
  const sizes = grid.slice(1).map((row) => row[1] as number);
  close(sizes[0], 19.160720087, 8);
  close(sizes[1], 4.484341707, 8);
  close(sizes[2], -0.558435543, 8);
  close(sizes[4], 23.109587858, 8);
  expect(sizes[0]! + sizes[1]! + sizes[2]! + sizes[3]!).toBeCloseTo(sizes[4]!, 10);
});

test("the same deficit at three rates", async () => {
  const grid = await gridOf("three-rates", "year=2023");
  const [average, end, latest] = grid.slice(1, 4);
  expect(average?.[0]).toBe("Average of 2023");
  close(average?.[1], 140.588411758, 8);
  close(average?.[2], 38.020203324, 8);
  close(end?.[1], 141.475113122, 8);
  close(end?.[2], 37.781910062, 8);
  expect(latest?.[0]).toBe("Latest, 2026-04-13");
  close(latest?.[2], 5345.2 / 159.833960972, 8);
});

test("yen per dollar by month, and the extremes of the last twelve", async () => {
  const grid = await gridOf("yen-per-dollar", "years=3");
  expect(grid).toHaveLength(37);
  expect(grid[1]?.[0]).toBe("2023-04");
  close(column(grid, 1)["2023-07"], 141.036086204, 8);
  close(column(grid, 1)["2026-03"], 158.676108969, 8);
  close(column(grid, 2)["2026-03"], 159.497303879, 8);
  close(column(grid, 3)["2026-03"], 159.902752453, 8);
  expect(column(grid, 3)["2025-03"]).toBe("");
});

test("the largest holders at the end of 2024", async () => {
  const grid = await gridOf("treasury-holders", "month=2024-12");
  expect(grid.slice(1).map((row) => [row[0], row[3]])).toEqual([
    ["Japan", 1061.5],
    ["China", 759],
    ["United Kingdom", 722.8],
    ["Luxembourg", 423.9],
    ["Cayman Islands", 423],
    ["Canada", 378.8],
    ["Belgium", 374.6],
    ["Ireland", 339.4],
    ["France", 332.3],
    ["Switzerland", 298.7],
  ]);
  close(grid[1]?.[4], (1061.5 / 8619.3) * 100, 10);
  const japanese = await gridOf("treasury-holders", "month=2024-12;top=3;lang=ja");
  expect(japanese.slice(1).map((row) => [row[0], row[3]])).toEqual([
    ["日本", 10615],
    ["中国", 7590],
    ["英国", 7228],
  ]);
});

test("twelve-month changes, sorted; a break is marked", async () => {
  const grid = await gridOf("holdings-change", "month=2024-12;top=4");
  expect(grid.slice(1).map((row) => [row[0], row[1]])).toEqual([
    ["Luxembourg", 84],
    ["United Kingdom", 34.2],
    ["Japan", -53.8],
    ["China", -57.3],
  ]);
  const broken = await gridOf("holdings-change", "month=2011-12;top=3");
  expect(broken.slice(1).map((row) => row[0])).toEqual(["Japan †", "Oil exporters †", "China †"]);
});

test("digitally deliverable balances of 2023: receipts less payments, no world", async () => {
  const grid = await gridOf("deliverable-by-country", "year=2023");
  const names = grid.slice(1).map((row) => row[0]);
  expect(names).toHaveLength(15);
  expect([names[0], names[1], names.at(-1)]).toEqual(["United States", "United Kingdom", "Japan"]);
  expect(names.join()).not.toMatch(/World|Union|G7/);
  close(column(grid, 1)["United States"], 680.457 - 409.729, 9);
  close(column(grid, 1)["Japan"], 120.276 - 150.773, 9);
  close(column(grid, 1)["Ireland"], 340.069 - 361.822, 9);
});

test("years of deficit: the stock in yen at the year's last rate over the flow", async () => {
  const grid = await gridOf("holdings-cover", "years=3;end=2024");
  close(column(grid, 2)["2024"], 166.61, 2);
  close(column(grid, 3)["2024"], 166.6072 / 6.4622, 3);
  expect(column(grid, 3)["2022"]).toBeNull();
  const dollars = await gridOf("holdings-cover", "years=3;end=2024;fx=USD");
  close(column(dollars, 3)["2024"], 1061.5 / 42.674213289, 6);
});

test("bullet: base, path, target, latest", async () => {
  const grid = await gridOf("target-bullet", "");
  expect(grid[1]?.slice(1, 6)).toEqual([20000, 7500, 22500, 24000, 50000]);
  const noBase = await gridOf("target-bullet", "target=JP.INBOUNDSPEND");
  expect(noBase[1]?.slice(1, 6)).toEqual([null, null, 15, 9.4559, 15]);
});

test("paths: straight and compound at the anniversaries, counts only where there are any", async () => {
  const grid = await gridOf("target-path", "");
  expect(grid[1]?.slice(0, 4)).toEqual(["April 2023", 20000, 20000, 20000]);
  const april = grid.find((row) => row[0] === "April 2025");
  expect([april?.[1], april?.[3]]).toEqual([27500, 24000]);
  close(april?.[2], 20000 * 2.5 ** (2 / 8), 8);
  expect(grid.find((row) => row[0] === "April 2024")?.[3]).toBeNull();
  expect(grid.at(-1)?.slice(0, 3)).toEqual(["March 2031", 50000, 50000]);
});

test("gaps to the path in numbers and words", async () => {
  const grid = await gridOf("target-gap", "");
  const april = grid.find((row) => row[0] === "April 2025");
  expect([april?.[1], april?.[3]]).toEqual([-3500, "▼ behind"]);
  close(april?.[2], -1148.669, 3);
  expect(grid[1]?.slice(0, 4)).toEqual(["April 2023", 0, 0, "■ on the path"]);
  expect(grid.find((row) => row[0] === "April 2024")?.slice(1, 4)).toEqual([null, null, ""]);
});

test("projections stand at their own years, as stated; nothing between", async () => {
  const grid = await gridOf("deficit-projections", "");
  expect(grid).toHaveLength(23);
  const at = (year: string): readonly CellValue[] => grid.find((row) => row[0] === year)!.slice(1);
  expect(at("2014")[0]).toBe(2.1488);
  expect(at("2024")).toEqual([6.6506, "", 6.85, 6.85]);
  expect(at("2030")).toEqual([null, 10, "", ""]);
  expect(at("2035")).toEqual([null, "", 18, 28]);
  expect(at("2033")).toEqual([null, "", "", ""]);
});
