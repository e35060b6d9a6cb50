import type { Reading } from "../../src/sources/common/source";
import { source } from "../../src/sources/worldbank";
import { recordedBytes, recording, thrownBy } from "./converse";

const read = (name: string): readonly Reading[] =>
  source.readFile({ name, bytes: recordedBytes(`worldbank/${name}`) });
const readText = (text: string, name = "some.csv"): readonly Reading[] =>
  source.readFile({ name, bytes: new TextEncoder().encode(text) });
const problemOf = (text: string): unknown => thrownBy(() => readText(text));

const WIDE = "API_BX.GSR.ROYL.CD_DS2_en_csv_v2.csv";

describe("the table of an indicator's page", () => {
  it("has a column per year in whole dollars, and states its day of release", () => {
    expect(read(WIDE)).toEqual(
      [
        ["IL", 3642.1],
        ["IT", 5330.274205],
        ["KR", 9352.6],
        ["CH", 34295.20904],
      ].map(([area, value]) => ({
        id: `${area}.IPCHARGES.CREDIT`,
        source: "worldbank",
        published: "2026-07-13",
        observations: [["2024", value]],
        note: expect.stringContaining("BX.GSR.ROYL.CD"),
      })),
    );
  });

  it("keeps an empty cell between two figures as not observed", () => {
    const text = recording(`worldbank/${WIDE}`).replace('"","","9352600000","",', '"1","","9352600000","",');
    expect(readText(text).find(({ id }) => id === "KR.IPCHARGES.CREDIT")?.observations).toEqual([
      ["2022", 0.000001],
      ["2023", null],
      ["2024", 9352.6],
    ]);
  });

  it("is refused with a word for a number, or without its header", () => {
    const text = recording(`worldbank/${WIDE}`);
    expect(problemOf(text.replace("9352600000", "much"))).toMatchObject({
      kind: "unreadable",
      message: expect.stringContaining('"much" is not a number'),
    });
    expect(problemOf(text.replace('"Country Code"', '"Land"'))).toMatchObject({
      kind: "unreadable",
      message: expect.stringContaining("no line with Country Code"),
    });
  });

  it("of another indicator states nothing of ours", () => {
    expect(
      problemOf(recording(`worldbank/${WIDE}`).replaceAll("BX.GSR.ROYL.CD", "SP.POP.TOTL")),
    ).toMatchObject({
      kind: "no-data",
      message: expect.stringContaining("some.csv"),
    });
  });
});

describe("Data360's table", () => {
  it("may hold several indicators, and quoted names with commas", () => {
    expect(read("UNCTAD_DE.csv").map(({ id, observations }) => [id, observations])).toEqual([
      ["JP.DELIVERABLE.DEBIT", [["2022", 144842], ["2023", 150773]]],
      ["KR.DELIVERABLE.DEBIT", [["2022", 63922], ["2023", 67945]]],
      ["KR.DELIVERABLE.CREDIT", [["2023", 63036]]],
    ]); // prettier-ignore
  });

  it("is refused where a column is missing or a line is broken off", () => {
    const text = recording("worldbank/UNCTAD_DE.csv");
    expect(problemOf(text.replace(",UNIT_MULT,", ",MULTIPLIER,"))).toMatchObject({
      kind: "unreadable",
      message: expect.stringContaining("lacks UNIT_MULT"),
    });
    expect(problemOf(text.slice(0, -40))).toMatchObject({
      kind: "unreadable",
      message: expect.stringContaining("not a whole table"),
    });
  });
});

describe("an answer saved as JSON", () => {
  it("of either interface is read like the answer", () => {
    expect(read("ip-receipts.json").map(({ id }) => id)).toContain("WORLD.IPCHARGES.CREDIT");
    const whole = recording("worldbank/deliverable-receipts-page1.json").replace('"count":7', '"count":4');
    expect(readText(whole).map(({ id, source: compiler }) => [id, compiler])).toEqual([
      ["IE.DELIVERABLE.CREDIT", "unctad"],
      ["JP.DELIVERABLE.CREDIT", "unctad"],
    ]);
  });

  it("is refused where it is only a part", () => {
    expect(thrownBy(() => read("ict-receipts-page1.json"))).toMatchObject({
      message: expect.stringContaining("one of 2 pages"),
    });
    expect(thrownBy(() => read("deliverable-receipts-page1.json"))).toMatchObject({
      message: expect.stringContaining("4 of 7 rows"),
    });
  });

  it("is refused where it is broken off, in the name of the file", () => {
    expect(problemOf('[{"page":1')).toMatchObject({
      kind: "unreadable",
      message: "some.csv cannot be read: it is not JSON, or is broken off.",
    });
  });
});

test.each([
  ["an archive", new Uint8Array([0x50, 0x4b, 3, 4]), /is an archive; unpack it/],
  ["another encoding", new Uint8Array([0x22, 0xff, 0xfe]), /not text in UTF-8/],
  ["a web page", new TextEncoder().encode("<!DOCTYPE html><html></html>"), /is a web page/],
  ["an empty file", new Uint8Array(), /it is empty/],
] as const)("%s is refused with what to do", (_, bytes, sentence) => {
  const problem = thrownBy(() => source.readFile({ name: "a.zip", bytes }));
  expect(problem).toMatchObject({ kind: "unreadable" });
  expect(String(problem)).toMatch(sentence);
});
