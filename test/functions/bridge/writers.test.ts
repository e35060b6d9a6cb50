import { dated, gap, measured, writeCells } from "../../../src/functions/bridge/cells";
import { CellError, ERROR_CODES, excelWriter, sheetWriter } from "../../../src/functions/bridge/failure";
import { Problem } from "../../../src/domain/problem";
import type { Day } from "../../../src/domain/period";

const missing = new Problem("no-data", "Nothing is held for that period.");
const wrong = new Problem("bad-input", "Write a year such as 2023.");
const day = "2024-06-21" as Day;

/** As much of the host's global as the writer uses. */
class HostError {
  readonly code: string;
  readonly message: string;

  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

describe("cells for Excel", () => {
  beforeAll(() => {
    Object.assign(globalThis, {
      CustomFunctions: { Error: HostError, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" } },
    });
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, "CustomFunctions");
  });

  test("numbers stay plain; a date is a formatted value where the host knows data types", () => {
    const cells = [
      ["Period", "Value"],
      [dated(day), measured(-5.3452, "0.0000")],
    ] as const;
    expect(writeCells(excelWriter(true), cells)).toEqual([
      ["Period", "Value"],
      [{ type: "Double", basicValue: 45464, numberFormat: "yyyy-mm-dd" }, -5.3452],
    ]);
  });
  test("without data types a date is its serial", () => {
    expect(writeCells(excelWriter(false), [[dated(day)]])).toEqual([[45464]]);
  });
  test("a gap and a failure are the host's error with the sentence", () => {
    const writer = excelWriter(true);
    expect(writeCells(writer, [[gap(missing)]])).toEqual([[new HostError("#N/A", missing.message)]]);
    expect(writer.failure(wrong)).toEqual(new HostError("#VALUE!", wrong.message));
  });
});

describe("cells for other sheets", () => {
  test("a number carries its format, a gap its sentence", () => {
    expect(writeCells(sheetWriter, measured(1.5, "0.0"))).toEqual({
      type: "Double",
      basicValue: 1.5,
      numberFormat: "0.0",
    });
    expect(writeCells(sheetWriter, [[gap(missing), true, "x"]])).toEqual([
      [{ type: "Error", basicValue: "#N/A", errorMessage: missing.message }, true, "x"],
    ]);
  });
  test("a failure is an error with code and sentence, and knows its cause", () => {
    const failure = sheetWriter.failure(missing);
    expect(failure).toBeInstanceOf(CellError);
    expect(failure).toMatchObject({ code: "#N/A", message: missing.message, cause: missing });
  });
  test("a number beyond what a cell holds is a failure, in a table a gap", () => {
    for (const value of [Infinity, NaN]) {
      expect(() => writeCells(sheetWriter, measured(value, "0"))).toThrow(/beyond the numbers/);
      expect(writeCells(sheetWriter, [[1, value]])).toEqual([
        [1, expect.objectContaining({ type: "Error", basicValue: "#VALUE!" })],
      ]);
    }
  });
});

test("only what a formula can mend is #VALUE!", () => {
  expect(ERROR_CODES).toEqual({
    "bad-input": "#VALUE!",
    "unknown-series": "#VALUE!",
    "no-data": "#N/A",
    "no-rate": "#N/A",
    unreachable: "#N/A",
    unreadable: "#N/A",
  });
});
