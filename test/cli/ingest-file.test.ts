import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ingestWith } from "../../src/cli/ingest";
import { COMPUTER, document, gatewayWorld, JAPAN, written } from "./gateway-world";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ingest-file-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type World = ReturnType<typeof gatewayWorld>;

async function ingest(world: World, ...args: readonly string[]) {
  const { io, out, error } = written();
  const code = await ingestWith(world.host)(["--out", folder, ...args], io);
  return { code, out: out(), error: error() };
}

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

const exported = async (id: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, "v1/series", `${id}.json`), "utf8")).observations;

const first = document(
  {
    [COMPUTER]: [
      ["2023-11", null],
      ["2023-12", 1.5],
    ],
  },
  "2024-02-08",
);

it("reads a downloaded document, says exactly what it did, and asks nobody", async () => {
  const world = gatewayWorld();
  const got = await ingest(world, "--file", `boj=${await file("bop.json", first)}`);
  expect(got).toMatchObject({ code: 0, error: "" });
  expect(got.out.split("\n")[0]).toBe(`${COMPUTER}: 2023-11 to 2023-12, 2 figures; 2 new, 0 changed`);
  expect(world.asked).toEqual([]);
  expect(await exported(COMPUTER)).toEqual([
    ["2023-11", null],
    ["2023-12", 1.5],
  ]);
});

it("names what changed, old and new, and adds nothing when it reads the same again", async () => {
  const world = gatewayWorld();
  await ingest(world, "--file", `boj=${await file("a.json", first)}`);
  const second = document(
    {
      [COMPUTER]: [
        ["2023-11", 7],
        ["2023-12", 1.25],
        ["2024-01", -2],
      ],
    },
    "2024-03-08",
  );
  const path = await file("b.json", second);
  const { out } = await ingest(world, "--file", `boj=${path}`);
  expect(out.split("\n").slice(0, 3)).toEqual([
    `${COMPUTER}: 2023-11 to 2024-01, 3 figures; 1 new, 2 changed`,
    "  2023-11: not observed → 7",
    "  2023-12: 1.5 → 1.25",
  ]);
  expect((await ingest(world, "--file", `boj=${path}`)).out).toMatch(/3 figures; 0 new, 0 changed\n/);
});

it("shows the first of many changes, and how many more there are", async () => {
  const world = gatewayWorld();
  const months = Array.from({ length: 12 }, (_, i) => `2022-${String(i + 1).padStart(2, "0")}`);
  const rows = (add: number) => months.map((month, i): [string, number] => [month, i + add]);
  await ingest(
    world,
    "--file",
    `boj=${await file("a.json", document({ [COMPUTER]: rows(1) }, "2023-02-08"))}`,
  );
  const later = await file("b.json", document({ [COMPUTER]: rows(2) }, "2024-02-08"));
  const { out } = await ingest(world, "--file", `boj=${later}`);
  expect(out).toMatch(/12 figures; 0 new, 12 changed\n {2}2022-01: 1 → 2\n/);
  expect(out).toMatch(/ {2}2022-10: 10 → 11\n {2}and 2 more\n/);
});

it("reads several documents, and reports each series as JSON", async () => {
  const files = [
    `boj=${await file("a.json", first)}`,
    `tic=${await file("t.json", document({ [JAPAN]: [["2023-12", 1100.5]] }, "2024-02-15"))}`,
  ];
  const { out } = await ingest(gatewayWorld(), "--json", ...files.flatMap((name) => ["--file", name]));
  const lines = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.slice(0, 2)).toEqual([
    {
      event: "file",
      file: join(folder, "a.json"),
      id: COMPUTER,
      first: "2023-11",
      last: "2023-12",
      figures: 2,
      added: 2,
      changed: [],
    },
    expect.objectContaining({ event: "file", id: JAPAN, figures: 1, added: 1 }),
  ]);
});

it.each([
  ["is of another kind", "<html>", /The tic document is not one; check it\./],
  ["is not there", undefined, /none\.json cannot be read \(.*ENOENT.*\); check its name\./],
])("records nothing of any document where one %s", async (_, text, words) => {
  const world = gatewayWorld();
  const good = await file("a.json", first);
  const bad = text === undefined ? join(folder, "none.json") : await file("b.json", text);
  const got = await ingest(world, "--file", `boj=${good}`, "--file", `tic=${bad}`);
  expect([got.code, got.out]).toEqual([1, ""]);
  expect(got.error).toMatch(words);
  const again = await ingest(world, "--file", `boj=${good}`);
  expect(again.out).toMatch(/2 figures; 2 new, 0 changed/);
});

it("adds the vintages of an older document and changes nothing that is newer", async () => {
  const world = gatewayWorld();
  const newer = await file("new.json", document({ [COMPUTER]: [["2023-12", 2]] }, "2024-03-08"));
  await ingest(world, "--file", `boj=${newer}`);
  const { out } = await ingest(world, "--file", `boj=${await file("old.json", first)}`);
  expect(out).toMatch(/2 figures; 1 new, 0 changed/);
  expect(await exported(COMPUTER)).toEqual([
    ["2023-11", null],
    ["2023-12", 2],
  ]);
});
