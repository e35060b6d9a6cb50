import { findEntry } from "../../src/catalog/catalog";
import { routesOf } from "../../src/catalog/routes";
import { period } from "../../src/domain/period";
import type { Problem } from "../../src/domain/problem";
import type { Ask, Reply } from "../../src/sources/common/source";
import { source } from "../../src/sources/worldbank";
import { DATA360_INDICATORS, INDICATORS } from "../../src/sources/worldbank/series";
import { ok, outOfReach, recording } from "./converse";
import { changed, observationsOf, problemOf, talk, TODAY } from "./worldbank-talk";

const RECEIPTS = "worldbank.BX.GSR.ROYL.CD";
const ICT = "worldbank.BX.GSR.CCIS.CD";

describe("the series asked for", () => {
  it("are in dollars, in millions, by year, and have three letters", () => {
    const ids = [...INDICATORS.values(), ...DATA360_INDICATORS.values()].flatMap((areas) => [
      ...areas.values(),
    ]);
    expect(ids).toHaveLength(2 * 16 + 15 + 14 + 2 * 16);
    for (const id of ids)
      expect(findEntry(id)).toMatchObject({
        unit: { kind: "money", currency: "USD", power: 6 },
        frequency: "A",
        measure: "flow",
      });
  });

  it("are asked for with all areas in one request", () => {
    const { asks } = talk(RECEIPTS, () => ok(recording("worldbank/ip-receipts.json")));
    expect(asks).toHaveLength(1);
    expect(asks[0]).toMatchObject({
      at: "indicators",
      path: "/v2/country/JPN;USA;GBR;DEU;FRA;ITA;CAN;CHN;IND;KOR;IRL;ISR;NLD;SGP;CHE;WLD/indicator/BX.GSR.ROYL.CD",
      query: { format: "json", per_page: "5000", page: "1" },
    });
  });
});

describe("the Indicators API", () => {
  const { readings } = talk(RECEIPTS, () => ok(recording("worldbank/ip-receipts.json")));

  it("states whole dollars, which become millions digit by digit", () => {
    expect(observationsOf(readings, "JP.IPCHARGES.CREDIT")).toEqual([["2024", 51355.040613]]);
    expect(observationsOf(readings, "KR.IPCHARGES.CREDIT")).toEqual([["2024", 9352.6]]);
  });

  it("leaves out years before and after the figures, and keeps a gap between two as not observed", () => {
    expect(observationsOf(readings, "GB.IPCHARGES.CREDIT")).toEqual([["2024", 40460.28106]]);
    expect(observationsOf(readings, "WORLD.IPCHARGES.CREDIT")).toEqual([
      ["2019", 406100],
      ["2020", null],
      ["2021", 453000],
    ]);
  });

  it("names the compiler, the day of release and what the figures are", () => {
    expect(readings).toHaveLength(4);
    for (const reading of readings) {
      expect(reading).toMatchObject({ source: "worldbank", published: "2026-07-13" });
      expect(reading.note).toContain("BX.GSR.ROYL.CD");
    }
  });

  it("is followed from page to page", () => {
    const answer = ({ query }: Ask): Reply =>
      ok(recording(`worldbank/ict-receipts-page${query?.page ?? ""}.json`));
    const { readings: all, asks } = talk(ICT, answer);
    expect(asks.map(({ query }) => query?.page)).toEqual(["1", "2"]);
    expect(all.map(({ id }) => id)).toEqual(["CA", "CN", "DE", "FR", "GB"].map((a) => `${a}.ICT.CREDIT`));
    expect(observationsOf(all, "GB.ICT.CREDIT")).toEqual([["2024", 58841.894239]]);
  });

  it("marks what is preliminary or of a new method, and takes no forecast", () => {
    const text = changed("ip-receipts.json", ([, rows]) => {
      for (const row of rows) {
        const letters: Record<string, string> = { JPN: "P", KOR: "B", GBR: "F" };
        row.obs_status = letters[String(row.countryiso3code)] ?? "";
      }
    });
    const { readings: marked } = talk(RECEIPTS, () => ok(text));
    expect(observationsOf(marked, "JP.IPCHARGES.CREDIT")).toEqual([["2024", 51355.040613, "prelim"]]);
    expect(observationsOf(marked, "KR.IPCHARGES.CREDIT")).toEqual([["2024", 9352.6, "break"]]);
    expect(observationsOf(marked, "GB.IPCHARGES.CREDIT")).toBeUndefined();
  });

  it("may leave out the day of release", () => {
    const text = changed("ip-receipts.json", ([header]) => (header.lastupdated = null));
    expect(talk(RECEIPTS, () => ok(text)).readings[0]).not.toHaveProperty("published");
  });

  const wrong: readonly (readonly [string, (answer: any) => void, RegExp])[] = [
    ["another indicator", ([, rows]) => void (rows[0].indicator.id = "NY.GDP.MKTP.CD"), /states NY.GDP.MKTP.CD instead of BX/],
    ["a quarter for a year", ([, rows]) => void (rows[4].date = "2024Q1"), /"2024Q1" is not a year/],
    ["a figure as text", ([, rows]) => void (rows[4].value = "many"), /1\.4\.value/],
    ["two figures for one year", ([header, rows]) => void (header.total = rows.push({ ...rows[4], value: 1 })), /two figures of JP.IPCHARGES.CREDIT for 2024/],
    ["another page than asked for", ([header]) => void (header.page = 2), /page 2 came where page 1/],
    ["fewer rows than announced", ([header]) => void (header.total = 40), /only 12 of 40 rows/],
    ["pages without end", ([header]) => void (header.pages = 900), /900 pages/],
  ]; // prettier-ignore

  it.each(wrong)("is not read with %s", (_, change, sentence) => {
    const problem = problemOf(RECEIPTS, () => ok(changed("ip-receipts.json", change)));
    expect(problem).toMatchObject({ kind: "unreadable" });
    expect((problem as Problem).message).toMatch(sentence);
  });

  it("is not read when a new release comes out between two pages", () => {
    const answer = ({ query }: Ask): Reply =>
      query?.page === "1"
        ? ok(recording("worldbank/ict-receipts-page1.json"))
        : ok(changed("ict-receipts-page2.json", ([header]) => (header.lastupdated = "2026-07-20")));
    expect(problemOf(ICT, answer)).toMatchObject({
      kind: "unreadable",
      message: expect.stringContaining("newer release"),
    });
  });

  it("refuses with status 200, in its own words", () => {
    const refusal = recording("worldbank/refusal.json");
    for (const text of [refusal, refusal.replace(/\]\s*$/, ",null]")])
      expect(problemOf(RECEIPTS, () => ok(text))).toMatchObject({
        kind: "unreachable",
        message: expect.stringContaining("Invalid value: The provided parameter value is not valid"),
      });
  });

  it("says so where nothing is stated at all", () => {
    const nothing = '[{"page":0,"pages":0,"per_page":0,"total":0,"sourceid":null,"lastupdated":null},null]';
    expect(problemOf(RECEIPTS, () => ok(nothing))).toMatchObject({
      kind: "no-data",
      message: expect.stringContaining("BX.GSR.ROYL.CD"),
    });
  });

  it("hands on that it is out of reach", () => {
    const problem = outOfReach();
    expect(problemOf(RECEIPTS, () => problem)).toBe(problem);
    expect(problemOf(RECEIPTS, () => ({ status: 503, text: "<html>busy</html>" }))).toMatchObject({
      kind: "unreachable",
    });
  });
});

test("no request depends on what is held already, because revisions reach back", () => {
  for (const one of source.batches) {
    const first = (heldTo?: string): Ask =>
      one.ask({ today: TODAY, ...(heldTo && { heldTo: period(heldTo) }) }).next().value as Ask;
    expect(first("2024")).toEqual(first());
  }
});

test("every batch asks for figures of the compiler that its readings name", () => {
  for (const one of source.batches)
    for (const id of one.series)
      expect(routesOf(findEntry(id)!)).toContainEqual({
        provider: "worldbank",
        source: one.id.includes("UNCTAD") ? "unctad" : "worldbank",
      });
});
