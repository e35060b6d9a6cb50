import metadata from "../../src/functions/metadata.json";
import { connectEmbedded } from "../../src/workbench/connect";
import {
  NAMES,
  ask,
  failure,
  isFailure,
  isTable,
  number,
  parametersOf,
  sentence,
  settle,
  type Failure,
  type FunctionName,
} from "../functions/ask";
import { callComplaint, complaintOf } from "./sound";
import { VALID, withArgument } from "./valid-calls";

beforeAll(() => void connectEmbedded());

const parameterNames = (name: FunctionName): readonly string[] =>
  metadata.functions.find((f) => f.id === name)?.parameters.map((p) => p.name) ?? [];
/** Every function with every position of an argument. */
const POSITIONS = NAMES.flatMap((name) => parameterNames(name).map((what, i) => ({ name, what, i })));
/** WHY looks at where its argument stands, not at what it holds; CONVERT keeps an error in its own cell. */
const READING = POSITIONS.filter(
  ({ name, what }) => name !== "WHY" && !(name === "CONVERT" && ["amounts", "periods"].includes(what)),
);

const large = (rows: number, columns: number, value: unknown): readonly (readonly unknown[])[] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));

const ODD: readonly unknown[] = [
  null,
  undefined,
  "",
  " ",
  true,
  false,
  0,
  -0,
  1,
  -1,
  -2023,
  1599,
  1600,
  2023,
  2999,
  3000,
  3000.5,
  45464.75,
  401_768,
  401_769,
  1e15,
  -1e300,
  5e-324,
  NaN,
  Infinity,
  "2023",
  " 2023 ",
  "2023.5",
  "45464",
  "1e3",
  "2023-13",
  "2023-00",
  "2023-02-31",
  "2023-2-3",
  "3/4/2024",
  "03.04.2024",
  "2023Q4",
  "2023-Q5",
  "FY2023",
  "FY2999",
  "1600-01-01",
  "2999-12-31",
  "2999",
  "latest",
  "LATEST",
  "-5Y",
  "-9999M",
  "-0Y",
  "-1D",
  "JP.DIGITAL.NET",
  "jp.digital",
  "JP.DIGITAL.NE",
  "ＪＰ．ＤＩＧＩＴＡＬ",
  "FX.JPYUSD",
  "TIC.JP",
  "IE.DELIVERABLE.NET",
  "XX.NOTHING",
  "USD",
  "usd",
  "XXX",
  "=1+1",
  "<b>",
  "a".repeat(5000),
  "デジタル赤字",
  "🙂",
  "unit=bn",
  "nonsense",
  "nonsense=1",
  "unit=",
  "=bn",
  ";;",
  "unit=bn;unit=bn",
  "__proto__=1",
  "constructor=1",
  "show=why",
  "asof=1990-01-01",
  [],
  [[]],
  [[null]],
  [[""]],
  [[0]],
  [["2023"]],
  [[2023, 2024]],
  [[2023], [2024]],
  [["unit", "bn"]],
  [
    ["unit", "bn"],
    ["show", "why"],
  ],
  [["unit=bn"], ["show=why"]],
  [["a", "b", "c"]],
  large(100, 100, "JP.DIGITAL.NET"),
  large(100, 100, 2023),
  large(10_000, 1, null),
  { type: "Double", basicValue: 2023, numberFormat: "0" },
  { type: "String", basicValue: "JP.DIGITAL.NET" },
  { type: "Empty", basicValue: "" },
  { type: "Entity", text: "Japan", properties: {} },
  { type: "Error", basicValue: "#N/A" },
  { type: "Error", basicValue: "#DIV/0!", errorType: "Div0" },
  { type: "Error" },
  { code: "#N/A", message: "no figure" },
  { code: "#REF!" },
  {},
  Symbol.iterator,
  () => 1,
  10n,
];

describe("every function, every argument", () => {
  test("there is one good call of each, and it answers", async () => {
    for (const name of NAMES) {
      expect(VALID[name]).toHaveLength(parametersOf(name));
      expect(parameterNames(name)).toHaveLength(parametersOf(name));
      if (name === "WHY") continue;
      const { threw, outcome } = await settle(name, VALID[name]);
      expect({ name, threw, outcome }).toMatchObject({ name, threw: false });
    }
  });

  test.each(POSITIONS)("$name takes anything as $what", async ({ name, i }) => {
    for (const odd of ODD) expect(await callComplaint(name, withArgument(name, i, odd))).toBeUndefined();
  });

  test.each(NAMES)("%s with everything left out", async (name) => {
    const nothing = VALID[name].map(() => null);
    expect(await callComplaint(name, nothing)).toBeUndefined();
    const required = metadata.functions
      .find((f) => f.id === name)
      ?.parameters.some((p) => !("optional" in p));
    if (required) expect((await failure(name, ...nothing)).code).toBe("#VALUE!");
    else expect(isFailure(await ask(name, ...nothing))).toBe(false);
  });

  test.each(NAMES)("%s without an invocation, or with an odd one", async (name) => {
    for (const invocation of [null, {}, { address: 7 }, { address: "" }, "Sheet1!A1", 3])
      expect(await callComplaint(name, VALID[name], invocation)).toBeUndefined();
  });

  test.each(NAMES.filter((name) => name !== "WHY"))("%s in formula preview gives its value", async (name) => {
    const { outcome } = await settle(name, VALID[name]);
    for (const isInValuePreview of [true, "true"]) {
      const preview = await settle(name, VALID[name], { address: "Sheet1!B2", isInValuePreview });
      expect(preview).toEqual({ threw: false, outcome });
    }
  });
});

describe("errors as arguments", () => {
  const notAvailable = [
    { type: "Error", basicValue: "#N/A", errorMessage: "Nothing yet" },
    { type: "Error", basicValue: "#N/A" },
    { code: "#N/A", message: "Nothing yet." },
  ];
  test.each(READING)("$name: #N/A as $what is #N/A and names it", async ({ name, what, i }) => {
    for (const error of notAvailable)
      for (const given of [error, [[error]]]) {
        const found = await failure(name, ...withArgument(name, i, given));
        expect(found.code).toBe("#N/A");
        expect(found.message).toContain(`${what} is #N/A`);
      }
  });

  const others = [
    { type: "Error", basicValue: "#DIV/0!", errorType: "Div0" },
    { code: "#REF!", message: "gone" },
  ];
  test.each(READING)("$name: another error as $what is #VALUE! and names it", async ({ name, what, i }) => {
    for (const error of others)
      for (const given of [error, [[error]]]) {
        const found = await failure(name, ...withArgument(name, i, given));
        expect(found.code).toBe("#VALUE!");
        expect(found.message).toContain(
          `${what} is the error ${"code" in error ? error.code : error.basicValue}`,
        );
        expect(found.message).toMatch(/Mend that cell first\.$/);
      }
  });

  test("one amount or one period that is an error is the answer of CONVERT", async () => {
    const [error] = notAvailable;
    const [other] = others;
    expect((await failure("CONVERT", error, "JPY", "USD", 2023)).message).toContain("amounts is #N/A");
    expect((await failure("CONVERT", 100, "JPY", "USD", error)).message).toContain("periods is #N/A");
    expect((await failure("CONVERT", other, "JPY", "USD", 2023)).code).toBe("#VALUE!");
    expect((await failure("CONVERT", 100, "JPY", "USD", other)).code).toBe("#VALUE!");
  });

  test("#N/A among many amounts stays in its own cell", async () => {
    const amounts = [[100, { type: "Error", basicValue: "#N/A" }, 300]];
    const answered = await ask("CONVERT", amounts, "JPY", "USD", 2023);
    expect(answered).toEqual([
      [expect.any(Number), expect.objectContaining({ code: "#N/A" }), expect.any(Number)],
    ]);
  });
});

describe("what must change in the formula is #VALUE!", () => {
  const cases: readonly (readonly [string, FunctionName, readonly unknown[], RegExp])[] = [
    ["an unknown series", "VALUE", ["JP.DIGITL.NET", 2023], /nearest are JP\.DIGITAL\.NET/],
    ["a pair the wrong way round", "VALUE", ["FX.JPYUSD", 2023], /FXRATE\("JPY","USD"\)/],
    ["an unknown area", "DEFICIT", ["JQ", 2023], /nearest are .*JP/],
    ["an area without its concept", "DEFICIT", ["US", 2023], /def=deliverable/],
    ["Japan's basket for another area", "DEFICIT", ["US", 2023, null, "def=3item"], /for JP only/],
    ["an unknown currency", "FXRATE", ["USD", "YEN", 2023], /did you mean/],
    ["an unknown target", "TARGET", ["JP.SPECIALIST"], /JP\.SPECIALISTS/],
    [
      "an unknown field of a target",
      "TARGET",
      ["JP.SPECIALISTS", "gaps"],
      /did you mean gap\?.*Allowed: value/,
    ],
    ["an unknown field of a series", "INFO", ["TIC.JP", "units"], /did you mean unit\?/],
    ["an unknown style", "CITE", ["TIC.JP", "mla"], /did you mean .*plain, apa, bibtex/],
    ["an unknown part of the status", "STATUS", ["versions"], /did you mean version\?/],
    ["31 February", "VALUE", ["JP.DIGITAL.NET", "2023-02-31"], /not a day of the calendar/],
    ["month 13", "VALUE", ["JP.DIGITAL.NET", "2023-13"], /not a month/],
    ["a slash date", "VALUE", ["JP.DIGITAL.NET", "3/4/2024"], /several ways/],
    ["a year before 1600", "VALUE", ["JP.DIGITAL.NET", 1599], /1600 to 2999/],
    ["a year with a fraction", "VALUE", ["JP.DIGITAL.NET", 2023.5], /neither a year nor an Excel date/],
    ["a negative year", "VALUE", ["JP.DIGITAL.NET", -2023], /neither a year nor an Excel date/],
    ["zero as period", "VALUE", ["JP.DIGITAL.NET", 0], /empty or 0/],
    ["an empty text as period", "VALUE", ["JP.DIGITAL.NET", ""], /period is empty/],
    ["TRUE as period", "VALUE", ["JP.DIGITAL.NET", true], /TRUE/],
    ["an empty cell as period", "VALUE", ["JP.DIGITAL.NET", [[null]]], /period is empty/],
    ["a range as period", "VALUE", ["JP.DIGITAL.NET", [[2022, 2023]]], /2 cells/],
    ["10,000 cells as series", "VALUE", [large(100, 100, "TIC.JP"), 2023], /10,000 cells/],
    ["-5Y outside a table", "VALUE", ["JP.DIGITAL.NET", "-5Y"], /start of a table/],
    [
      "an unknown option",
      "VALUE",
      ["JP.DIGITAL.NET", 2023, "units=bn"],
      /did you mean unit\?.*Options here: freq/,
    ],
    ["an option of another function", "VALUE", ["JP.DIGITAL.NET", 2023, "top=3"], /does not apply/],
    [
      "an unknown value of an option",
      "VALUE",
      ["JP.DIGITAL.NET", 2023, "unit=bm"],
      /unit=bn\? Allowed: raw, k/,
    ],
    ["an option without a value", "VALUE", ["JP.DIGITAL.NET", 2023, "unit="], /has no value/],
    ["an option given twice", "VALUE", ["JP.DIGITAL.NET", 2023, "unit=bn;unit=tn"], /given twice/],
    ["a currency given twice", "DEFICIT", ["JP", 2023, "USD", "fx=EUR"], /given twice: USD.*fx=EUR/],
    ["a basis given twice", "FXRATE", ["USD", "JPY", 2023, "avg", "basis=end"], /given twice/],
    [
      "a source that does not quote the pair",
      "FXRATE",
      ["EUR", "USD", 2023, null, "fxsrc=boj"],
      /sources that do: ecb/,
    ],
    ["an aggregation against the measure", "VALUE", ["JP.DIGITAL.NET", 2015, "agg=avg"], /is a flow/],
    ["a currency for persons", "VALUE", ["JP.SPECIALISTS", null, "fx=USD"], /not money/],
    ["a deficit of what is no balance", "VALUE", ["JP.DIGITAL.DEBIT", 2015, "sign=deficit"], /not a balance/],
    ["the last value for a flow", "HISTORY", ["JP.DIGITAL.NET", 2014, 2016, "missing=prev"], /would invent/],
    ["a start after the end", "HISTORY", ["JP.DIGITAL.NET", 2016, 2014], /swap them/],
    ["many series over centuries", "PANEL", [large(20, 5, "TIC.JP"), 1600, 2999, "freq=M"], /100,000 cells/],
    ["two amounts in one currency", "IMPLIED", [1, "USD", 2, "USD"], /different currencies/],
    ["an amount of zero", "IMPLIED", [0, "JPY", 2, "USD"], /zero/],
    [
      "periods that do not fit the amounts",
      "CONVERT",
      [[[1, 2]], "JPY", "USD", [[1], [2], [3]]],
      /periods has 3 rows/,
    ],
    ["text as amount", "CONVERT", [[[1, "two"]], "JPY", "USD", 2023], /must be a number/],
    [
      "vintages in the wrong order",
      "REVISION",
      ["JP.SERVICES.NET", 2023, "2025-01-01", "2024-01-01"],
      /swap them/,
    ],
    ["revision of a rate", "REVISION", ["FX.USDJPY", 2023], /not revised/],
    ["WHY of a value", "WHY", [[[1]]], /reference to a cell/],
    ["a deadline before the base", "PACE", [1, 2030, 2, 2023], /later than the base/],
    ["too many holders", "HOLDERS", ["2024-12", 1000], /1 to 60/],
  ];
  test.each(cases)("%s", async (_, name, args, says) => {
    const found = await failure(name, ...args);
    expect(found.code).toBe("#VALUE!");
    expect(found.message).toMatch(says);
    expect(complaintOf(found.message)).toBeUndefined();
  });
});

describe("what the world lacks is #N/A", () => {
  const cases: readonly (readonly [string, FunctionName, readonly unknown[], RegExp])[] = [
    ["a period that is not held", "VALUE", ["JP.DIGITAL.NET", 2019], /not in the embedded data/],
    ["an unfinished year", "VALUE", ["JP.DIGITAL.NET", 2017], /3 of 12 months/],
    ["an about figure", "VALUE", ["JP.DIGITAL.NET", 2022, "def=5item"], /approx=allow/],
    ["a day of a monthly series", "VALUE", ["TIC.JP", "2024-12-15"], /published by month/],
    ["a fiscal year of annual figures", "VALUE", ["IE.DELIVERABLE.NET", "FY2022"], /calendar year/],
    ["a vintage that old", "VALUE", ["JP.DIGITAL.NET", 2015, "asof=2000-01-01"], /no vintage that old/],
    ["per cent across zero", "VALUE", ["JP.TRAVEL.NET", 2015, "tf=pc1"], /across zero/],
    ["a rate after the last one held", "FXRATE", ["USD", "JPY", "2026-04-20"], /not yet fetched/],
    ["an average with a hole", "FXRATE", ["USD", "JPY", "2026-03", null, "fxsrc=boj"], /no rates are held/],
    ["words that match nothing", "SEARCH", ["qqqqzzzz"], /other words/],
    ["a month without a ranking", "HOLDERS", ["1990-01"], /No ranking/],
    ["a pace of a projection", "TARGET", ["JP.DEFICIT2030", "peryear.plan"], /projection, not a target/],
    [
      "a target before it was set",
      "TARGET",
      ["JP.SPECIALISTS", "gap", null, "asof=2020-01-01"],
      /not known on/,
    ],
    ["items of an area without any", "COMPONENTS", ["US", 2020, null, "def=deliverable"], /No items/],
  ];
  test.each(cases)("%s", async (_, name, args, says) => {
    const found = await failure(name, ...args);
    expect(found.code).toBe("#N/A");
    expect(found.message).toMatch(says);
    expect(complaintOf(found.message)).toBeUndefined();
  });
});

describe("periods as cells give them", () => {
  const byYear = (period: unknown): Promise<number> =>
    number("VALUE", ["JP.DIGITAL.NET", period, "unit=oku"]);
  test.each([2015, "2015", " 2015 ", [[2015]], { type: "Double", basicValue: 2015, numberFormat: "0" }])(
    "%j is the year 2015",
    async (period) => expect(await byYear(period)).toBe(-25040),
  );
  test("a date serial is its day, also with a time", async () => {
    const friday = await number("FXRATE", ["USD", "JPY", "2024-06-21"]);
    expect(await number("FXRATE", ["USD", "JPY", 45464])).toBe(friday);
    expect(await number("FXRATE", ["USD", "JPY", 45464.99])).toBe(friday);
    expect(await number("FXRATE", ["USD", "JPY", "45464"])).toBe(friday);
  });
  test("left out: the latest complete year of a flow, the latest month of a stock", async () => {
    expect(await number("VALUE", ["JP.DIGITAL.NET", null, "unit=oku"])).toBe(await byYear(2024));
    expect(await number("VALUE", ["TIC.JP"])).toBe(await number("VALUE", ["TIC.JP", "2026-07"]));
  });
});

describe("options as cells give them", () => {
  const expected = -5.3452;
  const forms: readonly (readonly [string, unknown])[] = [
    ["text", "unit=tn;def=3item"],
    ["text with blanks and capitals", " UNIT = TN ; Def=3ITEM;"],
    ["one cell", [["unit=tn;def=3item"]]],
    [
      "two columns",
      [
        ["unit", "tn"],
        ["def", "3item"],
      ],
    ],
    [
      "two columns with blanks between",
      [
        ["unit", "tn"],
        ["", ""],
        [null, null],
        ["fx", ""],
        ["def", "3item"],
      ],
    ],
    ["a column of texts", [["unit=tn"], ["def=3item"]]],
    ["a data type", { type: "String", basicValue: "unit=tn" }],
  ];
  test.each(forms)("%s", async (_, options) => {
    expect(await number("VALUE", ["JP.DIGITAL.NET", 2023, options])).toBe(expected);
  });
  test("a date in the range is the day as of which", async () => {
    const known = [
      ["asof", 45464],
      ["unit", "tn"],
    ];
    expect(await number("VALUE", ["JP.DIGITAL.NET", 2023, known])).toBe(expected);
    const dayBefore = [["asof", { type: "Double", basicValue: 45463, numberFormat: "yyyy-mm-dd" }]];
    expect((await failure("VALUE", "JP.DIGITAL.NET", 2023, dayBefore)).code).toBe("#N/A");
  });
});

describe("show=why explains instead of answering", () => {
  const explained = NAMES.filter((name) => parameterNames(name).includes("options"));
  test.each(explained)("%s", async (name) => {
    const at = parameterNames(name).indexOf("options");
    const why = await sentence(name, ...withArgument(name, at, "show=why"));
    expect(complaintOf(why)).toBeUndefined();
    expect(await callComplaint(name, withArgument(name, at, [["show", "why"]]))).toBeUndefined();
  });
  test("twelve functions take options", () => expect(explained).toHaveLength(12));
});

describe("large tables", () => {
  test("twelve years of daily fixings, all of them observed", async () => {
    const rows = await ask("HISTORY", "FX.USDJPY", 2014, 2025, "freq=D;header=off");
    expect(isTable(rows) && rows.length).toBeGreaterThan(3000);
    expect(await callComplaint("HISTORY", ["FX.USDJPY", 1600, 2999, "freq=D"])).toBeUndefined();
  });
  test("centuries by month: gaps are errors of their own cells", async () => {
    const rows = await ask("HISTORY", "TIC.JP", 1900, 2100, "freq=M;header=off");
    if (!isTable(rows)) throw new Error("no table");
    expect(rows).toHaveLength(201 * 12);
    expect(rows[0]?.[1]).toMatchObject({ code: "#N/A" } satisfies Partial<Failure>);
  });
});
