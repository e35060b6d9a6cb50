import fc from "fast-check";
import { convertFlow, convertStock, type Piece, type RateFor } from "../../src/domain/convert";
import { exchange, rateOn, type Basis, type Rate } from "../../src/domain/exchange";
import { period, range } from "../../src/domain/period";
import { directQuotes } from "../../src/domain/quotes";
import { aRate, fixings, problemOf, USDJPY, weekdaysOf } from "./series-builder";

const p = period;

const quotes = directQuotes(USDJPY, "ecb", aRate(USDJPY, fixings(weekdaysOf(["2023"]))));
const rateFor: RateFor = (when, basis) => rateOn(quotes, when, basis);

const pieces: readonly Piece[] = range(p("2023-01"), p("2023-12")).map((month, i) => ({
  period: month,
  value: i % 5 === 0 ? 400 : -250 * (i + 1),
}));
const whole = p("2023");
const total = pieces.reduce((s, { value }) => s + value, 0);
const flow = (basis: Basis, path?: "native" | "agg") =>
  convertFlow(pieces, whole, "JPY", basis, path, rateFor);

describe("a flow", () => {
  test("converts month by month at the average of its own month, then sums", () => {
    const byHand = pieces.reduce((s, { period: month, value }) => s + value / rateFor(month, "avg").value, 0);
    const converted = flow("avg");
    expect(converted).toMatchObject({ path: "native", basis: "avg" });
    expect(converted.value).toBeCloseTo(byHand, 12);
    expect(converted.rates.map((r) => r.period)).toEqual(pieces.map((piece) => piece.period));
    expect(flow("avg", "native").value).toBe(converted.value);
  });

  test("path=agg sums first and converts once at the average of the period", () => {
    const converted = flow("avg", "agg");
    expect(converted.path).toBe("agg");
    expect(converted.value).toBe(total / rateFor(whole, "avg").value);
    expect(converted.rates.map((r) => r.period)).toEqual(["2023"]);
    expect(converted.value).not.toBeCloseTo(flow("avg").value, 3);
  });

  test("basis=end is the last fixing of the requested period, and so sums first", () => {
    const converted = flow("end");
    expect(converted).toMatchObject({ path: "agg", basis: "end" });
    expect(converted.rates).toMatchObject([{ kind: "end", period: "2023", day: "2023-12-29" }]);
    expect(converted.value).toBe(total / rateFor(whole, "end").value);
  });

  test("basis=end with path=native takes each month's last fixing", () => {
    const converted = flow("end", "native");
    expect(converted.path).toBe("native");
    expect(converted.rates).toHaveLength(12);
    expect(converted.rates[0]).toMatchObject({ kind: "end", day: "2023-01-31" });
    expect(converted.rates[3]).toMatchObject({ day: "2023-04-28" });
    expect(converted.value).not.toBeCloseTo(flow("end").value, 3);
  });

  test("a day's rate serves for all, whatever the path", () => {
    const day = p("2023-06-21");
    const rate = rateFor(day, day);
    for (const path of [undefined, "native", "agg"] as const) {
      const converted = flow(day, path);
      expect(converted.value).toBe(total / rate.value);
      expect(converted.rates).toEqual([rate]);
    }
  });

  test("a published year converts at the year's average", () => {
    const year = convertFlow([{ period: whole, value: total }], whole, "JPY", "avg", undefined, rateFor);
    expect(year.value).toBe(flow("avg", "agg").value);
  });

  test("pieces of one period share its rate", () => {
    const [first] = pieces;
    const twice = convertFlow([first!, first!], whole, "JPY", "avg", undefined, rateFor);
    expect(twice.rates).toHaveLength(1);
    expect(twice.value).toBeCloseTo((2 * first!.value) / rateFor(first!.period, "avg").value, 12);
  });

  test("without the rate of one month there is no figure", () => {
    const beyond = [...pieces, { period: p("2024-01"), value: 0 }];
    expect(problemOf(() => convertFlow(beyond, whole, "JPY", "avg", undefined, rateFor)).kind).toBe(
      "no-rate",
    );
  });
});

describe("a stock", () => {
  const stock: Piece = { period: p("2023-09"), value: 1000 };

  test("converts at the last fixing of the month at whose end it was counted", () => {
    const converted = convertStock(stock, "JPY", undefined, rateFor);
    expect(converted.basis).toBe("end");
    expect(converted.rates).toMatchObject([{ kind: "end", period: "2023-09", day: "2023-09-29" }]);
    expect(converted.value).toBe(1000 / rateFor(p("2023-09-29"), "end").value);
  });

  test("or on the basis asked for", () => {
    expect(convertStock(stock, "JPY", "avg", rateFor).rates).toMatchObject([
      { kind: "average", period: "2023-09" },
    ]);
    expect(convertStock(stock, "JPY", p("2023-06-21"), rateFor).rates).toMatchObject([{ day: "2023-06-21" }]);
  });
});

test("there and back closes", () => {
  const amount = fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 1000);
  const value = fc.double({ min: 1e-4, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(amount, value, (x, r) => {
      const rate: Rate = { ...rateFor(whole, "avg"), value: r };
      const back = exchange(exchange(x, "JPY", rate), "USD", rate);
      expect(Math.abs(back - x)).toBeLessThanOrEqual(4e-16 * Math.abs(x));
    }),
  );
});
