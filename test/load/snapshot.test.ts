import { noData } from "../../src/domain/problem";
import { snapshot } from "../../src/load/snapshot";
import { id, isDeeplyFrozen, rawDocument } from "../fixtures/documents";

const [one, two] = [id("XX.ONE"), id("XX.TWO")];
type Documents = Readonly<Record<string, unknown>>;

function embedded(families: Record<string, () => Promise<Documents>>) {
  const loaded: string[] = [];
  const load = snapshot(
    (wanted) => (wanted.startsWith("XX.") ? "made-up" : wanted.startsWith("YY.") ? "other" : undefined),
    (family) => {
      loaded.push(family);
      return families[family]?.() ?? Promise.reject(new Error("no such chunk"));
    },
  );
  return { load, loaded };
}

it("loads a family once, lazily, and marks what it holds as embedded", async () => {
  const documents = { [one]: rawDocument(one), [two]: rawDocument(two) };
  const { load, loaded } = embedded({ "made-up": () => Promise.resolve(documents) });
  expect(loaded).toEqual([]);
  const [first, second] = await Promise.all([load(one), load(two)]);
  expect(first).toEqual({ ...rawDocument(one), embedded: true });
  expect(second.id).toBe(two);
  expect(isDeeplyFrozen(first)).toBe(true);
  expect(loaded).toEqual(["made-up"]);
});

it("checks a document once", async () => {
  let reads = 0;
  const documents = {
    get [one]() {
      reads++;
      return rawDocument(one);
    },
  };
  const { load } = embedded({ "made-up": () => Promise.resolve(documents) });
  expect(await load(one)).toBe(await load(one));
  expect(reads).toBe(1);
});

it.each(["XX.THREE", "XX.toString", "ZZ.ONE"])(
  "says that %s is not embedded, and what to do",
  async (name) => {
    const { load } = embedded({ "made-up": () => Promise.resolve({}) });
    await expect(load(id(name))).rejects.toEqual(
      noData(`${name} is not in the embedded data; connect to a gateway to load it.`),
    );
  },
);

it("tries a family again that could not be loaded", async () => {
  let up = false;
  const { load, loaded } = embedded({
    "made-up": () =>
      up ? Promise.resolve({ [one]: rawDocument(one) }) : Promise.reject(new Error("offline")),
  });
  await expect(load(one)).rejects.toMatchObject({ kind: "unreachable" });
  up = true;
  expect((await load(one)).id).toBe(one);
  expect(loaded).toEqual(["made-up", "made-up"]);
});

it.each<[string, unknown]>([
  ["a document that is bad", { [one]: { ...rawDocument(one), version: 7 } }],
  ["a document of another series", { [one]: rawDocument(two) }],
  ["no documents at all", null],
])("refuses %s", async (_, documents) => {
  const { load } = embedded({ "made-up": () => Promise.resolve(documents as Documents) });
  await expect(load(one)).rejects.toMatchObject({ kind: "unreadable" });
});
