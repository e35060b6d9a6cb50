import fc from "fast-check";
import { evaluate, type Ground } from "../../src/workbook/formula/evaluate";
import { partsOf, readExpression } from "../../src/workbook/formula/expression";
import { referencesIn, tokensOf } from "../../src/file/formula-tokens";
import { failure, Unforeseeable, type Result, type Value } from "../../src/workbook/formula/value";

const cells: Readonly<Record<string, Value>> = {
  "0,0": 2,
  "1,0": 3,
  "2,0": null,
  "3,0": "x",
  "4,0": failure("#N/A"),
};
const ground: Ground = {
  cells: ({ area }) =>
    Array.from({ length: area.rows }, (_, r) =>
      Array.from(
        { length: area.columns },
        (_unused, c) => cells[`${area.row + r},${area.column + c}`] ?? null,
      ),
    ),
  name: (name) => {
    throw new Unforeseeable(name);
  },
  call: (name, args) => (name === "OURS.ADD" ? Number(args[0]) + Number(args[1]) : undefined),
};
const result = (formula: string): Result => {
  const expression = readExpression(formula);
  if (!expression) throw new Error("not read");
  return evaluate(expression, ground);
};

test.each([
  ["=1+2*3^2/-2", -8],
  ["=-2^2", 4],
  ["=50%+A1", 2.5],
  ['="a"&A1&TRUE&A3', "a2TRUE"],
  ["=(A1+A2)=5", true],
  ['="B">"a"', true],
  ["=A3=0", true],
  ["=SUM(A1:A4,1)", 6],
  ["=AVERAGE(A1:A3)", 2.5],
  ["=ROUND(OURS.ADD(A1,1.256),2)", 3.26],
  ["=ROUND(-1234,-2)", -1200],
  ['=IFERROR(1/0,"none")', "none"],
  ["=IFNA(A5,7)", 7],
  ["=IF(A1>1,OURS.ADD(1,1),1/0)", 2],
  ["=IF(FALSE,1)", false],
  ["=MAX(A1:A2)-MIN({4,-1;2,0})", 4],
  ["=@A1", 2],
] as const)("%s comes to %s", (formula, value) => {
  expect(result(formula)).toBe(value);
});

test.each([
  ["=1/0", "#DIV/0!"],
  ["=A4+1", "#VALUE!"],
  ["=A5*2", "#N/A"],
  ["=SUM(A1:A5)", "#N/A"],
  ["=(-8)^0.5", "#NUM!"],
  ["=#REF!+1", "#REF!"],
])("%s fails with %s", (formula, error) => {
  expect(result(formula)).toEqual(failure(error));
});

test.each(["=XLOOKUP(1,A1:A2,A1:A2)", "=A1:A2+1", "=Somewhere", "=IF(A1:A2,1,2)"])(
  "%s is left to Excel",
  (formula) => {
    expect(() => result(formula)).toThrow(Unforeseeable);
  },
);

test.each(["=Table1[Amount]", "=A:A", "=LET(x,1,x)(2)", "=A1:B2 B1:C3", "=1+", '="open', "=§"])(
  "%s is not read",
  (formula) => {
    expect(readExpression(formula)).toBeUndefined();
  },
);

test("references are found with their place, not in texts, names or functions", () => {
  const formula = `='My "own" sheet'!$A$1+B2:C3+LOG10(Sheet1!D4)+"E5"+F6#+Rate1+A1B+$G:$G`;
  expect(referencesIn(formula)?.map(({ text }) => text)).toEqual([
    `'My "own" sheet'!$A$1`,
    "B2:C3",
    "Sheet1!D4",
    "F6#",
    "$G:$G",
  ]);
  for (const { text, start } of referencesIn(formula) ?? [])
    expect(formula.slice(start).startsWith(text)).toBe(true);
});

test("whatever stands in a cell, taking it apart ends, and the pieces are the text", () => {
  const piece = fc.constantFrom(
    "A1",
    "$B$2:C3",
    '"t""x"',
    "1.5E3",
    "+",
    "(",
    ")",
    ",",
    "{",
    "}",
    "SUM(",
    "'s'!A1",
    "%",
    " ",
    "é",
    "#N/A",
    "@",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const formula = `=${pieces.join("")}`;
      const tokens = tokensOf(formula);
      if (tokens)
        expect(tokens.map(({ text }) => text).join("")).toBe(
          formula.slice(1).replace(/ (?=(?:[^"]*"[^"]*")*[^"]*$)/g, ""),
        );
      const expression = readExpression(formula);
      if (expression) expect(partsOf(expression)[0]).toBe(expression);
    }),
  );
});
