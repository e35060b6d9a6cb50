import { noData, Problem } from "../../src/domain/problem";
import { watched } from "../../src/load/contact";
import { aSeries, held, id } from "../fixtures/documents";

const one = id("XX.ONE");
const address = "https://figures.example";

function bench() {
  const clock = { at: "10:00" };
  const far = held();
  return { clock, far, load: watched(far, { address, moment: () => clock.at }) };
}

it("knows nothing before it has asked", () => {
  expect(bench().load.contact()).toEqual({ address });
});

it("remembers when the far end answered last, and hands its answers on", async () => {
  const { clock, far, load } = bench();
  const series = aSeries();
  const asked = load(one);
  clock.at = "10:01";
  far.waiting[0]?.answer(series);
  expect(await asked).toBe(series);
  expect(load.contact()).toEqual({ address, answered: "10:01" });
});

it.each(["unreachable", "unreadable"] as const)(
  "remembers why it failed (%s) until it answers",
  async (kind) => {
    const { clock, far, load } = bench();
    const first = load(one);
    far.waiting[0]?.answer(aSeries());
    await first;
    clock.at = "10:02";
    const problem = new Problem(kind, "It is down.");
    const second = load(one);
    far.waiting[1]?.fail(problem);
    await expect(second).rejects.toBe(problem);
    expect(load.contact()).toEqual({
      address,
      answered: "10:00",
      failed: { at: "10:02", why: "It is down." },
    });
    const third = load(one);
    far.waiting[2]?.answer(aSeries());
    await third;
    expect(load.contact()).toEqual({ address, answered: "10:02" });
  },
);

it("does not take one series out of reach for the whole far end, where others were answered meanwhile", async () => {
  const { clock, far, load } = bench();
  const asked = [load(one), load(id("XX.TWO"))];
  far.waiting[1]?.answer(aSeries("XX.TWO"));
  await asked[1];
  clock.at = "10:02";
  far.waiting[0]?.fail(new Problem("unreachable", "It is in trouble."));
  await expect(asked[0]).rejects.toThrow("in trouble");
  expect(load.contact()).toEqual({ address, answered: "10:00" });
});

it("takes 'no such series' for an answer", async () => {
  const { far, load } = bench();
  const asked = load(one);
  far.waiting[0]?.fail(noData("It is not served."));
  await expect(asked).rejects.toMatchObject({ kind: "no-data" });
  expect(load.contact()).toEqual({ address, answered: "10:00" });
});
