import fc from "fast-check";
import { storedFormula, typedFormula } from "../../src/xlsx/formula-forms";
import { withAreas } from "../../src/xlsx/table-references";
import type { StoredBook } from "../../src/xlsx/book";
import { readArea } from "../../src/file/address";

test.each([
  ["SUM(A1:B2)*2", "=SUM(A1:B2)*2"],
  ['_xldudf_DIGITRADE_VALUE("JP.DIGITAL",2023)', '=DIGITRADE.VALUE("JP.DIGITAL",2023)'],
  ["_xlfn.ANCHORARRAY(A1)", "=A1#"],
  ["SUM(_xlfn.ANCHORARRAY('My sheet'!$A$1))", "=SUM('My sheet'!$A$1#)"],
  ["_xlfn.ANCHORARRAY(OFFSET(A1,1,0))", "=OFFSET(A1,1,0)#"],
  ["_xlfn.ANCHORARRAY(Figures)", "=Figures#"],
  ["_xlfn.SINGLE(A1:A3)+1", "=@A1:A3+1"],
  ["_xlfn.SINGLE(_xlfn.ANCHORARRAY(A1))", "=@A1#"],
  ["_xlfn.SINGLE(_xldudf_DIGITRADE_HISTORY(A1))", "=@DIGITRADE.HISTORY(A1)"],
  ["_xlfn.SINGLE((A1:A3+B1))", "=@(A1:A3+B1)"],
  ["_xlfn._xlws.FILTER(A:A,B:B>0)", "=FILTER(A:A,B:B>0)"],
  ['_xlfn.XLOOKUP(1,A:A,1:1)&"_xlfn.X("', '=XLOOKUP(1,A:A,1:1)&"_xlfn.X("'],
  ["_xlfn.LET(_xlpm.rate,A1,_xlpm.x,2,_xlpm.rate*_xlpm.x)", "=LET(rate,A1,x,2,rate*x)"],
  ["_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v+1))", "=MAP(A1:A3,LAMBDA(v,v+1))"],
  ["SUM(Trade[[#This Row],[a b]],Trade[c])", "=SUM(Trade[@[a b]],Trade[c])"],
  ['"say ""A1#"""&\'it\'\'s @\'!A1', '="say ""A1#"""&\'it\'\'s @\'!A1'],
  ['IF({1,2;"a",#N/A}=1,-A1%,+B1)', '=IF({1,2;"a",#N/A}=1,-A1%,+B1)'],
  ["[1]Sheet!A1+[1]!name", "=[1]Sheet!A1+[1]!name"],
])("%s is typed %s, and back", (stored, typed) => {
  expect(typedFormula(stored)).toBe(typed);
  expect(storedFormula(typed)).toBe(stored);
});

test.each([
  ["[2]!_xldudf_DIGITRADE_VALUE(1)", "_xldudf_DIGITRADE_VALUE(1)"],
  ["BloombergUI.xla!_xldudf_DIGITRADE_VALUE(1)", "_xldudf_DIGITRADE_VALUE(1)"],
  ["'C:\\a b\\[x.xlam]'!_xldudf_digitrade_value(1)", "_xldudf_DIGITRADE_VALUE(1)"],
  [
    "digitrade.value(1)+DIGITRADEDEV.FX_RATE(2)",
    "_xldudf_DIGITRADE_VALUE(1)+_xldudf_DIGITRADEDEV_FX_RATE(2)",
  ],
  ["_xldudf_digitrade_series(A1)", "_xldudf_DIGITRADE_SERIES(A1)"],
  ["SUM([3]!_xldudf_DIGITRADE_VALUE (1),Sheet1!A1)", "SUM(_xldudf_DIGITRADE_VALUE(1),Sheet1!A1)"],
  [
    "\"DIGITRADE.VALUE(1)\"&'DIGITRADE.X('!A1&DIGITRADE.VALUE",
    "\"DIGITRADE.VALUE(1)\"&'DIGITRADE.X('!A1&DIGITRADE.VALUE",
  ],
])("the damaged %s is stored as %s", (damaged, stored) => {
  expect(storedFormula(typedFormula(damaged))).toBe(stored);
});

test("a name that LET gives is marked only where it is one", () => {
  expect(storedFormula("=LET(a,1,a)+Other")).toBe("_xlfn.LET(_xlpm.a,1,_xlpm.a)+Other");
  expect(storedFormula("=LAMBDA(f,x,f(x))(ABS,2)")).toBe(
    "_xlfn.LAMBDA(_xlpm.f,_xlpm.x,_xlpm.f(_xlpm.x))(ABS,2)",
  );
});

const SIGNS = [
  "A1",
  "#",
  "@",
  "(",
  ")",
  "{",
  "}",
  ",",
  ";",
  "'",
  '"',
  "!",
  "[",
  "]",
  ":",
  "$",
  " ",
  "_xlfn.SINGLE(",
  "=",
  "T",
];

test("any text at all is taken apart and put together without an error", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...SIGNS) }), (text) => {
      expect(typedFormula(text).startsWith("=")).toBe(true);
      expect(typeof storedFormula(`=${text}`)).toBe("string");
    }),
    { numRuns: 2000 },
  );
});

const BOOK: StoredBook = {
  ...{ names: [], from1904: false, formats: [], onlyExcel: [] },
  sheets: [
    {
      ...{ name: "Da'ta", part: "s", visibility: "visible", isProtected: false, cells: [], merged: [] },
      tables: [
        {
          name: "Trade",
          area: readArea("B2:D6"),
          columns: ["Period", "a b", "Value"],
          hasHeader: true,
          hasTotals: true,
        },
        { name: "Empty", area: readArea("F2:F2"), columns: ["x"], hasHeader: true, hasTotals: false },
      ],
    },
  ],
};

test.each([
  ["=SUM(Trade[Value])", "=SUM('Da''ta'!$D$3:$D$5)"],
  ["=SUM(trade[[a b]:[value]])", "=SUM('Da''ta'!$C$3:$D$5)"],
  ["=Trade[@[a b]]", "='Da''ta'!$C$4"],
  ["=Trade[[#This Row],[Value]]", "='Da''ta'!$D$4"],
  ["=[@Value]", "='Da''ta'!$D$4"],
  ["=ROWS(Trade)", "=ROWS('Da''ta'!$B$3:$D$5)"],
  ["=Trade[#All]", "='Da''ta'!$B$2:$D$6"],
  ["=Trade[[#Headers],[Value]]&Trade[[#Totals],[Value]]", "='Da''ta'!$D$2&'Da''ta'!$D$6"],
  ["=Trade[[#Headers],[#Data],[Value]]", "='Da''ta'!$D$2:$D$5"],
  ["=Trade[Gone]", "=#REF!"],
  ["=Gone[x]", "=#REF!"],
  ["=Empty[x]", "=#REF!"],
  ['="Trade[Value]"&Rate', '="Trade[Value]"&Rate'],
])("%s is %s", (formula, expected) => {
  expect(withAreas(formula, BOOK, { sheet: "Da'ta", row: 3, column: 2 })).toBe(expected);
});

test("this row outside of its table", () => {
  expect(withAreas("=Trade[@Value]", BOOK, { sheet: "Da'ta", row: 9, column: 9 })).toBe("=#VALUE!");
  expect(withAreas("=[@Value]", BOOK, { sheet: "Other", row: 3, column: 2 })).toBe("=#REF!");
});
