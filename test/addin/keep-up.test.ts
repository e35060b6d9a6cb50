/** @jest-environment <rootDir>/test/workbench/host/page-environment.mjs */
import type { GatewayFigures } from "../../src/addin/gateway-figures";
import { keepUp } from "../../src/addin/keep-up";
import type { Load } from "../../src/domain/series";
import type { Contact } from "../../src/load/contact";
import { id, held } from "../fixtures/documents";

const ids = ["XX.ONE", "XX.TWO", "XX.THREE", "XX.FOUR"].map(id);

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  // The page goes, and with it what looks for newer figures.
  dispatchEvent(new Event("pagehide"));
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** A workbook of four series, the looks that were taken, and what they asked the gateway for. */
function bench(failed?: Contact["failed"]) {
  const unhurried = held();
  const looks: Promise<readonly PromiseSettledResult<unknown>[]>[] = [];
  const forgotten = { times: 0 };
  const figures = {
    unhurried,
    contact: () => ({ address: "https://x", ...(failed && { failed }) }),
  } as unknown as GatewayFigures;
  keepUp(
    {
      stage: async (load: Load) => {
        looks.push(Promise.allSettled(ids.map((one) => load(one))));
        await looks.at(-1);
        return [];
      },
    },
    figures,
    () => {
      forgotten.times++;
    },
  );
  return { unhurried, looks, forgotten };
}

it("looks once the cells have had their time", () => {
  const { unhurried, looks } = bench();
  jest.advanceTimersByTime(4_999);
  expect(looks).toHaveLength(0);
  jest.advanceTimersByTime(1);
  expect(looks).toHaveLength(1);
  expect(unhurried.waiting.map((request) => request.id)).toEqual(ids);
});

it("looks when the network returns", () => {
  const { looks } = bench();
  dispatchEvent(new Event("online"));
  jest.advanceTimersByTime(2_000);
  expect(looks).toHaveLength(1);
});

it.each([
  ["answered: what stood in for its figures is dropped", undefined, 1],
  ["failed: what is at hand goes on answering", { at: "10:00", why: "It is down." }, 0],
])("where the gateway %s", async (_, failed, times) => {
  const { unhurried, looks, forgotten } = bench(failed);
  jest.advanceTimersByTime(5_000);
  for (const request of unhurried.waiting) request.fail(new Error("down"));
  await looks[0];
  await Promise.resolve();
  await Promise.resolve();
  expect(forgotten.times).toBe(times);
});

it("asks for nothing more once the page goes", async () => {
  let load: Load | undefined;
  const unhurried = held();
  const figures = { unhurried, contact: () => ({ address: "https://x" }) } as unknown as GatewayFigures;
  let looks = 0;
  keepUp(
    {
      stage: (through) => {
        looks++;
        load = through;
        return Promise.resolve([]);
      },
    },
    figures,
    () => undefined,
  );
  jest.advanceTimersByTime(5_000);
  dispatchEvent(new Event("pagehide"));
  await expect(load?.(id("XX.ONE"))).rejects.toThrow(/page was closed/);
  expect(unhurried.waiting).toHaveLength(0);
  jest.advanceTimersByTime(24 * 60 * 60 * 1000);
  dispatchEvent(new Event("online"));
  jest.advanceTimersByTime(60_000);
  expect(looks).toBe(1);
});
