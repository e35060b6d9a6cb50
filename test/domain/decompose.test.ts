import fc from "fast-check";
import { chain, decompose, type Point } from "../../src/domain/decompose";

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const rate = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const point = fc.record({ value, rate });
const converted = ({ value: v, rate: r }: Point): number => v * r;
const close = (a: number, b: number, size: number): void => {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * size);
};
const sizeOf = (...points: readonly Point[]): number =>
  points.reduce((s, { value: v }) => s + Math.abs(v), 1) * points.reduce((s, { rate: r }) => s + r, 1);

test("more volume at a stronger currency", () => {
  const effects = decompose({ value: 100, rate: 2 }, { value: 120, rate: 3 }, 200, 360);
  expect(effects).toEqual({ change: 160, volume: 50, currency: 110, timing: 0 });
});

test("a deficit that grows while the yen falls", () => {
  const effects = decompose({ value: -20, rate: 0.01 }, { value: -50, rate: 0.005 }, -0.2, -0.25);
  expect(effects.volume).toBeCloseTo(-0.225, 12);
  expect(effects.currency).toBeCloseTo(0.175, 12);
  expect(effects.timing).toBeCloseTo(0, 12);
});

test("what the native path adds is its own line", () => {
  const effects = decompose({ value: 100, rate: 2 }, { value: 120, rate: 3 }, 201, 365);
  expect(effects).toEqual({ change: 164, volume: 50, currency: 110, timing: 4 });
});

test("volume and currency alone make the change at the average rates", () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const { volume, currency } = decompose(a, b, 0, 0);
      close(volume + currency, converted(b) - converted(a), sizeOf(a, b));
    }),
  );
});

test("the three lines add up to the change, whatever the native path gives", () => {
  fc.assert(
    fc.property(point, point, value, value, (a, b, from, to) => {
      const { change, volume, currency, timing } = decompose(a, b, from, to);
      expect(change).toBe(to - from);
      close(volume + currency + timing, change, sizeOf(a, b) + Math.abs(from) + Math.abs(to));
    }),
  );
});

test("the other way round every effect turns its sign", () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const there = decompose(a, b, converted(a), converted(b));
      const back = decompose(b, a, converted(b), converted(a));
      close(there.volume, -back.volume, sizeOf(a, b));
      close(there.currency, -back.currency, sizeOf(a, b));
    }),
  );
});

test("without a change of the rate all is volume, without one of the amount all is currency", () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      expect(decompose(a, { value: b.value, rate: a.rate }, 0, 0).currency).toBeCloseTo(0, 12);
      expect(decompose(a, { value: a.value, rate: b.rate }, 0, 0).volume).toBeCloseTo(0, 12);
    }),
  );
});

test("a chain has the change between its ends and the effects of its links", () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 8 }), (points) => {
      const links = points
        .slice(1)
        .map((end, i) => decompose(points[i]!, end, converted(points[i]!), converted(end)));
      const whole = chain(links);
      const size = sizeOf(...points);
      close(whole.change, converted(points.at(-1)!) - converted(points[0]!), size);
      close(whole.volume + whole.currency + whole.timing, whole.change, size);
      close(
        whole.volume,
        links.reduce((s, l) => s + l.volume, 0),
        size,
      );
    }),
  );
});

test("over several years the way matters: the chain tells another split than the end points", () => {
  const [a, b, c] = [
    { value: 10, rate: 1 },
    { value: 20, rate: 1 },
    { value: 20, rate: 2 },
  ] as const;
  const linked = chain([decompose(a, b, 10, 20), decompose(b, c, 20, 40)]);
  expect(linked).toEqual({ change: 30, volume: 10, currency: 20, timing: 0 });
  expect(decompose(a, c, 10, 40)).toEqual({ change: 30, volume: 15, currency: 15, timing: 0 });
});
