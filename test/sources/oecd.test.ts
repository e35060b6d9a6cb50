import { findEntry } from "../../src/catalog/catalog";
import { period } from "../../src/domain/period";
import type { Problem } from "../../src/domain/problem";
import type { Ask, Batch, Reading, Reply } from "../../src/sources/common/source";
import { source } from "../../src/sources/oecd";
import { converse, ok, outOfReach, recordedBytes, recording, thrownBy } from "./converse";

/** The OECD's own figures are not at hand; these are the same statistic as the World Bank states it, in the OECD's shape. */
const RECEIPTS = recording("oecd/SH.C.csv");

function batch(id: string): Batch {
  const found = source.batches.find((one) => one.id === id);
  if (!found) throw new Error(`no batch ${id}`);
  return found;
}

function talk(
  answer: Reply | Problem,
  id = "oecd.SH.C",
): { readings: readonly Reading[]; asks: readonly Ask[] } {
  const asks: Ask[] = [];
  const readings = converse(batch(id).ask({ today: period("2026-07-21") }), (ask) => {
    asks.push(ask);
    return answer;
  });
  return { readings, asks };
}

const observationsOf = (readings: readonly Reading[], id: string): unknown =>
  readings.find((reading) => reading.id === id)?.observations;
const problemOf = (answer: Reply | Problem): unknown => thrownBy(() => talk(answer));

describe("what is asked", () => {
  it("is one request for each item and side that the catalogue has", () => {
    expect(source.batches.map(({ id, series }) => [id, series.length])).toEqual([
      ["oecd.SH.C", 15],
      ["oecd.SH.D", 15],
      ["oecd.SI.C", 15],
      ["oecd.S.C", 14],
    ]);
    const ids = source.batches.flatMap(({ series }) => series);
    for (const id of ids)
      expect(findEntry(id)).toMatchObject({
        unit: { kind: "money", currency: "USD", power: 6 },
        frequency: "A",
      });
  });

  it("names areas, the world, the item, its side, years and dollars in the order of the data set", () => {
    const { asks } = talk(ok(RECEIPTS));
    expect(asks).toHaveLength(1);
    expect(asks[0]?.path).toBe(
      "/data/OECD.SDD.TPS,DSD_BOP@DF_TIS,/JPN+USA+GBR+DEU+FRA+ITA+CAN+CHN+IND+KOR+IRL+ISR+NLD+SGP+CHE.W.SH.C..A.USD_EXC.",
    );
    expect(asks[0]?.query).toEqual({
      dimensionAtObservation: "AllDimensions",
      format: "csvfilewithlabels",
    });
  });
});

describe("the answer", () => {
  const { readings } = talk(ok(RECEIPTS));

  it("holds other partners, items, sides, units and adjusted figures too, of which none is taken", () => {
    expect(readings.map(({ id, source: compiler }) => [id, compiler])).toEqual([
      ["GB.IPCHARGES.CREDIT", "oecd"],
      ["JP.IPCHARGES.CREDIT", "oecd"],
      ["KR.IPCHARGES.CREDIT", "oecd"],
    ]);
    expect(observationsOf(readings, "GB.IPCHARGES.CREDIT")).toEqual([["2024", 40460.28106]]);
  });

  it("marks preliminary figures and breaks; missing years at the ends are left out", () => {
    expect(observationsOf(readings, "JP.IPCHARGES.CREDIT")).toEqual([["2024", 51355.040613, "prelim"]]);
    expect(observationsOf(readings, "KR.IPCHARGES.CREDIT")).toEqual([["2024", 9352.6, "break"]]);
  });

  it("may count in other multiples of a dollar", () => {
    const text = RECEIPTS.replace("40460.28106,,A,Normal value,6", "40460281060,,A,Normal value,0");
    expect(observationsOf(talk(ok(text)).readings, "GB.IPCHARGES.CREDIT")).toEqual([["2024", 40460.28106]]);
  });

  it("may have its columns in another order, labels or not", () => {
    const [header = "", ...lines] = RECEIPTS.trimEnd().split("\r\n");
    const turned = [`Note,${header}`, ...lines.map((line) => `"a, b",${line}`)].join("\n");
    expect(talk(ok(turned)).readings).toEqual(readings);
  });

  it.each([
    ["two figures for one year", RECEIPTS.replace(",Y,Calendar and", ",N,Calendar and"), /two figures of JP.IPCHARGES.CREDIT for 2024/],
    ["no multiplier", RECEIPTS.replace("9352.6,,B,Time series break,6", "9352.6,,B,Time series break,"), /units, thousands or millions/],
    ["a word for a number", RECEIPTS.replace("9352.6", "c"), /"c" \(KR.IPCHARGES.CREDIT, 2024\) is not a number/],
    ["a column missing", RECEIPTS.replace(",FS_ENTRY,", ",FLOW,"), /lacks FS_ENTRY/],
    ["its last line broken off", RECEIPTS.slice(0, -60), /not a whole table/],
    ["a web page", "<html><body>Maintenance</body></html>", /web page/],
    ["nothing", "", /it is empty/],
  ] as const)("is not read with %s", (_, text, sentence) => {
    const problem = problemOf(ok(text));
    expect(problem).toMatchObject({ kind: "unreadable" });
    expect((problem as Problem).message).toMatch(sentence);
  }); // prettier-ignore

  it("with status 404 says either that nothing is stated, or that the address is wrong", () => {
    expect(problemOf({ status: 404, text: "NoRecordsFound" })).toMatchObject({ kind: "no-data" });
    expect(problemOf({ status: 404, text: "Could not find Dataflow" })).toMatchObject({
      kind: "unreachable",
    });
  });

  it("without a row of the item says so", () => {
    expect(problemOf(ok(RECEIPTS.replaceAll(",SH,", ",SJ,")))).toMatchObject({
      kind: "no-data",
      message: expect.stringContaining("SH.C of trade in services"),
    });
  });

  it("may never come", () => {
    const problem = outOfReach();
    expect(problemOf(problem)).toBe(problem);
    expect(problemOf({ status: 429, text: "" })).toMatchObject({ kind: "unreachable" });
  });
});

describe("a downloaded table", () => {
  const read = (name: string): readonly Reading[] =>
    source.readFile({ name, bytes: recordedBytes(`oecd/${name}`) });

  it("is read with labels and without, whichever items it holds", () => {
    expect(read("SH.C.csv").map(({ id }) => id)).toContain("GB.SERVICES.CREDIT");
    expect(read("csvfile.csv").map(({ id, observations }) => [id, observations])).toEqual([
      ["FR.IPCHARGES.CREDIT", [["2024", 18498.591478]]],
      ["FR.ICT.CREDIT", [["2024", 29722.649504]]],
      ["FR.SERVICES.CREDIT", [["2024", 400103.952726]]],
    ]);
  });

  it("of something else is refused with what it must hold", () => {
    const bytes = new TextEncoder().encode(RECEIPTS.replaceAll("USD_EXC", "USD_PPP"));
    expect(thrownBy(() => source.readFile({ name: "ppp.csv", bytes }))).toMatchObject({
      kind: "no-data",
      message: expect.stringContaining("(USD_EXC)"),
    });
    const page = new TextEncoder().encode("<html></html>");
    expect(thrownBy(() => source.readFile({ name: "page.csv", bytes: page }))).toMatchObject({
      kind: "unreadable",
    });
  });
});
