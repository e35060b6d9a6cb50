import fc from "fast-check";
import { block, spilled } from "../../src/charts/common/block";
import { blockValues } from "../../src/charts/common/block-values";
import { call } from "../../src/charts/common/call";
import { numbersIn } from "../../src/charts/common/grid";
import { waterfall, waterfallColumns, waterfallSeries } from "../../src/charts/common/waterfall";

/** Where the seen parts of each column lie once they are stacked: up from zero and down from it, as charts stack. */
async function stacked(sizes: readonly (number | null)[]): Promise<readonly (readonly [number, number])[][]> {
  const rows = sizes.length;
  const steps = { sizes: { row: 1, column: 0, rows }, column: 1 };
  const made = block(
    rows,
    [{ heading: "Size", format: "0" }, ...waterfallColumns("0", "en")],
    [spilled(1, 0, rows, 1, call("SIZES")), ...waterfall(steps)],
  );
  const grid = await blockValues(made, () => sizes.map((s) => [s ?? { type: "Error", basicValue: "#N/A" }]));
  const series = waterfallSeries(steps, "en").map((s) => ({ ...s, numbers: numbersIn(grid, s.values) }));
  return sizes.map((_, i) => {
    let [up, down] = [0, 0];
    const seen: [number, number][] = [];
    for (const { invisible, numbers } of series) {
      const value = numbers[i] ?? 0;
      const from = value > 0 ? up : down;
      if (value > 0) up += value;
      else down += value;
      if (!invisible && value !== 0) seen.push([Math.min(from, from + value), Math.max(from, from + value)]);
    }
    return seen;
  });
}

const covered = (parts: readonly (readonly [number, number])[]): readonly [number, number] => [
  Math.min(...parts.map(([low]) => low)),
  Math.max(...parts.map(([, high]) => high)),
];

test("above zero, across it and below it, by hand", async () => {
  const parts = await stacked([5, 3, -10, -4, 7, 1]);
  expect(parts.map(covered)).toEqual([
    [0, 5],
    [5, 8],
    [-2, 8],
    [-6, -2],
    [-6, 1],
    [0, 1],
  ]);
});

test("negative totals hang down", async () => {
  expect((await stacked([-20, -5, 3, -22])).map(covered)).toEqual([
    [-20, 0],
    [-25, -20],
    [-25, -22],
    [-22, 0],
  ]);
});

test("a step that is missing leaves all after it out, but the total at the end", async () => {
  const parts = await stacked([5, null, 2, 9]);
  expect(parts.map((p) => p.length)).toEqual([1, 0, 0, 1]);
});

test("each step is drawn from where the one before ended, whatever the signs", async () => {
  const size = fc.integer({ min: -1000, max: 1000 });
  await fc.assert(
    fc.asyncProperty(size, fc.array(size, { minLength: 1, maxLength: 5 }), async (start, effects) => {
      const end = start + effects.reduce((s, e) => s + e, 0);
      const parts = await stacked([start, ...effects, end]);
      let level = start;
      for (const [i, effect] of effects.entries()) {
        const drawn = parts[i + 1] ?? [];
        if (effect === 0) expect(drawn).toEqual([]);
        else {
          expect(covered(drawn)).toEqual([Math.min(level, level + effect), Math.max(level, level + effect)]);
          const length = drawn.reduce((sum, [low, high]) => sum + high - low, 0);
          expect(length).toBe(Math.abs(effect));
        }
        level += effect;
      }
      expect(parts.at(-1)?.length ?? 0).toBe(end === 0 ? 0 : 1);
    }),
    { numRuns: 300 },
  );
});
