import { constantCall } from "../../../src/xlsx/refresh/constant-call";

const read = (stored: string): string | undefined =>
  constantCall(stored, "DIGITRADE", (name) => name === "DIGITRADE.VALUE");

test.each([
  ['_xldudf_DIGITRADE_VALUE("TIC.JP",2024)', '=DIGITRADE.VALUE("TIC.JP",2024)'],
  ['_xldudf_DIGITRADE_VALUE("a(b)!",1.5,"unit=bn")', '=DIGITRADE.VALUE("a(b)!",1.5,"unit=bn")'],
  ["_xldudf_DIGITRADEDEV_VALUE()", "=DIGITRADE.VALUE()"],
])("%s is a call of constants", (stored, typed) => {
  expect(read(stored)).toBe(typed);
});

test.each([
  '_xldudf_DIGITRADE_VALUE("TIC.JP",A1)',
  '_xldudf_DIGITRADE_VALUE("TIC.JP",-1)',
  '_xldudf_DIGITRADE_VALUE("say ""x""")',
  '_xldudf_DIGITRADE_VALUE("TIC.JP",)',
  '_xldudf_DIGITRADE_VALUE("TIC.JP")*2',
  'SUM(_xldudf_DIGITRADE_VALUE("TIC.JP"))',
  'DIGITRADE.VALUE("TIC.JP")',
  '_xldudf_DIGITRADE_UNKNOWN("TIC.JP")',
  '[1]!_xldudf_DIGITRADE_VALUE("TIC.JP")',
])("%s must be looked at more closely", (stored) => {
  expect(read(stored)).toBeUndefined();
});
