import { placeAfter } from "../../src/pane/arrow-keys";

const ROW = { axis: "row", circular: true } as const;
const COLUMN = { axis: "column", circular: false } as const;

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowLeft", 2, 1],
  ["ArrowRight", 2, 0],
  ["ArrowLeft", 0, 2],
  ["Home", 1, 0],
  ["End", 0, 2],
  ["ArrowDown", 1, undefined],
  ["Tab", 1, undefined],
] as const)("in a row of three that goes round, %s leads from %i to %p", (key, at, next) => {
  expect(placeAfter(key, at, 3, ROW)).toBe(next);
});

test.each([
  ["ArrowDown", 0, 1],
  ["ArrowUp", 1, 0],
  ["ArrowDown", 2, 2],
  ["ArrowUp", 0, 0],
  ["End", 0, 2],
  ["ArrowRight", 1, undefined],
] as const)("in a column of three that ends, %s leads from %i to %p", (key, at, next) => {
  expect(placeAfter(key, at, 3, COLUMN)).toBe(next);
});
