import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { folderLeases } from "../../../src/gateway/vintages/folder-leases";
import { leased, type Lease } from "../../../src/gateway/vintages/leases";
import { temporaryFolders } from "../../fixtures/store-place";

const aFolder = temporaryFolders();

/** A promise that the test fulfils. */
function pending() {
  let fulfil: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (fulfil = resolve));
  return { promise, fulfil };
}

const idle: Lease = { renew: () => Promise.resolve(), release: () => Promise.resolve() };
const refuse = (task: string, thrown: unknown): never => {
  throw new Error(`${task}: ${String(thrown)}`);
};

describe("work that one does at a time", () => {
  test("is not begun twice in one process, and can be begun again when it ended", async () => {
    const alone = leased({ take: () => Promise.resolve(idle), renewMs: 1000, onFailure: refuse });
    const { promise, fulfil } = pending();
    const first = alone("a", () => promise.then(() => 1));
    expect(await alone("a", () => Promise.resolve(2))).toBeUndefined();
    expect(await alone("b", () => Promise.resolve(3))).toBe(3);
    fulfil();
    expect(await first).toBe(1);
    expect(await alone("a", () => Promise.resolve(4))).toBe(4);
  });

  test("may fail, and then the lease is given back", async () => {
    const released: string[] = [];
    const alone = leased({
      take: (task) =>
        Promise.resolve({
          ...idle,
          release: () => {
            released.push(task);
            return Promise.resolve();
          },
        }),
      renewMs: 1000,
      onFailure: refuse,
    });
    await expect(alone("a", () => Promise.reject(new Error("no luck")))).rejects.toThrow("no luck");
    expect(released).toEqual(["a"]);
    expect(await alone("a", () => Promise.resolve(1))).toBe(1);
  });

  test("is done all the same where leases do not work, which is said", async () => {
    const said: string[] = [];
    const alone = leased({
      take: () => Promise.reject(new Error("away")),
      renewMs: 1000,
      onFailure: (task, thrown) => said.push(`${task}: ${String(thrown)}`),
    });
    expect(await alone("a", () => Promise.resolve(1))).toBe(1);
    expect(said).toEqual(["a: Error: away"]);
  });

  test("renews its lease while it goes on, and a renewal that fails is only said", async () => {
    const { promise, fulfil } = pending();
    let renewals = 0;
    const alone = leased({
      take: () =>
        Promise.resolve({
          ...idle,
          renew: () => {
            if (++renewals === 3) fulfil();
            return Promise.reject(new Error("away"));
          },
        }),
      renewMs: 1,
      onFailure: () => undefined,
    });
    await alone("a", () => promise);
    expect(renewals).toBeGreaterThanOrEqual(3);
  });
});

describe("leases of a folder", () => {
  const lockOf = (folder: string, task: string): string => join(folder, "locks", `${task}.lock`);

  test("are held by one, until they are given back", async () => {
    const folder = await aFolder();
    const [take, other] = [folderLeases(folder), folderLeases(folder)];
    const lease = await take("batches/boj.services");
    expect(lease).toBeDefined();
    expect(await other("batches/boj.services")).toBeUndefined();
    expect(await other("batches/tic")).toBeDefined();
    await lease?.release();
    expect(await other("batches/boj.services")).toBeDefined();
    expect((await readdir(join(folder, "locks"))).sort()).toEqual([
      "batches~boj.services.lock",
      "batches~tic.lock",
    ]);
  });

  test("of many that ask at once, one gets it", async () => {
    const folder = await aFolder();
    const got = await Promise.all(Array.from({ length: 20 }, () => folderLeases(folder)("a")));
    expect(got.filter(Boolean)).toHaveLength(1);
    expect(await readdir(join(folder, "locks"))).toEqual(["a.lock"]);
  });

  test("of a process that has ended are taken over", async () => {
    const folder = await aFolder();
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    await mkdir(join(folder, "locks"));
    await writeFile(lockOf(folder, "a"), JSON.stringify({ host: hostname(), pid: child.pid, token: "t" }));
    expect(await folderLeases(folder)("a")).toBeDefined();
  });

  test.each([
    ["another machine", { host: "elsewhere", pid: 1, token: "t" }],
    ["a process that runs", { host: hostname(), pid: process.pid, token: "t" }],
    ["nobody that can be read", "torn"],
  ])("of %s are respected for a minute after its last sign of life", async (_, holder) => {
    const folder = await aFolder();
    await mkdir(join(folder, "locks"));
    await writeFile(lockOf(folder, "a"), JSON.stringify(holder));
    expect(await folderLeases(folder)("a")).toBeUndefined();
    const before = Date.now() / 1000 - 120;
    await utimes(lockOf(folder, "a"), before, before);
    expect(await folderLeases(folder)("a")).toBeDefined();
    expect(await readdir(join(folder, "locks"))).toEqual(["a.lock"]);
  });

  test("show a sign of life when renewed; one that was taken over is neither renewed nor given back", async () => {
    const folder = await aFolder();
    const lease = await folderLeases(folder)("a");
    const before = Date.now() / 1000 - 120;
    await utimes(lockOf(folder, "a"), before, before);
    await lease?.renew();
    expect(await folderLeases(folder)("a")).toBeUndefined();
    await utimes(lockOf(folder, "a"), before, before);
    const taken = await folderLeases(folder)("a");
    expect(taken).toBeDefined();
    const text = await readFile(lockOf(folder, "a"), "utf8");
    await lease?.renew();
    await lease?.release();
    expect(await readFile(lockOf(folder, "a"), "utf8")).toBe(text);
    await taken?.release();
    expect(await readdir(join(folder, "locks"))).toEqual([]);
  });
});
