import { shared } from "../../src/load/shared";
import { aSeries, held, id } from "../fixtures/documents";

const one = id("XX.ONE");

it("joins identical requests in flight, and only those", async () => {
  const load = held();
  const joined = shared(load);
  const answers = [joined(one), joined(id("XX.TWO")), joined(one)];
  expect(load.waiting.map((request) => request.id)).toEqual(["XX.ONE", "XX.TWO"]);
  load.waiting[0]?.answer(aSeries("XX.ONE"));
  load.waiting[1]?.answer(aSeries("XX.TWO"));
  expect((await Promise.all(answers)).map((series) => series.id)).toEqual(["XX.ONE", "XX.TWO", "XX.ONE"]);
});

it("remembers neither an answer nor a failure", async () => {
  const load = held();
  const joined = shared(load);
  const failing = [joined(one), joined(one)];
  load.waiting[0]?.fail(new Error("down"));
  const ends = await Promise.allSettled(failing);
  expect(ends.map((end) => end.status)).toEqual(["rejected", "rejected"]);

  for (const turn of [1, 2]) {
    const again = joined(one);
    expect(load.waiting).toHaveLength(turn + 1);
    load.waiting[turn]?.answer(aSeries());
    await again;
  }
});
