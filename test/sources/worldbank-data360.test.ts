import type { Problem } from "../../src/domain/problem";
import type { Ask, Reply } from "../../src/sources/common/source";
import { ok, recording } from "./converse";
import { changed, observationsOf, problemOf, talk } from "./worldbank-talk";

const DELIVERABLE = "worldbank.UNCTAD_DE_DIG_SERVTRADE_ANN_EXP";

describe("Data360", () => {
  const pages = (page1: string, page2 = recording("worldbank/deliverable-receipts-page2.json")) => {
    return ({ query }: Ask): Reply => ok(query?.skip === "0" ? page1 : page2);
  };
  const page1 = recording("worldbank/deliverable-receipts-page1.json");

  it("is followed by skipping what came, and states millions as text", () => {
    const { readings, asks } = talk(DELIVERABLE, pages(page1));
    expect(asks.map(({ query }) => query)).toEqual(
      ["0", "4"].map((skip) => ({
        DATABASE_ID: "UNCTAD_DE",
        INDICATOR: "UNCTAD_DE_DIG_SERVTRADE_ANN_EXP",
        top: "1000",
        skip,
      })),
    );
    expect(readings.map(({ id, source: compiler }) => [id, compiler])).toEqual([
      ["IE.DELIVERABLE.CREDIT", "unctad"],
      ["JP.DELIVERABLE.CREDIT", "unctad"],
      ["WORLD.DELIVERABLE.CREDIT", "unctad"],
    ]);
    expect(observationsOf(readings, "JP.DELIVERABLE.CREDIT")).toEqual([
      ["2021", 121260],
      ["2022", 113528],
      ["2023", 120276],
    ]);
  });

  it("goes on after a full page where no count is stated, and ends with a short one", () => {
    const full = changed("deliverable-receipts-page1.json", (page) => {
      delete page.count;
      page.value = Array.from({ length: 1000 }, (_, i) => ({ ...page.value[0], REF_AREA: `X${i}` }));
    });
    const short = changed("deliverable-receipts-page2.json", (page) => delete page.count);
    const { asks, readings } = talk(DELIVERABLE, ({ query }) => ok(query?.skip === "0" ? full : short));
    expect(asks.map(({ query }) => query?.skip)).toEqual(["0", "1000"]);
    expect(readings.map(({ id }) => id)).toEqual(["JP.DELIVERABLE.CREDIT", "WORLD.DELIVERABLE.CREDIT"]);
  });

  it("may count in other multiples of a dollar, or as numbers", () => {
    const text = changed("deliverable-receipts-page1.json", (page) => {
      Object.assign(page.value[2], { UNIT_MULT: "0", OBS_VALUE: 120276000000 });
      Object.assign(page.value[3], { UNIT_MULT: 9, OBS_VALUE: "113.528" });
    });
    const { readings } = talk(DELIVERABLE, pages(text));
    expect(observationsOf(readings, "JP.DELIVERABLE.CREDIT")).toEqual([
      ["2021", 121260],
      ["2022", 113528],
      ["2023", 120276],
    ]);
  });

  it("takes a repeated row once, and no part of a figure", () => {
    const text = changed("deliverable-receipts-page1.json", (page) => {
      page.count = 9;
      page.value.push({ ...page.value[2] }, { ...page.value[2], OBS_VALUE: "1", COMP_BREAKDOWN_1: "ICT" });
    });
    const { readings } = talk(DELIVERABLE, pages(text));
    expect(observationsOf(readings, "JP.DELIVERABLE.CREDIT")).toContainEqual(["2023", 120276]);
  });

  it("keeps a year that is stated as missing between two figures, whatever number stands there", () => {
    const text = changed("deliverable-receipts-page1.json", (page) => {
      Object.assign(page.value[3], { OBS_VALUE: "0", OBS_STATUS: "O" });
    });
    expect(observationsOf(talk(DELIVERABLE, pages(text)).readings, "JP.DELIVERABLE.CREDIT")).toEqual([
      ["2021", 121260],
      ["2022", null],
      ["2023", 120276],
    ]);
  });

  const wrong: readonly (readonly [string, (page: any) => void, RegExp])[] = [
    ["euros", (page) => void (page.value[2].UNIT_MEASURE = "EUR"), /JP.DELIVERABLE.CREDIT is in "EUR"/],
    ["no multiplier", (page) => void (page.value[2].UNIT_MULT = null), /units, thousands or millions/],
    ["another indicator", (page) => void (page.value[0].INDICATOR = "UNCTAD_DE_X"), /states UNCTAD_DE_X instead/],
    ["two figures for one year", (page) => void (page.value[3].TIME_PERIOD = "2023"), /two figures of JP.DELIVERABLE.CREDIT for 2023/],
    ["no number", (page) => void (page.value[2].OBS_VALUE = "about 120"), /"about 120" .* is not a number/],
    ["a day for a year", (page) => void (page.value[2].TIME_PERIOD = "2023-12-31"), /"2023-12-31" is not a year/],
    ["no rows", (page) => void (page.value = "none"), /no list of values/],
    ["rows without names", (page) => void (page.value = [1, 2]), /not a row/],
  ]; // prettier-ignore

  it.each(wrong)("is not read with %s", (_, change, sentence) => {
    const problem = problemOf(DELIVERABLE, pages(changed("deliverable-receipts-page1.json", change)));
    expect(problem).toMatchObject({ kind: "unreadable" });
    expect((problem as Problem).message).toMatch(sentence);
  });

  it("is not read where rows that were announced never come", () => {
    const problem = problemOf(DELIVERABLE, pages(page1, '{"count":7,"value":[]}'));
    expect(problem).toMatchObject({ message: expect.stringContaining("only 4 of 7 rows") });
  });

  it("says so where no area of the catalogue is stated", () => {
    const text = changed("deliverable-receipts-page1.json", (page) => {
      page.count = 4;
      for (const row of page.value) row.REF_AREA = "AFE";
    });
    expect(problemOf(DELIVERABLE, pages(text))).toMatchObject({ kind: "no-data" });
  });
});
