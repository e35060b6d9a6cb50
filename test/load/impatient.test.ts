import { noData, Problem } from "../../src/domain/problem";
import { impatient } from "../../src/load/impatient";
import { aSeries, held, id } from "../fixtures/documents";

const [one, two] = [id("XX.ONE"), id("XX.TWO")];
const late = new Problem("unreachable", "It did not answer in time.");

function bench() {
  const clock = { at: 0 };
  const far = held();
  const load = impatient(far, { now: () => clock.at, slowMs: 4000, restMs: 30_000 });
  return { clock, far, load };
}

/** Asks, and has the far end fail after so long. */
async function failAfter({ clock, far, load }: ReturnType<typeof bench>, ms: number, problem: Problem) {
  const asked = load(one);
  clock.at += ms;
  far.waiting.at(-1)?.fail(problem);
  await expect(asked).rejects.toBe(problem);
}

it("fails at once for a while after a failure that was waited for", async () => {
  const all = bench();
  await failAfter(all, 8000, late);
  await expect(all.load(two)).rejects.toBe(late);
  all.clock.at += 29_999;
  await expect(all.load(two)).rejects.toBe(late);
  expect(all.far.waiting).toHaveLength(1);
  all.clock.at += 1;
  void all.load(two).catch(() => undefined);
  expect(all.far.waiting).toHaveLength(2);
});

it("goes on asking after a quick failure, and after a slow answer that there is no such series", async () => {
  const all = bench();
  await failAfter(all, 3999, late);
  await failAfter(all, 8000, noData("It is not served."));
  void all.load(two).catch(() => undefined);
  expect(all.far.waiting).toHaveLength(3);
});

it("ends the rest when an answer comes after all", async () => {
  const all = bench();
  const slow = all.load(two);
  await failAfter(all, 8000, late);
  all.far.waiting[0]?.answer(aSeries("XX.TWO"));
  expect((await slow).id).toBe(two);
  void all.load(one).catch(() => undefined);
  expect(all.far.waiting).toHaveLength(3);
});
