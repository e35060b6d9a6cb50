import { connectEmbedded } from "../../src/workbench/connect";
import metadata from "../../src/functions/metadata.json";
import { NAMES, ask, failure, isFailure, parametersOf, settle } from "../functions/ask";
import { callComplaint } from "./sound";
import { VALID, withArgument } from "./valid-calls";
import { large, parameterNames, POSITIONS } from "./positions";

beforeAll(() => void connectEmbedded());

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
