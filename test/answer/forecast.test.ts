import { findEntry } from "../../src/catalog/catalog";
import { fxSourceOf, isForecast, isQuoted, legsOf, sourcesOf } from "../../src/catalog/fx";
import { routesOf } from "../../src/catalog/routes";
import { search } from "../../src/catalog/search";
import { SOURCES } from "../../src/catalog/sources";
import { marketPair } from "../../src/domain/currency";
import { period, type Day } from "../../src/domain/period";
import type { SeriesId } from "../../src/domain/series";
import { sheetWriter } from "../../src/functions/bridge/failure";
import { connect } from "../../src/functions/bridge/runtime";
import { readSeries } from "../../src/load/document";
import { createEdition } from "../../src/load/edition";
import { embeddedFigures } from "../../src/workbench/connect";
import { ask, failure, number, sentence } from "../functions/ask";

const ID = "FX.USDJPY.FORECAST" as SeriesId;
const entry = findEntry(ID)!;

/** Made-up projections as of 26 November 2026: the quarter before, the running one, and four to come; one of them revised. */
const DOCUMENT = readSeries(
  {
    ...entry,
    version: "v1",
    source: SOURCES.te,
    retrieved: "2026-11-26",
    published: "2026-11-26",
    observations: [
      ["2026-Q3", 158.5],
      ["2026-Q4", 156.25],
      ["2027-Q1", 155],
      ["2027-Q2", 153.75],
      ["2027-Q3", 152.5],
      ["2027-Q4", 151.25],
    ],
    revisions: [
      ["2026-Q3", 158.5, "2026-08-03"],
      ["2027-Q1", 154, "2026-08-03"],
      ["2027-Q1", 155, "2026-11-02"],
    ],
  },
  "a test",
);

/** The functions over the made document and the embedded ones, on a day. */
function on(today: string, pin?: string): void {
  const embedded = embeddedFigures();
  const edition = createEdition((id) => (id === ID ? Promise.resolve(DOCUMENT) : embedded(id)));
  if (pin !== undefined) edition.setPin(period(pin));
  connect({
    figures: edition,
    writer: sheetWriter,
    today: (): Day => period(today),
    origin: "a test",
    product: "a test",
  });
}

beforeEach(() => on("2026-11-26"));

test("it is a series of Trading Economics, not a quote of the pair", () => {
  expect(entry).toMatchObject({ source: "te", frequency: "Q", measure: "rate", family: "fx" });
  expect(entry.unit).toEqual({ kind: "rate", base: "USD", quote: "JPY", per: 1 });
  expect(entry.caution?.en).toBe("a projection, not a quote");
  expect([isForecast(entry), isQuoted(entry)]).toEqual([true, false]);
  expect(routesOf(entry)).toEqual([{ provider: "te", source: "te" }]);
  expect(fxSourceOf(ID)).toBeUndefined();
});

test("quotes of the pair do not know it", () => {
  const pair = marketPair("USD", "JPY");
  expect(sourcesOf(pair).flatMap((source) => legsOf(pair, source) ?? [])).not.toContain(ID);
  for (const id of ["FX.USDJPY", "FX.USDJPY.TE", "FX.EURUSD.ECB"])
    expect(isQuoted(findEntry(id)!)).toBe(true);
});

test("words find it, in both languages, after the rate itself", () => {
  expect(search("yen forecast")[0]?.id).toBe(ID);
  expect(search("ドル円 予測")[0]?.id).toBe(ID);
  expect(search("usdjpy")[0]?.id).toBe("FX.USDJPY");
});

describe("VALUE", () => {
  test("of a quarter is what is projected for its end", async () => {
    expect(await number("VALUE", [ID, "2027-Q2"])).toBe(153.75);
  });

  test("answers with embedded rates beside it as before", async () => {
    expect(await number("VALUE", ["FX.USDJPY.FRED", "2024-06-21"])).toBe(159.45);
  });

  test.each([
    ["2026-11-26", 156.25],
    ["2026-12-31", 156.25],
    ["2027-01-01", 155],
    ["2026-09-30", 158.5],
    ["2028-05-01", 151.25],
  ])("on %s the latest is the first quarter that is not over: %d", async (today, expected) => {
    on(today);
    expect(await number("VALUE", [ID])).toBe(expected);
    expect(await number("VALUE", [ID, "latest"])).toBe(expected);
    expect(await number("VALUE", [ID, "latest", "freq=Q"])).toBe(expected);
  });

  test("as of an earlier day it is what was projected then, for the quarter then ahead", async () => {
    expect(await number("VALUE", [ID, "2027-Q1"])).toBe(155);
    expect(await number("VALUE", [ID, "2027-Q1", "asof=2026-10-01"])).toBe(154);
    expect(await number("VALUE", [ID, "latest", "asof=2026-08-31"])).toBe(158.5);
    expect((await failure("VALUE", ID, "2026-Q4", "asof=2026-10-01")).message).toContain(
      "no vintage that old",
    );
    expect(await number("VALUE", [ID, "2026-Q4", "asof=2026-11-26"])).toBe(156.25);
    on("2026-11-26", "2026-08-31");
    expect(await number("VALUE", [ID])).toBe(158.5);
  });

  test("of a year needs to be told how", async () => {
    const refused = await failure("VALUE", ID, 2027);
    expect(refused.code).toBe("#VALUE!");
    expect(refused.message).toMatch(/projected for quarter ends.* 2027-Q4, or add agg=last/);
    expect(await number("VALUE", [ID, 2027, "agg=last"])).toBe(151.25);
    expect(await number("VALUE", [ID, 2027, "agg=avg"])).toBe((155 + 153.75 + 152.5 + 151.25) / 4);
  });

  test("of a day is refused, as nothing is interpolated", async () => {
    expect((await failure("VALUE", ID, "2027-02-01")).message).toContain("published by quarter");
  });

  test.each(["fxsrc=te", "fxsrc=ecb", "basis=end", "basis=2026-12-31"])("refuses %s", async (option) => {
    const refused = await failure("VALUE", ID, "2027-Q1", option);
    expect(refused.code).toBe("#VALUE!");
    expect(refused.message).toContain("a projection, not a quote");
  });

  test("refuses to convert it", async () => {
    expect((await failure("VALUE", ID, "2027-Q1", "fx=EUR")).message).toContain("not money");
  });

  test("of a change compares with its own projections only", async () => {
    expect(await number("VALUE", [ID, "2027-Q1", "tf=chg"])).toBeCloseTo(-1.25, 12);
  });

  test("says whose it is, and that it is none of the market's", async () => {
    const why = await sentence("VALUE", ID, "2027-Q1", "show=why");
    expect(why).toContain(
      "figure published for quarter 1 of 2027: 155 JPY per USD, vintage of 2 November 2026",
    );
    expect(why).toContain("Caution: a projection, not a quote.");
    expect(why).toContain("Source: Trading Economics");
  });
});

test("HISTORY lists its quarters, those ahead included", async () => {
  expect(await ask("HISTORY", ID, "2026-Q4", null, "header=off;stamp=label")).toEqual([
    ["2026-Q4", 156.25],
    ["2027-Q1", 155],
    ["2027-Q2", 153.75],
    ["2027-Q3", 152.5],
    ["2027-Q4", 151.25],
  ]);
  const [header] = (await ask("HISTORY", ID)) as readonly (readonly string[])[];
  expect(header?.[1]).toMatch(
    /projection by Trading Economics for quarter ends · JPY per USD · rate, by quarter/,
  );
});

test("INFO tells of the projection's own document, and cautions", async () => {
  const facts = new Map((await ask("INFO", ID)) as readonly [string, string | number][]);
  expect(facts.get("first")).toBe("2026-Q3");
  expect(facts.get("last")).toBe("2027-Q4");
  expect(facts.get("count")).toBe(6);
  expect(facts.get("source")).toBe("Trading Economics");
  expect(facts.get("frequency")).toBe("quarter");
  expect(facts.get("caution")).toBe("a projection, not a quote");
});

test("REVISION shows how the projection changed", async () => {
  const [, row] = (await ask("REVISION", ID, "2027-Q1")) as readonly (readonly number[])[];
  expect(row?.slice(0, 3)).toEqual([154, 155, 1]);
  expect((await failure("REVISION", "FX.USDJPY", "2024")).message).toContain("fixings are not revised");
});

test("PANEL puts it beside quotes by quarter", async () => {
  const rows = await ask("PANEL", `FX.USDJPY.FRED,${ID}`, "2024-Q1", "2024-Q1", "header=off;freq=Q");
  expect((rows as readonly (readonly unknown[])[])[0]?.[1]).toBeCloseTo(148.57, 1);
});
