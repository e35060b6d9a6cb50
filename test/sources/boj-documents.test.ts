import { Problem } from "../../src/domain/problem";
import { source } from "../../src/sources/boj";
import type { Reading } from "../../src/sources/common/source";
import { ok, recordedBytes, recording, thrownBy } from "./converse";
import { ask, reading, HEADLINE, file } from "./boj-conversation";

describe("documents that a person saved", () => {
  const read = (name: string): readonly Reading[] =>
    source.readFile({ name, bytes: recordedBytes(`boj/${name}`) });

  test("the API's JSON reads like its answer", () => {
    expect(read("headline.json")).toEqual(ask("boj.headline", () => ok(HEADLINE)));
  });

  test("the API's English table", () => {
    const readings = read("api-en.csv");
    expect(readings).toHaveLength(2);
    expect(reading(readings, "JP.COMPUTER.NET")).toEqual({
      id: "JP.COMPUTER.NET",
      source: "boj",
      published: "2026-09-08",
      observations: [
        ["2014-01", -602],
        ["2014-02", -649],
        ["2014-03", -522],
        ["2014-04", -915],
      ],
    });
  });

  test("the API's Japanese tables in Shift-JIS", () => {
    expect(reading(read("api-jp.csv"), "JP.COPYRIGHT.NET").observations.slice(0, 2)).toEqual([
      ["2014-01", -1030],
      ["2014-02", -422],
    ]);
    expect(reading(read("api-jp-rates.csv"), "FX.USDJPY.BOJ")).toEqual({
      id: "FX.USDJPY.BOJ",
      source: "tokyo",
      published: "2026-03-31",
      observations: [
        ["2026-03-02", 156.99],
        ["2026-03-03", 157.42],
        ["2026-03-09", 158.46],
      ],
    });
  });

  test("the flat file, dated by the release of its newest month", () => {
    const readings = read("bp_m_en.csv");
    expect(readings.map(({ id }) => id).sort()).toEqual([
      "JP.CONSULTING.CREDIT",
      "JP.COPYRIGHT.NET",
      "JP.SERVICES.NET",
    ]);
    expect(reading(readings, "JP.COPYRIGHT.NET")).toEqual({
      id: "JP.COPYRIGHT.NET",
      source: "boj",
      // March 2017 came out on 11 May; three holidays of Golden Week are not known here.
      published: "2017-05-08",
      observations: [
        ["2017-01", -600],
        ["2017-02", -485],
        ["2017-03", -463],
      ],
    });
  });

  test("monthly rates alone are months without days", () => {
    const [only] = read("tokyo-months.json");
    expect(only).toMatchObject({ id: "FX.USDJPY.BOJ", observations: [], published: "2026-03-04" });
    expect(only?.months).toHaveLength(3);
  });

  test.each([
    ["a web page", file("page.csv", "<!doctype html><html></html>"), /web page/],
    ["an archive", { name: "bp_m_en.zip", bytes: new Uint8Array([0x50, 0x4b, 3, 4]) }, /archive/],
    ["bytes of no charset", { name: "x", bytes: new Uint8Array([0xff, 0xfd, 0xa0]) }, /UTF-8/],
    ["another table", file("t.csv", "a,b\n1,2\n"), /header/],
    ["a quote without end", file("t.csv", 'STATUS,"200'), /whole table/],
    ["half a JSON", file("t.json", HEADLINE.slice(0, 300)), /broken off/],
    ["a refusal", { name: "r.json", bytes: recordedBytes("boj/refusal-400.json") }, /M181013E/],
    ["a refusal as a table", file("t.csv", "STATUS,503\nMESSAGEID,M181091S\n"), /503: M181091S/],
    ["a table without values", file("t.csv", "STATUS,200\nSERIES_CODE,UNIT\nBPBP6JYNCB,x\n"), /VALUES/],
    ["nothing", file("empty.csv", ""), /header/],
  ])("%s is refused with what to hand in instead", (_, downloaded, words) => {
    const thrown = thrownBy(() => source.readFile(downloaded));
    expect(thrown).toMatchObject({ kind: "unreadable" });
    expect((thrown as Problem).message).toMatch(words);
    expect((thrown as Problem).message).toContain(`${downloaded.name} cannot be read`);
    expect((thrown as Problem).message).toContain("bp_m_en.csv");
  });

  test("a table without data, and a flat file of other series, state nothing", () => {
    for (const text of ["STATUS,200\nMESSAGEID,M181030I\n", "code,set,name,unit,202601\nX,Y,Z,yen,1\n"])
      expect(thrownBy(() => source.readFile(file("t.csv", text)))).toMatchObject({ kind: "no-data" });
  });

  test("a flat file in another unit is refused", () => {
    const text = recording("boj/bp_m_en.csv").replaceAll("100 million yen", "million yen");
    expect(thrownBy(() => source.readFile(file("t.csv", text)))).toMatchObject({ kind: "unreadable" });
  });
});
