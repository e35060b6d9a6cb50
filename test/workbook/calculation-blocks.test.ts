import { batchesOf, blocksOf } from "../../src/workbook/calculation-blocks";
import { areaName } from "../../src/file/address";
import type { Anchor } from "../../src/workbook/scan";

const anchor = (address: string): Anchor => {
  const [sheet = "", cell = ""] = address.split("!");
  return {
    sheet,
    cell,
    address,
    formula: "=",
    functions: [],
    spill: { rows: 1, columns: 1 },
    stored: false,
    shows: "",
    format: "General",
  };
};
const column = (letter: string, rows: number): readonly Anchor[] =>
  Array.from({ length: rows }, (_, i) => anchor(`S!${letter}${i + 1}`));
const names = (anchors: readonly Anchor[], most?: number): readonly string[] =>
  blocksOf(anchors, most).map(({ sheet, area }) => `${sheet}!${areaName(area)}`);

test("neighbours make rectangles, whatever their order; nothing else lies in them", () => {
  const scattered = ["S!B3", "S!A1", "T!A3", "S!A2", "S!B2", "S!B1", "S!A3", "S!D1", "S!A5"].map(anchor);
  expect(names(scattered)).toEqual(["S!A1:B3", "S!A5", "S!D1", "T!A3"]);
});

test("no block has more than 500 cells", () => {
  expect(names(column("A", 1200))).toEqual(["S!A1:A500", "S!A501:A1000", "S!A1001:A1200"]);
  expect(names([...column("A", 300), ...column("B", 300)])).toEqual(["S!A1:A300", "S!B1:B300"]);
});

test("every anchor is in one block, and batches have 500 cells at most", () => {
  const all = [...column("A", 1200), ...column("C", 1), ...column("E", 499), ...column("F", 499)];
  const batches = batchesOf(blocksOf(all));
  const counts = batches.map((batch) => batch.reduce((sum, block) => sum + block.anchors.length, 0));
  expect(Math.max(...counts)).toBeLessThanOrEqual(500);
  expect(new Set(batches.flat().flatMap((block) => block.anchors)).size).toBe(all.length);
});
