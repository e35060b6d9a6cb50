import { PROVIDERS } from "../../src/catalog/routes";
import { Problem } from "../../src/domain/problem";
import type { SeriesId } from "../../src/domain/series";
import { FAULTS, type FaultName } from "../fixtures/fault-proxy";
import { RECORDED } from "../fixtures/recorded-providers";
import { KEY, stage, type Stage } from "./providers-with-faults";

/** Faults that the wire itself gets over. */
const OVERCOME: readonly FaultName[] = ["none", "busy for a second", "busy until a date", "failing once"];
/** Longer than any breaker stays open and any provider may send us away. */
const LATER_MS = 2 * 60 * 60 * 1000;

const table: (readonly [provider: string, fault: string, outcome: string])[] = [];

describe.each(PROVIDERS)("%s", (provider) => {
  const id = RECORDED[provider].series as SeriesId;
  let on: Stage;
  beforeAll(async () => {
    on = await stage(provider);
  });
  afterAll(() => on.close());

  test("is read while nothing is wrong", async () => {
    const good = await on.figures.load(id);
    expect(good.embedded).toBeUndefined();
    expect(good.stale).toBeUndefined();
    expect(good.observations.length).toBeGreaterThan(0);
  });

  test.each(FAULTS)("%s: the last good figures stand, and nothing hangs", async (fault) => {
    const good = await on.figures.load(id);
    await on.proxy.set(fault);
    const [report] = await on.figures.refresh({ all: true });
    const during = await on.figures.load(id);
    const overcome = OVERCOME.includes(fault);
    table.push([provider, fault, `${report!.outcome}, ${during.stale ? "last good, stale" : "live"}`]);
    expect(report!.outcome).toBe(overcome ? "read" : "failed");
    expect(during.observations).toEqual(good.observations);
    expect(during.revisions).toEqual(good.revisions);
    expect(during.stale).toBe(overcome ? undefined : true);
    expect(report!.failure === undefined).toBe(overcome);
    const [status] = await on.figures.status();
    expect(status!.state).toBe(overcome ? "live" : "stale");
    // Back again: the mark goes, the figures are the same.
    await on.proxy.set("none");
    on.clock.pass(LATER_MS);
    expect((await on.figures.refresh({ all: true }))[0]!.outcome).toBe("read");
    const after = await on.figures.load(id);
    expect(after.stale).toBeUndefined();
    expect(after.version).toBe(good.version);
  });

  test("no key was told to anybody", async () => {
    const status = JSON.stringify(await on.figures.status());
    expect([...on.told, status].filter((line) => line.includes(KEY))).toEqual([]);
  });
});

describe("a provider that never answered", () => {
  test.each(PROVIDERS)("%s: the embedded figures answer, or a Problem says why", async (provider) => {
    const on = await stage(provider);
    await on.proxy.set("failing");
    const id = RECORDED[provider].series as SeriesId;
    const end = await on.figures.load(id).catch((thrown: unknown) => thrown);
    if (end instanceof Problem) expect(end.message).toContain(id);
    else expect(end).toMatchObject({ id, embedded: true });
    await on.close();
  });
});

afterAll(() => {
  const outcomes = PROVIDERS.map((provider) => {
    const own = table.filter(([p]) => p === provider);
    const kinds = new Map<string, string[]>();
    for (const [, fault, outcome] of own) kinds.set(outcome, [...(kinds.get(outcome) ?? []), fault]);
    return [...kinds]
      .map(([outcome, faults]) => `  ${provider}: ${outcome}: ${faults.join(", ")}`)
      .join("\n");
  });
  process.stdout.write(`Source, outcome, faults:\n${outcomes.join("\n")}\n`);
});
