import { memory } from "../../src/load/memory";
import { shared } from "../../src/load/shared";
import { aSeries, held, id, listed } from "../fixtures/documents";

const [one, two, three] = [id("XX.ONE"), id("XX.TWO"), id("XX.THREE")];
const all = [one, two, three].map((name) => aSeries(name));

it("keeps what it loaded and shows it without loading", async () => {
  const load = listed(all);
  const kept = memory(load);
  expect(kept.peek(one)).toBeUndefined();
  const series = await kept(one);
  await kept(one);
  expect(kept.peek(one)).toBe(series);
  expect(load.asked).toEqual([one]);
});

it("drops what was not asked for longest", async () => {
  const load = listed(all);
  const kept = memory(load, { max: 2 });
  for (const wanted of [one, two, one, three]) await kept(wanted);
  expect([one, two, three].filter((name) => kept.peek(name))).toEqual([one, three]);
  await kept(two);
  expect(load.asked).toEqual([one, two, three, two]);
});

it("does not keep a failure", async () => {
  const load = listed([]);
  const kept = memory(load);
  await expect(kept(one)).rejects.toThrow();
  await expect(kept(one)).rejects.toThrow();
  expect(load.asked).toHaveLength(2);
});

it("forgets one, or all", async () => {
  const kept = memory(listed(all));
  await Promise.all([kept(one), kept(two), kept(three)]);
  kept.forget(one);
  expect([one, two, three].filter((name) => kept.peek(name))).toEqual([two, three]);
  kept.forget();
  expect([one, two, three].filter((name) => kept.peek(name))).toEqual([]);
});

it("does not keep an answer that was on its way when it was told to forget", async () => {
  const load = held();
  const kept = memory(load);
  const early = kept(one);
  kept.forget(one);
  load.waiting[0]?.answer(aSeries("XX.ONE", { version: "old" }));
  expect((await early).version).toBe("old");
  expect(kept.peek(one)).toBeUndefined();
});

it("makes 50 loads of 10,000 calls over 50 series", async () => {
  const names = Array.from({ length: 50 }, (_, i) => id(`XX.S${i}`));
  const load = listed(names.map((name) => aSeries(name)));
  const joined = shared(memory(load));
  const wanted = Array.from({ length: 10_000 }, (_, i) => names[i % 50] ?? one);
  const answers = await Promise.all(wanted.map((name) => joined(name)));
  const later = await Promise.all(names.map((name) => joined(name)));
  expect(answers.map((series) => series.id)).toEqual(wanted);
  expect(later.map((series) => series.id)).toEqual(names);
  expect(load.asked).toEqual(names);
});
