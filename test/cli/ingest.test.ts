import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../src/cli/command";
import { ingestWith } from "../../src/cli/ingest";
import { COMPUTER, document, gatewayWorld, JAPAN, SEEDED, TE, written } from "./gateway-world";

let folder: string;
let store: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ingest-"));
  store = join(folder, "store");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type World = ReturnType<typeof gatewayWorld>;

async function ingest(world: World, ...args: readonly string[]) {
  const { io, out, error } = written();
  const code = await ingestWith(world.host)(args, io);
  return { code, out: out(), error: error() };
}

const exported = async (id: string): Promise<any> =>
  JSON.parse(await readFile(join(folder, "out/v1/series", `${id}.json`), "utf8"));

it("asks for what is due, says what it brought, and asks no more until something is due again", async () => {
  const world = gatewayWorld();
  expect(await ingest(world, "--store", store)).toEqual({
    code: 0,
    out: expect.stringMatching(
      /^(?=[^]*boj\.all: 1 series read, 2 figures new, 0 changed\n)(?=[^]*tic\.all: 1 series read, 1 figure new, 0 changed\n)[^]*2 batches read, 0 not due, 0 failed; 3 figures new, 0 changed\.\nNot asked, offline or without a key: Trading Economics\.\n$/,
    ),
    error: "",
  });
  expect(world.asked.sort()).toEqual(["boj", "tic"]);
  const again = await ingest(world, "--store", store);
  expect([again.code, world.asked.length]).toEqual([0, 2]);
  expect(again.out).toMatch(/0 batches read, 2 not due/);
  await ingest(world, "--store", store, "--all");
  expect(world.asked).toHaveLength(4);
  world.clock.now += 3 * 24 * 3_600_000;
  await ingest(world, "--store", store);
  expect(world.asked).toHaveLength(6);
});

it("says that nothing is due, and how to ask all the same", async () => {
  const world = gatewayWorld();
  await ingest(world, "--store", store, "--only", "boj");
  const { out } = await ingest(world, "--store", store, "--only", "boj");
  expect(out).toMatch(/Nothing new is expected yet; --all asks all the same\.\n$/);
});

it("does not let one provider that fails stop the others, and ends with 4", async () => {
  const world = gatewayWorld();
  world.answers.delete("boj");
  const { code, out, error } = await ingest(world, "--store", store);
  expect(code).toBe(4);
  expect(out).toMatch(/1 batch read, 0 not due, 1 failed; 1 figure new/);
  expect(error).toBe("boj.all failed: boj is away; try again later.\n");
});

it("asks only whom it is told to, and only for figures since a day", async () => {
  const world = gatewayWorld();
  await ingest(world, "--store", store, "--only", "boj");
  await ingest(world, "--store", store, "--only", "boj", "--all");
  await ingest(world, "--store", store, "--only", "boj", "--all", "--since", "2020-05-17");
  const [boj] = world.sources as unknown as { asked: { heldTo?: string }[] }[];
  expect(boj!.asked.map(({ heldTo }) => heldTo)).toEqual([undefined, "2024-01", "2020-05"]);
  expect(world.asked).not.toContain("tic");
});

it("exports documents, catalogue and status beside the store, without asking anybody for them", async () => {
  const world = gatewayWorld({ DIGITRADE_TE_KEY: "user:s3cret" });
  const out = join(folder, "out");
  const first = await ingest(world, "--out", out);
  expect(first.code).toBe(0);
  expect(first.out).toContain(
    `${join(out, "v1")}: 5 documents written, 0 unchanged; no figures are held of `,
  );
  expect(first.out).toMatch(/Left out, being figures for subscribers only: FX\.USDJPY\.TE/);
  expect((await readdir(out)).sort()).toEqual(["store", "v1"]);
  expect((await readdir(join(out, "v1/series"))).sort()).toEqual(
    [COMPUTER, JAPAN, SEEDED].map((id) => `${id}.json`).sort(),
  );
  expect((await exported(COMPUTER)).observations).toEqual([
    ["2023-12", 1],
    ["2024-01", 2],
  ]);
  expect((await exported(SEEDED)).embedded).toBe(true);
  const status = JSON.parse(await readFile(join(out, "v1/status.json"), "utf8"));
  expect(status).toMatchObject({ schema: 1, started: "2024-03-10T12:00:00.000Z", store: "folder" });
  expect(status.providers.map(({ state }: { state: string }) => state)).toEqual(["live", "live", "live"]);
  expect(world.asked.sort()).toEqual(["boj", "te", "tic"]);
  expect(first.out + first.error).not.toContain("s3cret");

  world.answers.set("boj", document({ [COMPUTER]: [["2024-01", 3]] }, "2024-03-09"));
  world.clock.now += 60_000;
  const second = await ingest(world, "--out", out, "--only", "boj", "--all");
  expect(second.out).toContain("2 documents written, 3 unchanged");
  expect((await exported(COMPUTER)).observations).toEqual([
    ["2023-12", 1],
    ["2024-01", 3],
  ]);
  expect(world.asked).toHaveLength(4);
});

it("marks what it exports of a provider that fails as stale", async () => {
  const world = gatewayWorld();
  await ingest(world, "--out", join(folder, "out"));
  world.answers.delete("boj");
  const { code } = await ingest(world, "--out", join(folder, "out"), "--all");
  expect(code).toBe(4);
  expect(await exported(COMPUTER)).toMatchObject({ stale: true, observations: expect.any(Array) });
  expect((await exported(JAPAN)).stale).toBeUndefined();
});

it("writes a JSON document a line where it is asked to", async () => {
  const world = gatewayWorld();
  world.answers.delete("boj");
  const { out, error } = await ingest(world, "--out", join(folder, "out"), "--json");
  const lines = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(error).toBe("");
  expect(lines.map(({ event }) => event)).toEqual(["batch", "batch", "batch", "batches", "export"]);
  expect(lines).toContainEqual({
    event: "batch",
    batch: "tic.all",
    provider: "tic",
    outcome: "read",
    series: 1,
    changes: { added: 1, changed: 0 },
  });
  expect(lines.find(({ batch }) => batch === "boj.all")).toMatchObject({
    outcome: "failed",
    failure: /away/,
  });
  expect(lines.at(-1)).toMatchObject({ written: 4, leftOut: expect.arrayContaining([TE]), failed: [] });
});

it("draws one line that fills up on a terminal, and tells failures above it", async () => {
  const world = gatewayWorld();
  world.answers.delete("boj");
  const { io, out, error } = written(true);
  await ingestWith(world.host)(["--store", store], io);
  const drawn = error();
  expect(drawn).toMatch(/^\r\u001b\[K\[\.{30}\] 0\/3 /);
  expect(drawn).toContain("\r\u001b[K[##########....................] 1/3 ");
  expect(drawn).toContain("[##############################] 3/3 ");
  expect(drawn).toContain("\r\u001b[Kboj.all failed: boj is away; try again later.\n[");
  expect(drawn).toMatch(/\r\u001b\[K$/);
  expect(out()).toMatch(/^1 batch read/);
});

it("warns of variables that do nothing, and keeps quiet about why unless it is asked", async () => {
  const world = gatewayWorld({ DIGITRADE_ONLY: "boj" });
  world.answers.delete("boj");
  expect((await ingest(world, "--store", store)).error).toMatch(/^DIGITRADE_ONLY is not a variable/);
  const loud = gatewayWorld({ DIGITRADE_LOG: "debug" });
  loud.answers.delete("boj");
  expect((await ingest(loud, "--store", join(folder, "other"))).error).toMatch(
    /warn: not read: batch boj\.all/,
  );
});

it("says that the store cannot be written to, before anybody is asked", async () => {
  const file = join(folder, "file");
  await writeFile(file, "");
  const world = gatewayWorld();
  const { code, error } = await ingest(world, "--store", join(file, "store"));
  expect(code).toBe(1);
  expect(error).toMatch(/file\/store\).*check that it is there and may be written to/);
  expect(world.asked).toEqual([]);
});

it("says that the folder cannot be written to", async () => {
  const file = join(folder, "file");
  await writeFile(file, "");
  const { code, error } = await ingest(gatewayWorld(), "--store", store, "--out", file);
  expect([code, error]).toEqual([1, expect.stringMatching(/cannot be written to \(ENOTDIR\)/)]);
});

it.each([
  [["--only", "boj,nobody"], /--only: "nobody" is not a source; there are boj, tic, te\./],
  [["--since", "2024-06"], /--since 2024-06 is not a day; write --since 2024-06-21\./],
  [["--since", "06/21/2024"], /--since/],
  [["--file", "boj"], /--file boj does not say whose document it is; write --file boj=PATH\./],
  [["--file", "nobody=x"], /--file: "nobody" is not a source/],
  [["--file", "boj=x", "--all"], /With --file no provider is asked/],
  [["--file", "boj=x", "--only", "boj"], /With --file no provider is asked/],
  [["--store", "s3://bucket"], /DIGITRADE_STORE \(or --store\) must be a folder/],
  [["--nonsense"], /nonsense/],
  [["more"], /more/],
])("refuses %j as wrong usage", async (args, words) => {
  const world = gatewayWorld();
  const ingesting = ingestWith(world.host)(args, written().io);
  await expect(ingesting).rejects.toThrow(UsageError);
  await expect(ingesting).rejects.toThrow(words);
  expect(world.asked).toEqual([]);
});
