import fc from "fast-check";
import { ENTRIES } from "../../src/catalog/catalog";
import { TARGETS } from "../../src/catalog/targets";
import { OPTION_KEYS } from "../../src/answer/choices";
import { CURRENCIES } from "../../src/domain/currency";
import { connectEmbedded } from "../../src/workbench/connect";
import { NAMES, parametersOf } from "../functions/ask";
import { callComplaint } from "./sound";

beforeAll(() => void connectEmbedded());

const id = fc.constantFrom(...ENTRIES.map((e) => e.id));
const currency = fc.constantFrom(...CURRENCIES);
const target = fc.constantFrom(...TARGETS.map((t) => t.id));
const area = fc.constantFrom("JP", "US", "IN", "WORLD", "EU", "XX");
const year = fc.integer({ min: 1990, max: 2030 });
const part = fc.constantFrom("", "-H1", "-H2", "-Q1", "-Q3", "-02", "-11", "-06-21", "-02-30", "-13");
const periodText = fc.tuple(year, part).map(([y, p]) => `${y}${p}`);
const period = fc.oneof(
  year,
  periodText,
  year.map((y) => `FY${y}`),
  fc.constantFrom("latest", "-5Y", "-8Q", "-3M", "", 0, true),
  fc.integer({ min: 3000, max: 60_000 }),
);

/** Values that some option takes, and some that none does. */
const optionValue = fc.oneof(
  fc.constantFrom("A", "Q", "M", "D", "FY", "H", "sum", "avg", "last", "end", "native", "agg", "auto", "ecb"),
  fc.constantFrom(
    "fred",
    "boj",
    "te",
    "bn",
    "tn",
    "oku",
    "raw",
    "chg",
    "pch",
    "pc1",
    "idx:2015",
    "na",
    "prev",
  ),
  fc.constantFrom(
    "blank",
    "label",
    "start",
    "desc",
    "off",
    "3item",
    "5item",
    "deliverable",
    "deficit",
    "allow",
  ),
  fc.constantFrom("chain", "endpoint", "value", "why", "5", "nonsense", ""),
  currency,
  periodText,
);
const option = fc.tuple(fc.constantFrom(...OPTION_KEYS, "other"), optionValue);
const options = fc.oneof(
  fc.array(option, { maxLength: 4 }).map((pairs) => pairs.map((pair) => pair.join("=")).join(";")),
  fc.array(
    option.map((pair) => [...pair]),
    { minLength: 1, maxLength: 4 },
  ),
);

const anything = fc.oneof(
  fc.constant(null),
  fc.double({ min: -1e15, max: 1e15 }),
  fc.integer({ min: -10, max: 3100 }),
  fc.string({ maxLength: 30 }),
  fc.boolean(),
  fc.constantFrom(
    { type: "Error", basicValue: "#N/A" },
    { type: "Empty" },
    { code: "#REF!", message: "gone" },
  ),
  fc.constantFrom("plain", "bibtex", "words", "gap", "all", "newest", "unit", "path"),
);
const cell = fc.oneof(id, period, anything, currency);
const range = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
const argument = fc.oneof(
  { weight: 3, arbitrary: period },
  { weight: 3, arbitrary: options },
  { weight: 2, arbitrary: id },
  { weight: 2, arbitrary: currency },
  target,
  area,
  anything,
  range,
);

const call = fc.constantFrom(...NAMES).chain((name) => {
  const n = parametersOf(name);
  return fc.tuple(fc.constant(name), fc.array(argument, { minLength: n, maxLength: n }));
});

/** Calls whose first arguments are good, so that chance gets as far as the figures. */
const likely = fc.oneof(
  fc.tuple(fc.constant("VALUE" as const), fc.tuple(id, period, options)),
  fc.tuple(fc.constant("HISTORY" as const), fc.tuple(id, period, period, options)),
  fc.tuple(
    fc.constant("PANEL" as const),
    fc.tuple(
      fc.array(id, { maxLength: 3 }).map((ids) => [ids]),
      period,
      period,
      options,
    ),
  ),
  fc.tuple(
    fc.constant("FXRATE" as const),
    fc.tuple(currency, currency, period, fc.constantFrom(null, "avg", "end", "day"), options),
  ),
  fc.tuple(fc.constant("CONVERT" as const), fc.tuple(range, currency, currency, period, options)),
  fc.tuple(fc.constant("DEFICIT" as const), fc.tuple(area, period, fc.option(currency), options)),
  fc.tuple(fc.constant("COMPONENTS" as const), fc.tuple(area, period, fc.option(currency), options)),
  fc.tuple(fc.constant("DECOMPOSE" as const), fc.tuple(id, year, year, currency, options)),
  fc.tuple(
    fc.constant("IMPLIED" as const),
    fc.tuple(
      fc.double({ min: -1e15, max: 1e15, noNaN: true }),
      currency,
      fc.integer({ min: -10, max: 1e9 }),
      currency,
      period,
      options,
    ),
  ),
  fc.tuple(fc.constant("HOLDERS" as const), fc.tuple(period, fc.integer({ min: -1, max: 70 }), options)),
  fc.tuple(fc.constant("TARGET" as const), fc.tuple(target, anything, period, options)),
  fc.tuple(fc.constant("REVISION" as const), fc.tuple(id, period, period, period)),
);

test("any function over any input ends in a value or one of the two errors", async () => {
  await fc.assert(
    fc.asyncProperty(call, async ([name, args]) => {
      expect(await callComplaint(name, args)).toBeUndefined();
    }),
    { numRuns: 1500 },
  );
}, 30_000);

test("likely calls end in a value or one of the two errors", async () => {
  await fc.assert(
    fc.asyncProperty(likely, async ([name, args]) => {
      expect(await callComplaint(name, args)).toBeUndefined();
    }),
    { numRuns: 1500 },
  );
}, 30_000);
