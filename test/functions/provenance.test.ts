/** What WHY, CITE, INFO and headers say of the documents that were used. */
import { SOURCES } from "../../src/catalog/sources";
import type { Series } from "../../src/domain/series";
import { embedded, live } from "../answer/shelf-of";
import { ask, failure, sentence } from "./ask";
import { connectTo } from "./connected";

const RATES = ["FX.EURUSD.ECB", "FX.EURJPY.ECB"];
const GATEWAY = () => ({ address: "https://figures.example" });
const all = (make: (id: string) => Promise<Series>, ...ids: readonly string[]): Promise<readonly Series[]> =>
  Promise.all(ids.map(make));
const fresh = (id: string): Promise<Series> => live(id, "2026-11-26");
const stale = (id: string): Promise<Series> => live(id, "2026-11-20", { stale: true });
const lines = async (...args: Parameters<typeof sentence>): Promise<readonly string[]> =>
  (await sentence(...args)).split("\n");

describe("WHY", () => {
  it.each([
    ["live", fresh, "retrieved 2026-11-26 (live)"],
    ["stale", stale, "retrieved 2026-11-20, not refreshed since (stale)"],
    ["embedded", (id: string) => embedded(id), "retrieved 2026-11-23 (embedded figures)"],
  ])("says that figures are %s", async (_, make, words) => {
    connectTo(await all(make, "TIC.JP"));
    expect(await lines("VALUE", "TIC.JP", "2024-12", "unit=bn;show=why")).toContain(
      `Source: ${SOURCES.tic.name}; ${words}.`,
    );
  });

  it("says how fresh the rates of a conversion are, beside the figures", async () => {
    connectTo([await fresh("TIC.JP"), ...(await all(stale, ...RATES))]);
    const told = await lines("VALUE", "TIC.JP", "2024-12", "fx=JPY;unit=tn;show=why");
    expect(told).toContain(`Source: ${SOURCES.tic.name}; retrieved 2026-11-26 (live).`);
    expect(told.at(-1)).toBe("Rates retrieved 2026-11-20, not refreshed since (stale).");
  });

  it.each([
    ["VALUE", ["FX.USDJPY", "2024-06-21", "show=why"]],
    ["FXRATE", ["USD", "JPY", "2024-06-21", null, "show=why"]],
    ["CONVERT", [1, "USD", "JPY", "2024-06-21", "show=why"]],
  ] as const)(
    "of %s says whether its quotes are live, or embedded although a gateway is there",
    async (name, args) => {
      connectTo(await all(fresh, ...RATES), GATEWAY);
      expect((await lines(name, ...args)).at(-1)).toBe("Rates retrieved 2026-11-26 (live).");
      connectTo(await all((id) => embedded(id), ...RATES), GATEWAY);
      expect((await lines(name, ...args)).at(-1)).toBe("Rates retrieved 2026-11-23 (embedded figures).");
      // Without a gateway everything is embedded, and STATUS says so once.
      connectTo(await all((id) => embedded(id), ...RATES));
      expect((await lines(name, ...args)).join()).not.toContain("Rates retrieved");
    },
  );
});

describe("figures of another compiler than the catalogue expects", () => {
  const series = "JP.IPCHARGES.CREDIT";
  const year = 2024;
  beforeEach(async () => {
    const document = await live(series, "2026-11-26", { source: SOURCES.oecd });
    connectTo([document]);
  });

  it("are credited to it in INFO", async () => {
    expect(await sentence("INFO", series, "source")).toBe(SOURCES.oecd.name);
    expect(await sentence("INFO", series, "url")).toBe(SOURCES.oecd.url);
    expect(await sentence("INFO", series, "terms")).toBe(SOURCES.oecd.terms);
    expect(await sentence("INFO", series, "credit")).toBe(SOURCES.oecd.credit);
    expect(await sentence("INFO", series, "state")).toBe("live, retrieved 2026-11-26");
  });

  it.each(["plain", "apa", "bibtex"])("and in CITE (%s), without the code of the other", async (style) => {
    const citation = await sentence("CITE", series, style);
    expect(citation).toContain(SOURCES.oecd.name);
    expect(citation).toContain(SOURCES.oecd.url);
    expect(citation).not.toContain("World Bank");
    expect(citation).not.toContain("BX.GSR.ROYL.CD");
  });

  it("and in WHY and the header of a table", async () => {
    expect(await sentence("VALUE", series, year, "show=why")).toContain(`Source: ${SOURCES.oecd.name};`);
    const table = (await ask("HISTORY", series, year, year)) as readonly (readonly string[])[];
    expect(table[0]?.[1]).toContain(SOURCES.oecd.name);
    expect(table[0]?.[1]).not.toContain("World Bank");
  });
});

test("the Ministry of Finance is named for its own file; the code is that of the same statistic", async () => {
  connectTo([await embedded("JP.SERVICES.NET")]);
  const citation = await sentence("CITE", "JP.SERVICES.NET");
  expect(citation).toContain(
    `${SOURCES.mof.name}: Japan: services, balance (JP.SERVICES.NET, series BPBP6JYNSN)`,
  );
  expect(citation).toContain(SOURCES.mof.credit);
});

describe("INFO of a rate", () => {
  beforeEach(async () => {
    connectTo(await all((id) => embedded(id), ...RATES, "FX.USDJPY.FRED", "FX.EURAUD.ECB", "TIC.JP"));
  });

  it("lists its facts after those of every series, and what cannot be known as an error of its own cell", async () => {
    const table = (await ask("INFO", "FX.USDJPY.FRED")) as readonly (readonly [string, unknown])[];
    const names = table.map(([name]) => name);
    expect(names.slice(names.indexOf("caution"))).toEqual([
      "caution",
      "lastday",
      "previous",
      "previous.day",
      ...["day", "month", "year"].flatMap((over) => [`change.${over}`, `change.${over}.pct`]),
      ...["12m", "all"].flatMap((of) => [`high.${of}`, `high.${of}.day`, `low.${of}`, `low.${of}.day`]),
      "coverage",
    ]);
    const facts = new Map(table);
    expect(facts.get("lastday")).toBe("2026-03-13");
    expect(facts.get("change.day")).toBe(0.33);
    expect(facts.get("change.month.pct")).toMatchObject({ code: "#N/A" });
    expect(facts.get("high.all.day")).toBe("1971-01 (monthly average)");
    expect(facts.get("coverage")).toBe(
      "2,890 daily fixings, rates from 1971-01; 524 months in all not held day by day; 8 months of the last twelve not held day by day",
    );
  });

  it("gives one fact, or says why it cannot", async () => {
    expect(await ask("INFO", "FX.USDJPY", "high.12m.day")).toEqual([["2026-03-27"]]);
    expect((await failure("INFO", "FX.USDJPY.FRED", "change.month")).message).toContain(
      "none is held between",
    );
    expect((await failure("INFO", "TIC.JP", "high.12m")).message).toContain('"high.12m" is not known');
    expect((await failure("INFO", "FX.USDJPY", "high.12")).message).toContain("did you mean high.12m?");
    expect(await failure("INFO", "FX.USDJPY", "forecast.q1")).toMatchObject({
      code: "#N/A",
      message: expect.stringContaining("key for Trading Economics"),
    });
    expect((await failure("INFO", "FX.EURUSD", "forecast.q1")).message).toContain("carries no forecast");
  });
});
