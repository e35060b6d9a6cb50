import { BASKETS, basketId, basketParts } from "../../src/catalog/baskets";
import { ENTRIES, findEntry, resolveId } from "../../src/catalog/catalog";
import { FAMILIES } from "../../src/catalog/entry";
import { legsOf, sourcesOf } from "../../src/catalog/fx";
import { RANKABLE_HOLDERS } from "../../src/catalog/treasury";
import { marketPair } from "../../src/domain/currency";
import { Problem } from "../../src/domain/problem";

const JAPANESE = /[\p{Script=Han}\p{Script=Katakana}]/u;

function complaint(text: string): string {
  try {
    return `no problem: ${resolveId(text)}`;
  } catch (thrown) {
    return thrown instanceof Problem ? `${thrown.kind}: ${thrown.message}` : String(thrown);
  }
}

test("ids are unique and well-formed", () => {
  const ids = ENTRIES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[A-Z0-9]+(\.[A-Z0-9]+){1,3}$/.test(id))).toEqual([]);
});

test("every family has entries, and every entry a title in both languages", () => {
  expect(new Set(ENTRIES.map(({ family }) => family))).toEqual(new Set(FAMILIES));
  const untranslated = ENTRIES.filter(({ title }) => JAPANESE.test(title.en) || !/[a-z]/.test(title.en));
  expect(untranslated).toEqual([]);
  expect(ENTRIES.filter(({ title }) => !JAPANESE.test(title.ja)).map(({ id }) => id)).toEqual([]);
});

test("every part exists, counts the same money and is not composed itself", () => {
  const composed = ENTRIES.filter(({ parts }) => parts !== undefined);
  expect(composed.length).toBeGreaterThan(20);
  for (const { unit, frequency, parts = [] } of composed)
    for (const { id } of parts) {
      const part = findEntry(id);
      expect(part).toMatchObject({ unit, frequency });
      expect(part?.parts).toBeUndefined();
    }
});

test("a flow is the last word of its id", () => {
  const wrong = ENTRIES.filter(({ id, flow }) => flow !== undefined && !id.endsWith(`.${flow}`));
  expect(wrong).toEqual([]);
});

test("three items and five", () => {
  expect(basketId("3item", "NET")).toBe("JP.DIGITAL.NET");
  expect(basketId("5item", "DEBIT")).toBe("JP.DIGITAL5ITEM.DEBIT");
  expect(basketParts("3item", "NET").map(({ id }) => id)).toEqual([
    "JP.COMPUTER.NET",
    "JP.COPYRIGHT.NET",
    "JP.CONSULTING.NET",
  ]);
  expect(BASKETS["5item"]).toEqual([...BASKETS["3item"], "TELECOM", "INFORMATION"]);
});

test("official codes", () => {
  expect(findEntry("JP.COMPUTER.NET")?.code).toBe("BPBP6JYNSN9072");
  expect(findEntry("JP.CONSULTING.DEBIT")?.code).toBe("BPBP6JYNSD9082");
  expect(findEntry("JP.SERVICES.CREDIT")?.code).toBe("BPBP6JYNSC");
  expect(findEntry("JP.GOODS.CREDIT")?.code).toBe("BPBP6JYNEX");
  expect(findEntry("JP.TOURISM.NET")?.code).toBe("BPBP6JYNTRN");
  expect(findEntry("JP.PRIMARYINCOME.NET")?.code).toBe("BPBP6JYNPIN");
  expect(findEntry("JP.TCI.US.DEBIT")?.code).toBe("BPBP6QSDUS96");
});

describe("what a person types", () => {
  test.each([
    ["jp.digital.net", "JP.DIGITAL.NET"],
    [" JP.DIGITAL ", "JP.DIGITAL.NET"],
    ["jp.travel", "JP.TRAVEL.NET"],
    ["us.deliverable", "US.DELIVERABLE.NET"],
    ["fx.usdjpy", "FX.USDJPY"],
    ["ＴＩＣ．ＪＰ", "TIC.JP"],
  ])("%s is %s", (text, id) => {
    expect(resolveId(text)).toBe(id);
  });

  test("an unknown id names the three nearest", () => {
    expect(complaint("JP.DIGITL")).toMatch(/^unknown-series: "JP\.DIGITL" is not a series/);
    const named = complaint("JP.DIGITL").match(/[A-Z0-9]+(?:\.[A-Z0-9]+)+(?=[,;.] )/g) ?? [];
    expect(named).toHaveLength(3);
    expect(named[0]).toBe("JP.DIGITAL.NET");
    expect(named.every((id) => findEntry(id) !== undefined)).toBe(true);
  });

  test("a reversed pair says how to get the inverse", () => {
    expect(complaint("fx.jpyusd")).toContain("FX.USDJPY");
    expect(complaint("fx.jpyusd")).toContain('FXRATE("JPY","USD")');
  });

  test("without a balance nothing is guessed", () => {
    expect(complaint("JP.TCI.US")).toContain("JP.TCI.US.DEBIT");
  });
});

describe("exchange rates", () => {
  test("78 pairs, market direction", () => {
    const pairs = ENTRIES.filter(({ family, virtual }) => family === "fx" && virtual);
    expect(pairs).toHaveLength((13 * 12) / 2);
    expect(findEntry("FX.EURUSD")).toBeDefined();
    expect(findEntry("FX.USDEUR")).toBeUndefined();
  });

  test("who is asked", () => {
    expect(sourcesOf(marketPair("JPY", "USD"))).toEqual(["ecb", "fred", "boj", "te"]);
    expect(sourcesOf(marketPair("GBP", "JPY"))).toEqual(["ecb"]);
    expect(sourcesOf(marketPair("NZD", "USD"))).toEqual([]);
  });

  test("which documents form a pair", () => {
    expect(legsOf(marketPair("USD", "JPY"), "ecb")).toEqual(["FX.EURUSD.ECB", "FX.EURJPY.ECB"]);
    expect(legsOf(marketPair("EUR", "JPY"), "ecb")).toEqual(["FX.EURJPY.ECB"]);
    expect(legsOf(marketPair("USD", "JPY"), "fred")).toEqual(["FX.USDJPY.FRED"]);
    expect(legsOf(marketPair("GBP", "JPY"), "fred")).toBeUndefined();
  });

  test("every document that a pair needs is in the catalogue", () => {
    for (const { unit } of ENTRIES.filter(({ family, virtual }) => family === "fx" && virtual)) {
      if (unit.kind !== "rate") throw new Error("a pair is a rate");
      for (const source of sourcesOf(unit)) {
        const legs = legsOf(unit, source) ?? [];
        expect(legs.length).toBeGreaterThan(0);
        for (const id of legs) expect(findEntry(id)?.virtual).toBeUndefined();
      }
    }
  });
});

test("holders that rank are countries and groups", () => {
  expect(RANKABLE_HOLDERS).toEqual(expect.arrayContaining(["TIC.JP", "TIC.CARIB"]));
  expect(RANKABLE_HOLDERS.filter((id) => /TOTAL|OTHER|OFFICIAL/.test(id))).toEqual([]);
  expect(RANKABLE_HOLDERS.filter((id) => !findEntry(id))).toEqual([]);
});

test("sums of members and world balances carry their caution", () => {
  expect(findEntry("EU.DELIVERABLE.CREDIT")?.caution?.en).toContain("trade among them");
  expect(findEntry("WORLD.DELIVERABLE.NET")?.caution?.en).toContain("asymmetry");
  expect(findEntry("WORLD.DELIVERABLE.CREDIT")?.caution).toBeUndefined();
});
