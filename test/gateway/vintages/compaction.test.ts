import { period, shift } from "../../../src/domain/period";
import { vintagesOf } from "../../../src/domain/vintage";
import { vintageStore } from "../../../src/gateway/vintages/vintage-store";
import type { Place } from "../../../src/gateway/vintages/place";
import type { VintageStore } from "../../../src/gateway/vintages/store";
import { memoryPlace, rememberingLog } from "../../fixtures/store-place";
import { aReading, FLOW, noon } from "./readings";

// Some of these do thousands of small things, on machines that have others to do.
jest.setTimeout(30_000);

const JAN = period("2024-01");
const COUNT = 8;

const aStore = (place: Place, log = rememberingLog()): VintageStore =>
  vintageStore({ place, seeds: () => Promise.resolve(undefined), log, mostSegments: 2 });

/** The n-th recording: January is said to be n, and a period of its own is added. */
const record = (store: VintageStore, n: number) =>
  store.record(
    aReading(
      [
        ["2024-01", n],
        [shift(JAN, n), n],
      ],
      shift(period("2024-03-01"), n),
    ),
    noon("2024-05-01", n),
  );

async function heldIn(place: Place): Promise<readonly (number | null)[]> {
  const held = await aStore(place).read(FLOW.id, "boj");
  return held ? vintagesOf(held.document, JAN).map((f) => f.value) : [];
}

const segments = ({ items }: ReturnType<typeof memoryPlace>): number =>
  [...items.keys()].filter((key) => key.startsWith("vintages:")).length;

test("many segments become one, which says the same", async () => {
  const place = memoryPlace();
  const store = aStore(place);
  for (let n = 1; n <= COUNT; n++) {
    await record(store, n);
    expect(segments(place)).toBeLessThanOrEqual(2);
    expect(await heldIn(place)).toEqual(Array.from({ length: n }, (_, i) => i + 1));
  }
});

describe.each([false, true])("when the process ends in the middle (listing dear: %s)", (isListingDear) => {
  /** Records until the place fails at its n-th command, and for good; the numbers that were acknowledged. */
  async function recordUntil(last: number) {
    const isDead = (): boolean => place.commands.length > last;
    const place = memoryPlace(() => {
      if (isDead()) throw new Error("the process is no more");
    }, isListingDear);
    const acknowledged: number[] = [];
    const store = aStore(place);
    for (let n = 1; n <= COUNT && !isDead(); n++)
      await record(store, n).then(
        () => acknowledged.push(n),
        () => undefined,
      );
    // What is left is all that the next process finds.
    const next = memoryPlace(undefined, isListingDear);
    for (const [key, text] of place.items) next.items.set(key, text);
    return { acknowledged, next, isDead: isDead() };
  }

  test("nothing that was acknowledged is lost, at whatever command", async () => {
    let ends = 0;
    for (let last = 1; ; last++) {
      const { acknowledged, next, isDead } = await recordUntil(last);
      if (!isDead) break;
      ends++;
      expect(await heldIn(next)).toEqual(expect.arrayContaining(acknowledged));
      const log = rememberingLog();
      const store = aStore(next, log);
      for (let n = COUNT + 1; n <= COUNT + 4; n++) await record(store, n);
      expect(await heldIn(next)).toEqual(
        expect.arrayContaining([...acknowledged, ...Array.from({ length: 4 }, (_, i) => COUNT + 1 + i)]),
      );
      expect(segments(next)).toBeLessThanOrEqual(2);
      expect(log.lines).toEqual([]);
    }
    expect(ends).toBeGreaterThan(50);
  });
});

test("a merger that fails is reported, and the recording stays acknowledged", async () => {
  const place = memoryPlace((command) => {
    if (command.startsWith("remove")) throw new Error("may not remove");
  });
  const log = rememberingLog();
  const store = aStore(place, log);
  for (let n = 1; n <= 40; n++) expect(await record(store, n)).toMatchObject({ added: n === 1 ? 2 : 1 });
  expect(log.lines[0]).toContain("segments not merged");
  expect(await heldIn(place)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  // Tried again when there are twice as many, not with every recording.
  expect(segments(place)).toBeLessThan(40 + 6);
});

test("what others merge away while it is read is looked for again", async () => {
  let isMerging = false;
  const place = memoryPlace(async (command) => {
    // Another process merges between the list and the first segment that is read of it.
    if (!isMerging || !command.startsWith("get vintages:")) return;
    isMerging = false;
    await record(aStore(other), 3);
  });
  const other: Place = { ...place };
  await record(aStore(place), 1);
  await record(aStore(place), 2);
  isMerging = true;
  expect(await heldIn(place)).toEqual([1, 2, 3]);
  expect(segments(place)).toBe(1);
});
