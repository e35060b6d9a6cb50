import { isTextContent, textContent } from "../../../src/workbench/host/text-cell";
import { bootOffice, closeHosts, openHost } from "./boot-office";

afterEach(closeHosts);

const TEXTS = ["=1+1", '=HYPERLINK("https://example.com","x")', '="', "=\\", '=\\"\\', "==", '=A1&""'];

test.each(TEXTS)("the text %s stays what it is, and is no formula to anybody", async (text) => {
  const host = openHost();
  await bootOffice(host);
  const held = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1");
    range.formulas = [[`'${text}`]];
    const formulas = range.getSpecialCellsOrNullObject("Formulas");
    range.load("values,formulas");
    await context.sync();
    return { values: range.values, formulas: range.formulas, isText: formulas.isNullObject };
  });
  expect(held).toEqual({ values: [[text]], formulas: [[text]], isText: true });
});

test.each(['="a"&B1', "=CHAR(34)", '="a"&CHAR(35)', "=A1", '="a"&"b'])("%s is a formula", (formula) => {
  expect(isTextContent(formula)).toBe(false);
});

test("a text without quotes is one string", () => {
  expect(textContent("=1+1")).toBe('="=1+1"');
  expect(isTextContent('="=1+1"')).toBe(true);
});
