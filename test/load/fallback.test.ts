import { noData, Problem } from "../../src/domain/problem";
import { orElse } from "../../src/load/fallback";
import { aSeries, id, listed } from "../fixtures/documents";

const one = id("XX.ONE");
const failing = (problem: unknown) => listed([], () => problem);
const unreachable = new Problem("unreachable", "The gateway could not be reached; check the network.");
const unreadable = new Problem("unreadable", "XX.ONE from the gateway cannot be read; report it.");
const notEmbedded = noData("XX.ONE is not in the embedded data; connect to a gateway to load it.");

it("does not ask the second while the first answers", async () => {
  const second = listed([aSeries("XX.ONE", { version: "second" })]);
  expect((await orElse(listed([aSeries()]), second)(one)).version).toBe("v1");
  expect(second.asked).toEqual([]);
});

it("lets the second answer when the first fails, and says why", async () => {
  const told: unknown[] = [];
  const load = orElse(failing(unreachable), listed([aSeries()]), (name, problem) =>
    told.push([name, problem]),
  );
  expect((await load(one)).id).toBe(one);
  expect(told).toEqual([[one, unreachable]]);
});

it("answers even if the listener fails", async () => {
  const complaints = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const load = orElse(failing(unreachable), listed([aSeries()]), () => {
    throw new Error("the log is full");
  });
  expect((await load(one)).id).toBe(one);
  expect(complaints).toHaveBeenCalledTimes(1);
  complaints.mockRestore();
});

it.each([
  ["unreadable, then no data", unreadable, notEmbedded],
  ["no data, then no data", noData("This gateway does not serve XX.ONE."), notEmbedded],
  ["unreachable, then unreadable", unreachable, unreadable],
])("fails as the first did: %s", async (_, first, second) => {
  await expect(orElse(failing(first), failing(second))(one)).rejects.toBe(first);
});

it("says both where the world could not be reached and what is at hand lacks the series", async () => {
  const both = orElse(failing(unreachable), failing(notEmbedded))(one);
  await expect(both).rejects.toMatchObject({ kind: "unreachable" });
  await expect(both).rejects.toThrow(
    "XX.ONE could not be loaded: The gateway could not be reached; check the network; and XX.ONE is not in the embedded data; connect to a gateway to load it.",
  );
});
