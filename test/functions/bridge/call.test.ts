import type { Day } from "../../../src/domain/period";
import { Problem, noData } from "../../../src/domain/problem";
import type { Load, Series, SeriesId } from "../../../src/domain/series";
import { sheetWriter } from "../../../src/functions/bridge/failure";
import { connect, ledger, type Connection } from "../../../src/functions/bridge/runtime";
import { createEdition, type Edition } from "../../../src/load/edition";
import { memory } from "../../../src/load/memory";
import { shared } from "../../../src/load/shared";
import { embeddedFigures } from "../../../src/workbench/connect";
import { RANKABLE_HOLDERS } from "../../../src/catalog/treasury";
import { aSeries, id, listed } from "../../fixtures/documents";
import { ask, failure, invoke, number, sentence, settle } from "../ask";

const day = (text: string): Day => text as Day;

/** Connect the functions to an edition over a Load. */
function connected(load: Load, more: Partial<Connection> = {}): Edition {
  const edition = createEdition(load);
  connect({
    figures: edition,
    writer: sheetWriter,
    today: () => day("2026-11-23"),
    origin: "a test",
    product: "a test",
    ...more,
  });
  return edition;
}

/** A Load that notes what it was asked for. */
function counting(load: Load): Load & { readonly asked: SeriesId[] } {
  const asked: SeriesId[] = [];
  return Object.assign(
    (wanted: SeriesId) => {
      asked.push(wanted);
      return load(wanted);
    },
    { asked },
  );
}

/** Holdings of Japan with one month, as a document of a version. */
const holdings = (version: string, value: number): Series =>
  aSeries("TIC.JP", {
    version,
    measure: "stock",
    unit: { kind: "money", currency: "USD", power: 9 },
    observations: [["2024-12", value]],
  });
const japan = (): Promise<number> => number("VALUE", ["TIC.JP", "2024-12", "unit=bn"]);
const embedded = embeddedFigures();

describe("loads", () => {
  test("a document that is absent is loaded once, however many ask at once", async () => {
    const load = counting(embedded);
    connected(load);
    const calls = Array.from({ length: 20 }, (_, i) => number("VALUE", ["TIC.JP", 2001 + i]));
    await Promise.all(calls);
    expect(load.asked).toEqual(["TIC.JP"]);
  });

  test("10,000 cells over 50 series make 50 loads, and none when they recalculate", async () => {
    const load = counting(embedded);
    connected(shared(memory(load)));
    const ids = RANKABLE_HOLDERS.slice(0, 50);
    const cell = (i: number): Promise<unknown> =>
      settle("VALUE", [ids[i % 50], `${2003 + (Math.floor(i / 50) % 20)}-0${1 + (i % 9)}`], {
        address: `Sheet1!A${i + 1}`,
      });
    await Promise.all(Array.from({ length: 10_000 }, (_, i) => cell(i)));
    expect([...load.asked].sort()).toEqual([...ids].sort());
    await Promise.all(Array.from({ length: 10_000 }, (_, i) => cell(i)));
    expect(load.asked).toHaveLength(50);
    expect(ledger().count).toBe(20_000);
  });

  test("a basket asks for its parts, then for its totals, then for a rate: each once", async () => {
    const load = counting(embedded);
    connected(load);
    await number("VALUE", ["JP.DIGITAL.NET", 2015, "fx=USD"]);
    expect(new Set(load.asked).size).toBe(load.asked.length);
    expect([...load.asked].sort()).toEqual([
      "FX.EURJPY.ECB",
      "FX.EURUSD.ECB",
      "JP.COMPUTER.NET",
      "JP.CONSULTING.NET",
      "JP.COPYRIGHT.NET",
      "JP.DIGITAL.NET",
    ]);
  });

  test("warm answers come at once, not as promises", async () => {
    connected(embedded);
    const cold = invoke("VALUE", ["TIC.JP", "2024-12", "unit=bn"]);
    expect(cold).toBeInstanceOf(Promise);
    await cold;
    expect(invoke("VALUE", ["TIC.JP", "2024-11", "unit=bn"])).toMatchObject({ basicValue: 1087.1 });
    expect(() => invoke("VALUE", ["TIC.JP", "2026-04"])).toThrow(/not in the embedded data/);
  });
});

describe("failures", () => {
  test("one that may pass is not remembered", async () => {
    const answers: (() => Promise<Series>)[] = [
      () => Promise.reject(new Problem("unreachable", "The gateway did not answer; check the network.")),
      () => Promise.resolve(holdings("v1", 1061.5)),
    ];
    const load = counting(() => answers.shift()!());
    connected(load);
    expect(await failure("VALUE", "TIC.JP", "2024-12")).toEqual({
      code: "#N/A",
      message: "The gateway did not answer; check the network.",
    });
    expect(await japan()).toBe(1061.5);
    expect(load.asked).toHaveLength(2);
  });

  test("that a series is not published is remembered until the edition changes", async () => {
    const load = listed([], () => noData("That series is not in the embedded data."));
    const edition = connected(load);
    for (let i = 0; i < 3; i++) expect((await failure("VALUE", "TIC.JP", 2020 + i)).code).toBe("#N/A");
    expect(load.asked).toEqual(["TIC.JP"]);
    edition.setPin(day("2024-01-01"));
    await failure("VALUE", "TIC.JP", 2020);
    expect(load.asked).toEqual(["TIC.JP", "TIC.JP"]);
  });

  test("an answer made with something missing is not remembered", async () => {
    let reachable = false;
    connected((wanted) =>
      wanted === id("JP.DIGITAL.NET") && !reachable
        ? Promise.reject(new Problem("unreachable", "The gateway did not answer; check the network."))
        : embedded(wanted),
    );
    expect((await failure("VALUE", "JP.DIGITAL.NET", 2023)).code).toBe("#N/A");
    expect(await number("VALUE", ["JP.DIGITAL.NET", 2015, "unit=oku"])).toBe(-25040);
    reachable = true;
    expect(await number("VALUE", ["JP.DIGITAL.NET", 2023, "unit=oku"])).toBe(-53452);
  });

  test("anything thrown in loading becomes a sentence", async () => {
    connected(() => Promise.reject(new TypeError("x is not a function")));
    expect((await failure("VALUE", "TIC.JP", 2024)).message).toContain("Please report the formula");
  });

  test("an omitted and an empty argument are not the same call", async () => {
    connected(embedded);
    expect(await number("VALUE", ["TIC.JP", null, "unit=bn"])).toBe(1103.9);
    expect((await failure("VALUE", "TIC.JP", [[null]], "unit=bn")).message).toContain("period is empty");
    expect(await number("VALUE", ["TIC.JP", null, "unit=bn"])).toBe(1103.9);
  });
});

describe("time", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test("figures that never arrive are #N/A after 30 seconds", async () => {
    connected(() => new Promise<Series>(() => undefined));
    const answer = failure("VALUE", "TIC.JP", 2024);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(await answer).toMatchObject({ code: "#N/A", message: expect.stringContaining("30 seconds") });
  });

  test("an edition that is never read is #N/A after 15 seconds", async () => {
    const load = counting(embedded);
    connected(load, { ready: new Promise<void>(() => undefined) });
    const answer = failure("VALUE", "TIC.JP", 2024);
    await jest.advanceTimersByTimeAsync(15_000);
    expect(await answer).toMatchObject({
      code: "#N/A",
      message: expect.stringContaining("could not be read"),
    });
    expect(load.asked).toEqual([]);
  });

  test("no timer is left behind", async () => {
    connected(embedded, { ready: Promise.resolve() });
    await japan();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe("a workbook that is still being read", () => {
  test("cells and previews wait for it, and answer as of its pin", async () => {
    let opened = (): void => undefined;
    const ready = new Promise<void>((resolve) => (opened = resolve));
    const load = counting(embedded);
    const edition = connected(load, { ready });
    const cell = failure("VALUE", "JP.DIGITAL.NET", 2023);
    const preview = settle("VALUE", ["JP.DIGITAL.NET", 2023], { isInValuePreview: true });
    await Promise.resolve();
    expect(load.asked).toEqual([]);
    edition.setPin(day("2024-03-01"));
    opened();
    expect((await cell).message).toContain("not known on 1 March 2024");
    expect(await preview).toMatchObject({ threw: true, outcome: { code: "#N/A" } });
  });

  test("one that cannot be read gives no figure at all", async () => {
    const load = counting(embedded);
    connected(load, { ready: Promise.reject(new Error("damaged")) });
    for (const call of [
      ["JP.DIGITAL.NET", 2023],
      ["TIC.JP", null],
    ]) {
      const found = await failure("VALUE", ...call);
      expect(found.code).toBe("#N/A");
      expect(found.message).toContain("could not be read (damaged)");
    }
    expect((await settle("VALUE", ["TIC.JP"], { isInValuePreview: true })).threw).toBe(true);
    expect(load.asked).toEqual([]);
  });
});

describe("formula preview", () => {
  test.each([true, "true"])(
    "%j: answers through the preview's Load alone and leaves no trace",
    async (flag) => {
      const load = counting(embedded);
      connected(load, { preview: embedded });
      const before = ledger().count;
      const { outcome } = await settle("VALUE", ["TIC.JP", "2024-12", "unit=bn"], {
        address: "Sheet1!A1",
        isInValuePreview: flag,
      });
      expect(outcome).toMatchObject({ basicValue: 1061.5 });
      expect(load.asked).toEqual([]);
      expect(ledger().callsAt("Sheet1!A1")).toEqual([]);
      expect(ledger().count - before).toBe(0);
    },
  );
});

describe("what is remembered", () => {
  test("is dropped when newer figures are accepted, and comes back with undo", async () => {
    const edition = connected(listed([holdings("v1", 1000)]));
    expect(await japan()).toBe(1000);
    await edition.stage(listed([holdings("v2", 1061.5)]));
    expect(await japan()).toBe(1000);
    edition.accept();
    expect(await japan()).toBe(1061.5);
    edition.restore();
    expect(await japan()).toBe(1000);
  });

  test("is dropped when the workbook is pinned to a day, and when it is let go", async () => {
    const edition = connected(embedded);
    const deficit = (): Promise<unknown> => ask("VALUE", "JP.DIGITAL.NET", 2023, "unit=oku");
    expect(await deficit()).toBe(-53452);
    edition.setPin(day("2024-06-20"));
    expect(await deficit()).toMatchObject({ code: "#N/A" });
    edition.setPin(undefined);
    expect(await deficit()).toBe(-53452);
  });

  test("a formula's own day goes before the workbook's", async () => {
    const edition = connected(embedded);
    edition.setPin(day("2024-06-20"));
    expect(await number("VALUE", ["JP.DIGITAL.NET", 2023, "unit=oku;asof=2024-06-21"])).toBe(-53452);
  });
});

describe("WHY", () => {
  const at = (address: string): object => ({ address: "Sheet1!Z9", parameterAddresses: [address] });
  const whyOf = async (address: string): Promise<string> => {
    const { threw, outcome } = await settle("WHY", [[[0]]], at(address));
    return threw ? (outcome as Error).message : String((outcome as readonly (readonly unknown[])[])[0]?.[0]);
  };
  const put = (address: string, name: "VALUE" | "FXRATE", ...args: readonly unknown[]): Promise<unknown> =>
    settle(name, args, { address });

  test("tells how a number came about, or why it is an error", async () => {
    connected(embedded);
    await put("Sheet1!B2", "VALUE", "JP.DIGITAL.NET", 2015, "unit=tn");
    await put("Sheet1!B3", "VALUE", "JP.DIGITAL.NET", 2017);
    expect(await whyOf("Sheet1!$B$2")).toBe(
      await sentence("VALUE", "JP.DIGITAL.NET", 2015, "unit=tn;show=why"),
    );
    expect(await whyOf("Sheet1!B3")).toContain("3 of 12 months");
  });

  test("names each of several calls; without any it says what to do", async () => {
    connected(embedded);
    await put("Sheet1!B2", "VALUE", "JP.DIGITAL.NET", 2015);
    await put("Sheet1!B2", "FXRATE", "USD", "JPY", 2015);
    const why = await whyOf("Sheet1!B2");
    expect(why).toMatch(/^VALUE: .*\n[^]*\n\nFXRATE: Average of calendar 2015/);
    expect(await whyOf("Sheet1!C7")).toContain("Recalculate that cell first");
  });

  test("a call that was typed over is left out where the formula can be read", async () => {
    connected(embedded, { book: { formulaAt: () => '=DIGITRADE.FXRATE("USD","JPY",2015)' } });
    await put("Sheet1!B2", "VALUE", "JP.DIGITAL.NET", 2015);
    await put("Sheet1!B2", "FXRATE", "USD", "JPY", 2015);
    expect(await whyOf("Sheet1!B2")).toMatch(/^Average of calendar 2015/);
  });
});
