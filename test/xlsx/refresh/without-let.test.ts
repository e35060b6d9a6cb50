import fc from "fast-check";
import { withoutLet } from "../../../src/xlsx/refresh/without-let";
import { valueOf } from "./let-evaluator";

const written = (stored: string): string => {
  const done = withoutLet(stored);
  return "formula" in done ? done.formula : `only Excel: ${done.onlyExcel}`;
};

test.each([
  ["a name", "_xlfn.LET(_xlpm.x,A1,_xlpm.x)", "A1"],
  ["a value of several pieces", "_xlfn.LET(_xlpm.x,A1+1,_xlpm.x*2)", "((A1+1)*2)"],
  ["a negative number before a power", "_xlfn.LET(_xlpm.x,-3,_xlpm.x^2)", "((-3)^2)"],
  ["per cent", "LET(x,5%,x*x)", "((5%)*(5%))"],
  [
    "what is one operand already",
    'LET(a,SUM(B1:B3),b,(1+2),c,"x",d,T[Value],e,TRUE,f,#N/A,a&b&c&d&e&f)',
    '(SUM(B1:B3)&(1+2)&"x"&T[Value]&TRUE&#N/A)',
  ],
  ["two calls side by side", "LET(x,(1)+(2),x*3)", "(((1)+(2))*3)"],
  ["an array", "LET(x,{1,2;3,4},y,{1}+{2},SUM(x,y))", "SUM({1,2;3,4},({1}+{2}))"],
  ["values that use those before", "LET(a,1,b,a+1,c,b*a,c-b)", "(((1+1)*1)-(1+1))"],
  ["in capitals and small letters", "_XLFN.let(_xlpm.Rate,A1,_XLPM.rATE*2)", "(A1*2)"],
  ["names in other scripts", "_xlfn.LET(_xlpm.残高,A1,_xlpm.残高*2)", "(A1*2)"],
  ["names with full stops and numbers", "_xlfn.LET(_xlpm.r.2023,A1,_xlpm.r.2023&_xlpm.r)", "(A1&_xlpm.r)"],
  ["blanks and new lines", "LET (\n x , A1 + 1 ,\n\n x * 2 )", "((A1 + 1) * 2)"],
  ["within calls, and out of their sight", "SUM(LET(x,A1,x*2),x)+LET(x,B1,x)", "SUM((A1*2),x)+B1"],
  ["no value in a name's place", "LET(a,1,LET(b,a,LET(a,2,a+b)))", "(2+1)"],
  ["names given anew, and as before behind that", "LET(x,1,LET(x,x+1,x*2)+x)", "(((1+1)*2)+1)"],
  ["a name of the workbook that is called the same", "LET(y,x,LET(x,5,y+x))", "(x+5)"],
  ["a name of the workbook beside one with the mark", "_xlfn.LET(_xlpm.x,1,_xlpm.x+x)", "(1+x)"],
  ["a LET in a value", "LET(x,LET(y,A1,y+1),x*x)", "((A1+1)*(A1+1))"],
  ["names that nothing uses", "LET(note,RAND(),x,1,x)", "1"],
  ["chance, once", "LET(x,RAND(),x*2)", "(RAND()*2)"],
  ["today, as often as it is used", "LET(d,TODAY(),d-d)", "(TODAY()-TODAY())"],
  ["a spilled range", "_xlfn.LET(_xlpm.x,A1,SUM(_xlfn.ANCHORARRAY(_xlpm.x)))", "SUM(_xlfn.ANCHORARRAY(A1))"],
  [
    "our functions",
    '_xlfn.LET(_xlpm.x,_xldudf_DIGITRADE_VALUE("TIC.JP",2023),_xlpm.x*2)',
    '(_xldudf_DIGITRADE_VALUE("TIC.JP",2023)*2)',
  ],
  [
    "texts, sheets, tables and cells that hold the same words",
    `LET(x,1,"x ""LET(x,2,x)"""&'LET(x'!A1&x!B2&T[x]&T[[#This Row],[x]]&x1&x)`,
    `("x ""LET(x,2,x)"""&'LET(x'!A1&x!B2&T[x]&T[[#This Row],[x]]&x1&1)`,
  ],
])("writes out %s", (_, stored, expected) => expect(written(stored)).toBe(expected));

test.each([
  "A1+1",
  "OUTLET(1)",
  '"LET(x,1,x)"',
  "'LET(x'!A1",
  "LET+1",
  'TEXT(A1,"LET (x)")',
  "_xlfn.LAMBDA(x,x)(1)",
])("leaves %s as it is", (stored) => expect(withoutLet(stored)).toEqual({ formula: stored }));

test.each([
  ["too few arguments", "LET(x,1)", "the function LET"],
  ["an even number of them", "LET(x,1,y,2)", "the function LET"],
  ["one alone", "LET(1)", "the function LET"],
  ["no value", "LET(x,,x)", "the function LET"],
  ["nothing to work out", "LET(x,1, )", "the function LET"],
  ["a cell for a name", "LET(A1,1,A1)", "the function LET"],
  ["a number for a name", "LET(1,1,1)", "the function LET"],
  ["a sum for a name", "LET(x+1,1,x)", "the function LET"],
  ["a name of a sheet", "LET(Data!x,1,Data!x)", "the function LET"],
  ["a name given twice", "LET(x,1,X,2,x)", "the function LET"],
  ["a bracket that is missing", "LET(x,1,x", "the function LET"],
  ["a LET that is called", "LET(x,1,x)(2)", "the function LET"],
  ["a LET of another file", "[1]!LET(x,1,x)", "the function LET"],
  ["what a name spills, as it is typed", "LET(x,A1,x#)", "the function LET"],
  ["more depth than Excel allows", "LET(x,".repeat(65) + "1" + ",x)".repeat(65), "the function LET"],
  [
    "a function by name",
    "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a,_xlpm.a),_xlpm.f(3))",
    "the function LAMBDA",
  ],
  ["a function beside it", "LET(x,1,MAP(A1:A3,LAMBDA(x,x+1)))", "the function LAMBDA"],
  ["a function that the workbook names", "LET(f,Twice,f(3))", "a name of LET that is called"],
  ["chance, twice", "LET(x,RAND(),x-x)", "a LET that uses a value with RAND more than once"],
  [
    "chance through another value",
    "LET(x,_xlfn.RANDARRAY(2),y,x*2,IF(A1,y,y))",
    "a LET that uses a value with RANDARRAY more than once",
  ],
  [
    "chance inside and outside",
    "LET(x,NOW(),LET(y,1,x+y)+x)",
    "a LET that uses a value with NOW more than once",
  ],
  ["a range from a name", "LET(x,A1,SUM(x:B3))", "a range that a name of LET begins or ends"],
  ["a range to a name", "LET(x,B3,SUM(A1 : x))", "a range that a name of LET begins or ends"],
])("leaves %s to Excel", (_, stored, onlyExcel) => expect(withoutLet(stored)).toEqual({ onlyExcel }));

describe("growth", () => {
  const doubling = (names: number): string => {
    const given = Array.from({ length: names }, (_, i) => `v_${i + 1},v_${i}&v_${i}`);
    return `LET(v_0,"ab",${given.join(",")},v_${names})`;
  };

  it("ends where Excel's formulas do", () => {
    const short = written(doubling(8));
    expect(short.length).toBeGreaterThan(2 ** 8 * 4);
    expect(short).not.toContain("v_");
    expect(withoutLet(doubling(60))).toEqual({
      onlyExcel: "a LET of more than 8,192 characters when it is written out",
    });
  });

  it("counts what is written on the way too", () => {
    const long = Array.from({ length: 2000 }, () => "1").join("+");
    const given = Array.from({ length: 60 }, (_, i) => `v_${i},${long}`).join(",");
    expect(written(`LET(${given},1)`)).toMatch(/^only Excel: a LET of more than/);
    expect(written(`LET(v_0,${long},1)`)).toBe("1");
  });
});

describe("any LET over numbers", () => {
  const number = fc.constantFrom("0", "1", "2", "7", "-3", "0.5", "10");
  const NAMES = ["_xlpm.a", "_xlpm.b", "_xlpm.a.b", "total", "rate"];

  /** Formulas in which names may stand that are bound around them. */
  function formula(bound: readonly string[], depth: number): fc.Arbitrary<string> {
    const names = bound.flatMap((name) => [name, name.toUpperCase()]);
    const leaf =
      names.length > 0 ? fc.oneof(number, { arbitrary: fc.constantFrom(...names), weight: 2 }) : number;
    if (depth === 0) return leaf;
    const inner = formula(bound, depth - 1);
    return fc.oneof(
      leaf,
      fc.tuple(inner, fc.constantFrom("+", "-", "*", " * "), inner).map((parts) => parts.join("")),
      inner.map((one) => `(${one})`),
      inner.map((one) => `-${one}`),
      leaf.map((one) => `${one}^2`),
      fc.tuple(inner, inner).map((args) => `SUM(${args.join(" , ")})`),
      letOf(bound, depth - 1),
      letOf(bound, depth - 1),
    );
  }

  const letOf = (bound: readonly string[], depth: number): fc.Arbitrary<string> =>
    fc.shuffledSubarray(NAMES, { minLength: 1, maxLength: 3 }).chain((names) => {
      const values = names.map((_, i) => formula([...bound, ...names.slice(0, i)], depth));
      return fc
        .tuple(fc.tuple(...values), formula([...bound, ...names], depth), fc.constantFrom("LET", "_xlfn.LET"))
        .map(
          ([given, body, call]) =>
            `${call}(${names.map((one, i) => `${one},${given[i]}`).join(",")},${body})`,
        );
    });

  it("comes to the same when it is written out", () => {
    let long = 0;
    fc.assert(
      fc.property(letOf([], 3), (stored) => {
        const done = withoutLet(stored);
        if (!("formula" in done)) {
          long++;
          expect(done.onlyExcel).toMatch(/^a LET of more than/);
          return;
        }
        expect(done.formula).not.toMatch(/LET|_xlpm|rate|total/i);
        expect(valueOf(done.formula)).toBe(valueOf(stored));
      }),
      { numRuns: 500, seed: 20_261_126 },
    );
    expect(long).toBeLessThan(50);
  });
});
