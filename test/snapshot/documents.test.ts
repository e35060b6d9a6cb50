import { findEntry } from "../../src/catalog/catalog";
import { FAMILIES } from "../../src/catalog/entry";
import type { Observation, RateMonth, Series } from "../../src/domain/series";
import { loadFamily } from "../../src/snapshot/families";
import { faultsOf } from "../../scripts/snapshot/check";
import { versionOf } from "../../scripts/snapshot/document";

const documents = new Map<string, Series>();

beforeAll(async () => {
  for (const family of FAMILIES)
    for (const [id, document] of Object.entries(await loadFamily(family)))
      documents.set(id, document as Series);
});

function doc(id: string): Series {
  const found = documents.get(id);
  if (!found) throw new Error(`${id} is not embedded`);
  return found;
}

const observation = (id: string, period: string): Observation | undefined =>
  doc(id).observations.find(([p]) => p === period);
const value = (id: string, period: string): number | null | undefined => observation(id, period)?.[1];
const vintages = (id: string, period: string): readonly unknown[] =>
  (doc(id).revisions ?? []).filter(([p]) => p === period).map(([, ...rest]) => rest);
const month = (id: string, period: string): RateMonth | undefined =>
  doc(id).months?.find(([p]) => p === period);

function sumOf(ids: readonly string[], year: string): number {
  const months = ids.flatMap((id) =>
    doc(id).observations.filter(([p]) => new RegExp(`^${year}-\\d{2}$`).test(p)),
  );
  expect(months).toHaveLength(12 * ids.length);
  return months.reduce((sum, [, v]) => sum + (v ?? NaN), 0);
}

test("every document is sound and stands for its entry", () => {
  expect(documents.size).toBe(241);
  const faults = [...documents].flatMap(([id, document]) => {
    const entry = findEntry(id);
    return entry ? faultsOf(document, entry).map((fault) => `${id}: ${fault}`) : [`${id}: no entry`];
  });
  expect(faults).toEqual([]);
});

describe("the check finds", () => {
  const tampered = (change: Partial<Series>): readonly string[] => {
    const changed = { ...doc("TIC.JP"), ...change };
    const entry = findEntry("TIC.JP");
    if (!entry) throw new Error("no entry");
    return faultsOf({ ...changed, version: versionOf(changed) }, entry);
  };

  test("nothing in the untouched document", () => {
    expect(tampered({})).toEqual([]);
  });
  test("a zero for a missing figure", () => {
    const observations = doc("TIC.JP").observations.map((o, i): Observation => (i === 100 ? [o[0], 0] : o));
    expect(tampered({ observations }).join()).toContain("is zero");
  });
  test("a figure that is not the winning vintage", () => {
    const observations = doc("TIC.JP").observations.slice(0, -1);
    const [last, , status] = doc("TIC.JP").observations.at(-1) ?? [];
    if (last === undefined) throw new Error("no observation");
    expect(tampered({ observations: [...observations, [last, 1, status ?? "prelim"]] }).join()).toContain(
      "wins",
    );
  });
  test("disorder", () => {
    expect(tampered({ observations: [...doc("TIC.JP").observations].reverse() }).join()).toContain(
      "stands after",
    );
  });
  test("another unit", () => {
    expect(tampered({ unit: { kind: "persons" } })).toEqual(["unit differs from the catalogue"]);
  });
  test("a changed figure under the old version", () => {
    const entry = findEntry("TIC.JP");
    const document = { ...doc("TIC.JP"), note: "changed" };
    expect(entry && faultsOf(document, entry)).toEqual(["version does not match the content"]);
  });
});

describe("Japan", () => {
  const ITEMS = ["JP.COMPUTER.NET", "JP.COPYRIGHT.NET", "JP.CONSULTING.NET"];

  test("three items from months", () => {
    expect(sumOf(ITEMS, "2014")).toBe(-20228);
    expect(sumOf(ITEMS, "2015")).toBe(-25040);
    expect(sumOf(["JP.TCI.NET"], "2014")).toBe(-8879);
  });
  test("totals as printed", () => {
    expect(observation("JP.DIGITAL.NET", "2023")).toEqual(["2023", -53452, "prelim"]);
    expect(vintages("JP.DIGITAL.NET", "2023")).toContainEqual([-53452, "2024-06-21", "prelim"]);
    expect(observation("JP.DIGITAL5ITEM.NET", "2023")).toEqual(["2023", -55360, "prelim"]);
    expect(vintages("JP.DIGITAL5ITEM.NET", "2023")).toContainEqual([-55360, "2024-02-29", "prelim"]);
    expect(observation("JP.DIGITAL5ITEM.NET", "2022")).toEqual(["2022", -48000, "approx"]);
    expect(observation("JP.DIGITAL5ITEM.NET", "2025-H1")).toEqual(["2025-H1", -34810, "prelim"]);
  });
  test("what is not stated is not there", () => {
    for (const year of ["2017", "2018", "2019", "2020", "2021", "2022", "FY2024"])
      expect(value("JP.DIGITAL.NET", year)).toBeUndefined();
  });
  test("the newest vintage of a month wins and the older one stays", () => {
    expect(value("JP.SERVICES.NET", "2016-02")).toBe(1870);
    expect(vintages("JP.SERVICES.NET", "2016-02")).toEqual([
      [1630, "2017-05-26"],
      [1870, "2026-08-10"],
    ]);
    expect(observation("JP.SERVICES.NET", "2026-07")).toEqual(["2026-07", -5129.346, "prelim"]);
    expect(vintages("JP.SERVICES.NET", "2026-07")).toEqual([[-5129.346, "2026-09-08", "prelim"]]);
  });
  test("partners by quarter", () => {
    expect(doc("JP.TCI.US.DEBIT").observations).toHaveLength(12);
    expect(doc("JP.TCI.US.DEBIT").frequency).toBe("Q");
  });
});

describe("rates", () => {
  test("the fixings of 21 June 2024", () => {
    expect(value("FX.EURUSD.ECB", "2024-06-21")).toBe(1.0688);
    expect(value("FX.EURJPY.ECB", "2024-06-21")).toBe(169.82);
    expect(value("FX.USDJPY.BOJ", "2024-06-21")).toBe(158.77);
    expect(value("FX.USDJPY.FRED", "2024-06-21")).toBe(159.45);
  });
  test("no day where there was no fixing", () => {
    expect(value("FX.EURUSD.ECB", "2024-06-22")).toBeUndefined();
  });
  test("the mean of the crosses of 2023", () => {
    const usd = new Map(doc("FX.EURUSD.ECB").observations.map(([day, v]) => [day, v]));
    const crosses = doc("FX.EURJPY.ECB")
      .observations.filter(([day]) => day.startsWith("2023-"))
      .map(([day, yen]) => (yen ?? NaN) / (usd.get(day) ?? NaN));
    expect(crosses.reduce((sum, x) => sum + x, 0) / crosses.length).toBeCloseTo(140.588, 3);
  });
  test("months stand only where the days are not held", () => {
    expect(month("FX.EURUSD.ECB", "1999-01")).toEqual(["1999-01", 1.16078, 1.1384, "1999-01-29", 20]);
    expect(doc("FX.EURUSD.ECB").months?.at(-1)?.[0]).toBe("2013-12");
    expect(doc("FX.EURTHB.ECB").months?.at(-1)?.[0]).toBe("2026-03");
    expect(doc("FX.EURTHB.ECB").observations).toEqual([]);
  });
  test("published averages of the Federal Reserve", () => {
    expect(value("FX.USDJPY.FRED", "1995")).toBe(93.9649);
    expect(value("FX.USDJPY.FRED", "2023")).toBeUndefined();
    expect(month("FX.USDJPY.FRED", "1971-01")).toEqual(["1971-01", 358.02, 357.72, null]);
    expect(month("FX.USDJPY.FRED", "2026-06")).toEqual(["2026-06", 160.77, null, null]);
  });
});

describe("Treasury holdings", () => {
  test("spot values", () => {
    expect(value("TIC.JP", "2024-12")).toBe(1061.5);
    expect(value("TIC.TOTAL", "2024-12")).toBe(8619.3);
    expect(value("TIC.TOTAL", "2026-03")).toBeUndefined();
  });
  test("breaks, second-hand and unverified figures are marked", () => {
    expect(observation("TIC.JP", "2002-06")?.[2]).toBe("break");
    expect(observation("TIC.OTHER", "2025-02")?.[2]).toBe("break");
    expect(observation("TIC.CN", "2026-07")).toEqual(["2026-07", 618, "approx"]);
    expect(observation("TIC.JP", "2026-07")).toEqual(["2026-07", 1103.9, "secondary"]);
    expect(vintages("TIC.JP", "2026-07")).toEqual([[1103.9, "2026-09-16", "secondary"]]);
  });
});

describe("other countries", () => {
  test("deliverable and delivered services", () => {
    expect(value("US.DELIVERABLE.CREDIT", "2023")).toBe(680457);
    expect(value("IN.DELIVERED.CREDIT", "2023")).toBe(250032.5398);
    expect(vintages("IN.DELIVERED.CREDIT", "2023")).toEqual([
      [257000, "2024-04-30", "secondary"],
      [250032.5398, "2026-06-30"],
    ]);
    expect(observation("EU.DELIVERABLE.CREDIT", "2023")).toEqual(["2023", 1699665, "secondary"]);
  });
  test("money of another currency has its own unit", () => {
    expect(doc("DE.DIGITALJP.NET").unit).toEqual({ kind: "money", currency: "EUR", power: 9 });
    expect(observation("DE.DIGITALJP.NET", "2022")).toEqual(["2022", 13.3, "approx"]);
  });
  test("dollars are kept to twelve digits", () => {
    expect(value("JP.IPCHARGES.CREDIT", "2024")).toBe(51355.040613);
  });
});

test("the count of specialists, with the day when the article told it", () => {
  expect(observation("JP.SPECIALISTS", "2023-04")).toEqual(["2023-04", 20000, "approx"]);
  expect(vintages("JP.SPECIALISTS", "2023-04")).toEqual([[20000, "2024-06-21", "approx"]]);
  expect(value("JP.SPECIALISTS", "2020-04-01")).toBe(20413);
  expect(doc("JP.SPECIALISTS").published).toBe("2025-05-14");
});
