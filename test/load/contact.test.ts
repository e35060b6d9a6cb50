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
    const asked = [load(one), load(one), load(one)];
    far.waiting[0]?.answer(aSeries());
    await asked[0];
    clock.at = "10:02";
    const problem = new Problem(kind, "It is down.");
    far.waiting[1]?.fail(problem);
    await expect(asked[1]).rejects.toBe(problem);
    expect(load.contact()).toEqual({
      address,
      answered: "10:00",
      failed: { at: "10:02", why: "It is down." },
    });
    far.waiting[2]?.answer(aSeries());
    await asked[2];
    expect(load.contact()).toEqual({ address, answered: "10:02" });
  },
);

it("takes 'no such series' for an answer", async () => {
  const { far, load } = bench();
  const asked = load(one);
  far.waiting[0]?.fail(noData("It is not served."));
  await expect(asked).rejects.toMatchObject({ kind: "no-data" });
  expect(load.contact()).toEqual({ address, answered: "10:00" });
});
