import { few } from "../../src/load/few";
import { aSeries, held, id } from "../fixtures/documents";

const names = ["XX.ONE", "XX.TWO", "XX.THREE", "XX.FOUR", "XX.FIVE"];
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it("asks a few at a time, in order, and goes on after a failure", async () => {
  const far = held();
  const load = few(far, 2);
  const asked = Promise.allSettled(names.map((name) => load(id(name))));
  const waiting = (): readonly string[] => far.waiting.map((request) => request.id);
  expect(waiting()).toEqual(names.slice(0, 2));
  far.waiting[1]?.fail(new Error("down"));
  await settle();
  expect(waiting()).toEqual(names.slice(0, 3));
  far.waiting[0]?.answer(aSeries("XX.ONE"));
  far.waiting[2]?.answer(aSeries("XX.THREE"));
  await settle();
  expect(waiting()).toEqual(names);
  far.waiting[3]?.answer(aSeries("XX.FOUR"));
  far.waiting[4]?.answer(aSeries("XX.FIVE"));
  expect((await asked).map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
    "fulfilled",
  ]);
  void load(id("XX.ONE")).catch(() => undefined);
  void load(id("XX.TWO")).catch(() => undefined);
  void load(id("XX.THREE")).catch(() => undefined);
  expect(far.waiting).toHaveLength(7);
});
