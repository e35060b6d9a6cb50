import * as read from "../../../src/functions/bridge/arguments";
import { Problem } from "../../../src/domain/problem";

/** The kind and sentence of the Problem that reading ends with. */
function problemOf(run: () => unknown): Problem {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  throw new Error("No problem arose.");
}

describe("a cell without its wrapping", () => {
  test.each([
    [null, null],
    [undefined, null],
    [0, 0],
    ["", ""],
    [true, true],
    [{ type: "Double", basicValue: 12.5, numberFormat: "0.0" }, 12.5],
    [{ type: "String", basicValue: "x" }, "x"],
    [{ type: "Boolean", basicValue: false }, false],
    [{ type: "Empty", basicValue: "" }, null],
  ])("%j is %j", (raw, expected) => expect(read.plain(raw, "x")).toBe(expected));

  test("a data type without a plain value is refused", () => {
    expect(problemOf(() => read.plain({ type: "Entity", text: "Japan" }, "series")).message).toBe(
      "series is a data type without a plain value; refer to one of its fields.",
    );
  });

  test.each([
    [{ type: "Error", basicValue: "#N/A" }, "no-data", "x is #N/A, so there is no answer."],
    [{ type: "Error", basicValue: "#N/A", errorMessage: "No rate." }, "no-data", "x is #N/A: No rate."],
    [{ code: "#N/A", message: "No rate" }, "no-data", "x is #N/A: No rate."],
    [{ type: "Error", errorType: "NotAvailable" }, "no-data", "x is #N/A, so there is no answer."],
    [{ type: "Error", basicValue: "#REF!" }, "bad-input", "x is the error #REF!. Mend that cell first."],
    [
      { code: "#DIV/0!", message: "by zero." },
      "bad-input",
      "x is the error #DIV/0!: by zero. Mend that cell first.",
    ],
    [{ type: "Error" }, "bad-input", "x is the error #VALUE!. Mend that cell first."],
  ])("the error %j", (raw, kind, message) => {
    expect(problemOf(() => read.plain(raw, "x"))).toMatchObject({ kind, message });
  });
});

describe("one value", () => {
  test("from a value or a range of one cell; an empty cell is an empty text, an omitted argument null", () => {
    expect(read.scalar([["x"]], "x")).toBe("x");
    expect(read.scalar([[null]], "x")).toBe("");
    expect(read.scalar(null, "x")).toBeNull();
  });
  test("more cells are refused with their number", () => {
    expect(
      problemOf(() =>
        read.scalar(
          [
            [1, 2],
            [3, 4],
          ],
          "period",
        ),
      ).message,
    ).toContain("4 cells");
  });
  test("text", () => {
    expect(read.text("  TIC.JP ", "series")).toBe("TIC.JP");
    expect(read.optionalText("", "style")).toBeUndefined();
    expect(problemOf(() => read.text(7, "series")).message).toBe("series must be text; 7 is not.");
    expect(problemOf(() => read.text(null, "series")).message).toContain("missing");
  });
  test.each([
    ["5,350,000", 5_350_000],
    ["-1.5e3", -1500],
    [" 12 ", 12],
    [7, 7],
  ])("the number %j", (raw, expected) => expect(read.number(raw, "n")).toBe(expected));
  test.each(["twelve", "1e999", true, "", null])("%j is no number", (raw) => {
    expect(problemOf(() => read.number(raw, "n")).kind).toBe("bad-input");
  });
  test("a count", () => {
    expect(read.count(null, "n", 10, 60)).toBe(10);
    expect(read.count("5", "n", 10, 60)).toBe(5);
    for (const raw of [0, 61, 2.5, -1])
      expect(problemOf(() => read.count(raw, "n", 10, 60)).kind).toBe("bad-input");
  });
});

describe("options", () => {
  const KEYS = ["unit", "asof", "basis", "show"] as const;
  test("a date is read as its day; a number that is no date is refused", () => {
    expect(read.options([["asof", 45464]], KEYS)).toEqual({ asof: "2024-06-21" });
    expect(read.options([["basis", 45464.5]], KEYS)).toEqual({ basis: "2024-06-21" });
    expect(problemOf(() => read.options([["asof", 1e12]], KEYS)).kind).toBe("bad-input");
    expect(problemOf(() => read.options([["asof", 2024]], KEYS)).message).toContain("not a day");
  });
  test("a value without a key, and three columns", () => {
    expect(problemOf(() => read.options([["", "bn"]], KEYS)).message).toContain("without a key");
    expect(problemOf(() => read.options([["unit", "bn", "x"]], KEYS)).message).toContain("has 3");
    expect(problemOf(() => read.options(7, KEYS)).message).toContain("7 is neither");
  });
  test("the same text under other keys is read anew", () => {
    expect(read.options("show=why", KEYS)).toEqual({ show: "why" });
    expect(problemOf(() => read.options("show=why", ["unit"])).message).toContain("does not apply");
  });
});
