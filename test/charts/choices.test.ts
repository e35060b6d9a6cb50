import fc from "fast-check";
import { choicesFrom, readChoices, writeChoices } from "../../src/charts/common/read-choices";
import { resolveChart } from "../../src/charts/common/resolve";
import { CHARTS } from "../../src/charts/index";
import { Problem } from "../../src/domain/problem";

const chart = (id: string) => resolveChart(id);
const complaint = (id: string, options: string): string => {
  try {
    readChoices(chart(id), options);
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown.message;
    throw thrown;
  }
  throw new Error(`${id} took ${options}`);
};

test("left out, everything has a standard", () => {
  expect(readChoices(chart("digital-balance"), "")).toMatchObject({
    area: "JP",
    def: undefined,
    years: 10,
    end: "latest",
    fx: undefined,
    basis: "avg",
    fxsrc: "auto",
    asof: undefined,
    lang: "en",
  });
});

test("keys and values are read in any case, with spaces, in full width", () => {
  const choices = readChoices(
    chart("digital-balance"),
    " YEARS = ５ ; fx= usd ;Area=us;def=DELIVERABLE;; lang=JA ",
  );
  expect(choices).toMatchObject({ years: 5, fx: "USD", area: "US", def: "deliverable", lang: "ja" });
});

test("pairs of a range, blanks passed over", () => {
  expect(
    choicesFrom(chart("three-rates"), [
      ["year", "2023"],
      ["", ""],
      ["fx", "EUR"],
    ]),
  ).toMatchObject({
    year: "2023",
    fx: "EUR",
  });
});

test.each([
  [
    "digital-balance",
    "yaers=5",
    /"yaers" is not an option; did you mean years\? Options of digital-balance: area, def/,
  ],
  ["digital-balance", "top=5", /"top" does not apply to digital-balance/],
  ["digital-balance", "fx=US", /fx=US is not known; did you mean fx=USD\? Allowed: EUR, GBP/],
  ["digital-balance", "years=2", /years=2 is not a whole number from 3 to 30/],
  ["digital-balance", "years=5.5", /not a whole number/],
  ["digital-balance", "end=2023-06", /end=2023-06 is not a year; write end=2015 or latest/],
  ["digital-balance", "basis=day", /basis=day needs a day here/],
  ["digital-balance", "asof=2024", /asof=2024 is not a day/],
  ["digital-balance", "years=5;years=6", /years is given twice/],
  ["digital-balance", "years=", /years= has no value/],
  ["digital-balance", "lang=fr", /lang=fr is not known; did you mean lang=/],
  ["digital-balance", "area=US", /For US say which concept: def=deliverable/],
  ["digital-balance", "area=US;def=3item", /for JP only/],
  ["receipts-payments", "area=US;def=delivered", /no figures under def=delivered/],
  ["yen-per-dollar", "fx=KRW", /fx=KRW is not known/],
  ["treasury-holders", "month=2024", /month=2024 is not a month; write month=2024-12 or latest/],
  ["component-change", "from=2016;to=2014", /to=2014 must be later than from=2016/],
  ["volume-currency", "from=2016;to=2016", /must be later/],
  ["target-path", "target=JP.DEFICIT2030", /target=JP.DEFICIT2030 is not known/],
  ["deficit-projections", "from=2035", /must be earlier than 2035/],
])("%s refuses %s and says why", (id, options, words) => {
  expect(complaint(id, options)).toMatch(words);
});

test("an unknown chart names the three nearest", () => {
  expect(() => chart("tresury-holder")).toThrow(
    /"tresury-holder" is not a chart.*nearest are treasury-holders, /,
  );
  expect(chart(" Digital-Balance ").id).toBe("digital-balance");
});

test("any text is read, or refused with a sentence", () => {
  const keys = [...new Set(CHARTS.flatMap(({ options }) => options.map(({ key }) => key as string)))];
  const value = fc.oneof(
    fc.constantFrom(
      "2015",
      "latest",
      "USD",
      "JPY",
      "5",
      "JP",
      "US",
      "deliverable",
      "end",
      "2024-06-21",
      "2024-12",
      "ja",
    ),
    fc.string({ maxLength: 12 }),
  );
  const options = fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 8 })), value), { maxLength: 4 })
    .map((pairs) => pairs.map(([k, v]) => `${k}=${v}`).join(";"));
  fc.assert(
    fc.property(fc.constantFrom(...CHARTS), options, (definition, text) => {
      try {
        const choices = readChoices(definition, text);
        expect(readChoices(definition, writeChoices(definition, choices))).toEqual(choices);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(Problem);
        expect((thrown as Problem).message.length).toBeGreaterThan(10);
      }
    }),
    { numRuns: 1500 },
  );
});
