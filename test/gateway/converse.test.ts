import { period } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import { converse } from "../../src/gateway/converse";
import type { Ask, Dialogue, Reading } from "../../src/sources/common/source";
import { id } from "../fixtures/documents";

const ask = (path: string): Ask => ({ at: "api", path, types: ["application/json"], maxBytes: 1000 });
const reading: Reading = { id: id("XX.ONE"), source: "ecb", observations: [[period("2023"), 1]] };
const refused = new Problem("unreachable", "Refused; try again later.");

test("carries answers in and readings out", async () => {
  const heard: string[] = [];
  function* dialogue(): Dialogue {
    heard.push((yield ask("/1")).text, (yield ask("/2")).text);
    return [reading];
  }
  const readings = await converse(dialogue(), ({ path }) => Promise.resolve({ status: 200, text: path }));
  expect(heard).toEqual(["/1", "/2"]);
  expect(readings).toEqual([reading]);
});

test("throws a failure into the dialogue, which may ask elsewhere", async () => {
  function* dialogue(): Dialogue {
    try {
      yield ask("/first");
    } catch (thrown) {
      expect(thrown).toBe(refused);
      yield ask("/second");
      return [reading];
    }
    return [];
  }
  const send = ({ path }: Ask) =>
    path === "/first" ? Promise.reject(refused) : Promise.resolve({ status: 200, text: "" });
  expect(await converse(dialogue(), send)).toEqual([reading]);
});

test.each([
  ["a failure that the dialogue does not catch", () => Promise.reject(refused), "Refused"],
  ["another error of the wire", () => Promise.reject(new TypeError("fetch failed")), "fetch failed"],
])("ends in a Problem on %s", async (_, send, words) => {
  function* dialogue(): Dialogue {
    yield ask("/1");
    return [reading];
  }
  const end = await converse(dialogue(), send).catch((thrown: unknown) => thrown);
  expect(end).toBeInstanceOf(Problem);
  expect((end as Problem).message).toContain(words);
});

test("ends in a Problem where the dialogue itself breaks", async () => {
  function* dialogue(): Dialogue {
    const { text } = yield ask("/1");
    JSON.parse(text);
    return [];
  }
  await expect(
    converse(dialogue(), () => Promise.resolve({ status: 200, text: "{" })),
  ).rejects.toBeInstanceOf(Problem);
});

test("does not follow a provider that always names a further page", async () => {
  let asked = 0;
  function* dialogue(): Dialogue {
    for (;;) yield ask("/next");
  }
  const send = () => {
    asked++;
    return Promise.resolve({ status: 200, text: "" });
  };
  await expect(converse(dialogue(), send)).rejects.toThrow(/does not end/);
  expect(asked).toBeLessThan(1000);
});
