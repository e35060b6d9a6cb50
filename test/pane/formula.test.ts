import type { SeriesId } from "../../src/domain/series";
import { readFormula, writeFormula, type Request } from "../../src/pane/find/formula";

const request = (ids: readonly string[], more: Partial<Request>): Request => ({
  ids: ids as readonly SeriesId[],
  span: { kind: "back", years: 10 },
  ...more,
});

test.each([
  [request(["TIC.JP"], {}), '=DIGITRADE.HISTORY("TIC.JP","-10Y")'],
  [request(["TIC.JP"], { span: { kind: "all" } }), '=DIGITRADE.HISTORY("TIC.JP")'],
  [request(["TIC.JP"], { span: { kind: "all" }, unit: "bn" }), '=DIGITRADE.HISTORY("TIC.JP",,,"unit=bn")'],
  [request(["TIC.JP"], { span: { kind: "latest" } }), '=DIGITRADE.VALUE("TIC.JP")'],
  [
    request(["TIC.JP"], { span: { kind: "latest" }, fx: "JPY", unit: "tn" }),
    '=DIGITRADE.VALUE("TIC.JP",,"fx=JPY;unit=tn")',
  ],
  [
    request(["TIC.JP", "TIC.CN"], { span: { kind: "latest" }, freq: "A" }),
    '=DIGITRADE.PANEL("TIC.JP,TIC.CN","latest",,"freq=A")',
  ],
  [
    request(["TIC.JP"], { span: { kind: "between", from: " 2014", to: "2015-Q4" } }),
    '=DIGITRADE.HISTORY("TIC.JP",2014,"2015-Q4")',
  ],
])("%j is written as a person would", (asked, formula) => {
  expect(writeFormula(asked, "DIGITRADE")).toBe(formula);
});

test("a list longer than Excel's texts may be becomes an array", () => {
  const ids = Array.from({ length: 40 }, (_, i) => `TIC.X${i}`);
  const formula = writeFormula(request(ids, {}), "DIGITRADE");
  expect(formula).toContain('{"TIC.X0";"TIC.X1";');
  for (const text of formula.match(/"[^"]*"/g) ?? []) expect(text.length).toBeLessThanOrEqual(257);
  expect(readFormula(formula, "DIGITRADE")?.ids).toEqual(ids);
});

test("a written formula is taken apart to what it asks for", () => {
  const asked = request(["TIC.JP", "TIC.CN"], { freq: "A", fx: "JPY", unit: "tn", basis: "end" });
  expect(readFormula(writeFormula(asked, "DIGITRADE"), "DIGITRADE")).toEqual({
    name: "PANEL",
    ids: ["TIC.JP", "TIC.CN"],
    start: { kind: "back", count: 10, frequency: "A" },
    end: { kind: "omitted" },
    choices: { freq: "A", fx: "JPY", unit: "tn", basis: "end" },
  });
  expect(readFormula(' = digitrade.value( "TIC.JP" , 2023 ) ', "DIGITRADE")).toMatchObject({
    name: "VALUE",
    start: { kind: "period", period: "2023" },
  });
});

test.each([
  '=DIGITRADE.VALUE("TIC.JP",A1)',
  '=DIGITRADE.VALUE("TIC.JP")*2',
  '=SUM(DIGITRADE.VALUE("TIC.JP"))',
  '=DIGITRADE.INFO("TIC.JP")',
  '=OTHER.VALUE("TIC.JP")',
  "TIC.JP",
  "",
])("%s is more than a plain call", (formula) => {
  expect(readFormula(formula, "DIGITRADE")).toBeUndefined();
});

test("a plain call with a wrong option complains as the function would", () => {
  expect(() => readFormula('=DIGITRADE.VALUE("TIC.JP",2023,"unt=bn")', "DIGITRADE")).toThrow(
    /did you mean unit/,
  );
});
