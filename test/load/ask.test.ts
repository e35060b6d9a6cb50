import { noData, type Problem } from "../../src/domain/problem";
import { ask } from "../../src/load/ask";
import { aSeries, id } from "../fixtures/documents";

const one = id("XX.ONE");

it("hands the document and our own Problems through", async () => {
  const series = aSeries();
  await expect(ask(() => Promise.resolve(series), one)).resolves.toBe(series);
  const problem = noData("Nothing is held.");
  await expect(ask(() => Promise.reject(problem), one)).rejects.toBe(problem);
});

it("makes a Problem of whatever is thrown before there is a promise", async () => {
  const load = (): never => {
    throw new TypeError("no such thing");
  };
  await expect(ask(load, one)).rejects.toMatchObject({ name: "Problem", kind: "unreadable" });
});

it("refuses the document of another series", async () => {
  const other = ask(() => Promise.resolve(aSeries("XX.TWO")), one);
  await expect(other).rejects.toMatchObject({ kind: "unreadable" } satisfies Partial<Problem>);
  await expect(other).rejects.toThrow(/XX\.ONE was asked for.*XX\.TWO/);
});
