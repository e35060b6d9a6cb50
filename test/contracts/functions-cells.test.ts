import { connectEmbedded } from "../../src/workbench/connect";
import { NAMES, ask, failure, isTable, number, sentence, type Failure } from "../functions/ask";
import { callComplaint, complaintOf } from "./sound";
import { withArgument } from "./valid-calls";
import { parameterNames } from "./positions";

beforeAll(() => void connectEmbedded());

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
