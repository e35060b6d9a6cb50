import { withStyles } from "../../../src/xlsx/charts/styles-part";
import { readNumberFormats } from "../../../src/xlsx/number-formats";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const FONT =
  '<font><sz val="12"/><color theme="1"/><name val="游ゴシック"/><family val="2"/><charset val="128"/><scheme val="minor"/></font>';
const styles = (cellXfs: string, before = ""): string =>
  `<styleSheet ${MAIN}>${before}<fonts count="2"><font><sz val="10"/></font>${FONT}</fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>${cellXfs}</styleSheet>`;
const TWO = '<cellXfs count="2"><xf fontId="1" xfId="0"/><xf numFmtId="165" xfId="0"/></cellXfs>';
const OWN =
  '<numFmts count="2"><numFmt numFmtId="170" formatCode="#,##0.0"/><numFmt numFmtId="165" formatCode="yyyy"/></numFmts>';

const xfAt = (xml: string, place: number): string =>
  [.../<cellXfs.*<\/cellXfs>/s.exec(xml)![0].matchAll(/<xf\b.*?(?:\/>|<\/xf>)/gs)][place]![0];
const fontAt = (xml: string, place: number): string => [...xml.matchAll(/<font>.*?<\/font>/gs)][place]![0];

it("puts formats behind those that are there, and names those that are there already", () => {
  const wanted = [
    { look: "plain", format: "#,##0.0" },
    { look: "plain", format: "#,##0.00" },
    { look: "plain", format: '#,##0" 人"' },
    { look: "plain", format: undefined },
    { look: "plain", format: "General" },
  ] as const;
  const { xml, styleOf } = withStyles(styles(TWO, OWN), "styles.xml", wanted);
  expect(wanted.map(styleOf)).toEqual([2, 3, 4, 5, 5]);
  expect(readNumberFormats(xml, "styles.xml")).toEqual([
    "General",
    "yyyy",
    "#,##0.0",
    "#,##0.00",
    '#,##0" 人"',
    "General",
  ]);
  expect(xml).toContain('<numFmts count="3">');
  expect(xml).toContain('<numFmt numFmtId="171" formatCode="#,##0&quot; 人&quot;"/></numFmts>');
  expect(xml).toContain('<cellXfs count="6">');
});

it("writes in the font that the workbook starts with, larger and bolder where the look says so", () => {
  const wanted = [
    { look: "chartTitle", format: undefined },
    { look: "plain", format: undefined },
  ] as const;
  const { xml, styleOf } = withStyles(styles(TWO), "styles.xml", wanted);
  const fontOf = (style: number): string => fontAt(xml, Number(/fontId="(\d+)"/.exec(xfAt(xml, style))![1]));
  const face = '<name val="游ゴシック"/><family val="2"/><charset val="128"/><scheme val="minor"/></font>';
  expect(fontOf(styleOf(wanted[0]))).toBe(`<font><b/><sz val="14"/><color rgb="FF242424"/>${face}`);
  expect(fontOf(styleOf(wanted[1]))).toBe(`<font><sz val="12"/><color rgb="FF242424"/>${face}`);
});

it("adds nothing where everything is there", () => {
  const wanted = [
    { look: "blockHeadNumber", format: "General" },
    { look: "headNumber", format: "0.0" },
  ] as const;
  const first = withStyles(styles(TWO), "styles.xml", wanted);
  const second = withStyles(first.xml, "styles.xml", wanted);
  expect(second.xml).toBe(first.xml);
  expect(wanted.map(second.styleOf)).toEqual(wanted.map(first.styleOf));
});

it("writes fills, lines and places as the look says", () => {
  const wanted = [
    { look: "headNumber", format: undefined },
    { look: "blockHead", format: undefined },
  ] as const;
  const { xml, styleOf } = withStyles(styles(TWO), "styles.xml", wanted);
  expect(xfAt(xml, styleOf(wanted[0]))).toMatch(
    /fillId="2".*applyFill="1".*<alignment horizontal="right" wrapText="1"\/>/,
  );
  expect(xml).toContain(
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8F0F8"/><bgColor indexed="64"/></patternFill></fill></fills>',
  );
  expect(xfAt(xml, styleOf(wanted[1]))).toMatch(/fillId="0" borderId="1"/);
  expect(xml).toContain(
    '<bottom style="thin"><color rgb="FF8A8A8A"/></bottom><diagonal/></border></borders>',
  );
});

it("makes lists that are not there, with what Excel expects at their start, in the order of the schema", () => {
  const { xml, styleOf } = withStyles(
    `<x:styleSheet ${MAIN.replace("=", ":x=")}><x:dxfs/></x:styleSheet>`,
    "styles.xml",
    [{ look: "head", format: "0.000" }],
  );
  expect(styleOf({ look: "head", format: "0.000" })).toBe(1);
  expect([...xml.matchAll(/<x:(\w+) count="(\d+)"/g)].map(([, name, count]) => [name, count])).toEqual([
    ["numFmts", "1"],
    ["fonts", "2"],
    ["fills", "3"],
    ["borders", "1"],
    ["cellXfs", "2"],
  ]);
  expect(xml.indexOf("<x:dxfs")).toBeGreaterThan(xml.indexOf("</x:cellXfs>"));
  expect(xml).not.toContain("xfId");
});
