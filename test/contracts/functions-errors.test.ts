import { connectEmbedded } from "../../src/workbench/connect";
import { ask, failure, type FunctionName } from "../functions/ask";
import { complaintOf } from "./sound";
import { withArgument } from "./valid-calls";
import { READING, large } from "./positions";

beforeAll(() => void connectEmbedded());

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
