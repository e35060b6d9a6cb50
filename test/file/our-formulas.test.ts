import { functionsIn, isStoredForm } from "../../src/file/our-formulas";

test.each([
  ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2023)', ["VALUE"]],
  ['=IFERROR(digitrade.deficit("JP")/DIGITRADE.FXRATE("USD","JPY"),0)', ["DEFICIT", "FXRATE"]],
  ["=LEFT(DIGITRADE.WHY( A1 ),9)&DIGITRADE.WHY(A2)", ["WHY", "WHY"]],
  ['=DIGITRADEDEV.VALUE("x")', ["VALUE"]],
  ['=_xldudf_DIGITRADE_VALUE("x")', ["VALUE"]],
  ['=_xldudf_digitradedev_history("x")', ["HISTORY"]],
  ['=[2]!_xldudf_DIGITRADE_PANEL("x")', ["PANEL"]],
  ['=IF(A1="DIGITRADE.VALUE(1)",1,2)', []],
  ['="say ""DIGITRADE.VALUE("""', []],
  ["='DIGITRADE.VALUE('!A1", []],
  ["=MYDIGITRADE.VALUE(1)", []],
  ["=X.DIGITRADE.VALUE(1)", []],
  ["=DIGITRADE_VALUE(1)", []],
  ["=DIGITRADE.VALUE", []],
  ["DIGITRADE.VALUE(1)", []],
  [2023, []],
  [null, []],
])("%s calls %j", (content, names) => {
  expect(functionsIn(content)).toEqual(names);
});

test("the stored form is told from the entered one", () => {
  expect(isStoredForm('=1+_xldudf_DIGITRADE_VALUE("x")')).toBe(true);
  expect(isStoredForm('=DIGITRADE.VALUE("_xldudf_DIGITRADE")')).toBe(false);
});
