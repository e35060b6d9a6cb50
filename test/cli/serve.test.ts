import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../src/cli/command";
import { defaultStore } from "../../src/cli/gateway-host";
import { serveWith } from "../../src/cli/serve";
import { get, json } from "../gateway/server/serving";
import { COMPUTER, gatewayWorld, SEEDED, written } from "./gateway-world";

let folder: string;
let store: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "serve-"));
  store = join(folder, "store");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type World = ReturnType<typeof gatewayWorld>;

/** Starts to serve; `address` settles when it listens, or fails when it ends before. */
function serve(world: World, args: readonly string[] = [], terminal = false) {
  const { io, out, error } = written(terminal);
  let listening: (address: string) => void;
  const address = new Promise<string>((resolve) => (listening = resolve));
  const code = serveWith(world.host)(["--port", "0", "--no-metrics", "--store", store, ...args], {
    ...io,
    out: (text) => {
      io.out(text);
      const found = /listening.*?(http:\/\/[\w.:[\]]+)|(http:\/\/[\w.:[\]]+).*listening/.exec(text);
      if (found) listening(found[1] ?? found[2] ?? "");
    },
  });
  const ended = code.then((c) => Promise.reject(new Error(`${c}: ${error()}`)));
  const first = Promise.race([address, ended]);
  first.catch(() => undefined);
  return { address: first, code, out, error };
}

const path = (id: string): string => `/v1/series/${id}.json`;

it("answers from its providers, and ends well when it is asked to stop", async () => {
  const world = gatewayWorld();
  const { address, code, out, error } = serve(world);
  const origin = await address;
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(json(await get(origin, path(COMPUTER))).observations).toHaveLength(2);
  expect(json(await get(origin, path(SEEDED)))).toMatchObject({ embedded: true });
  expect(json(await get(origin, "/v1/status.json"))).toMatchObject({
    product: expect.stringMatching(/^DigiTrade \d/),
    started: "2024-03-10T12:00:00.000Z",
    store: "folder",
  });
  world.signals.emit("SIGTERM");
  expect(await code).toBe(0);
  await expect(get(origin, "/healthz")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  expect(world.closed).toEqual([store]);
  expect(error()).toBe("");
  const lines = out()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ event }) => event === "listening")).toEqual([
    expect.objectContaining({ level: "info", address: origin, store }),
  ]);
  expect(lines.map(({ event }) => event).filter((event) => /^stop/.test(event))).toEqual([
    "stopping",
    "stopped",
  ]);
  expect(world.signals.listenerCount("SIGTERM") + world.signals.listenerCount("SIGINT")).toBe(0);
});

it("says where it listens in one plain line on a terminal", async () => {
  const world = gatewayWorld();
  const { address, code, out } = serve(world, ["--offline"], true);
  const origin = await address;
  expect(out()).toMatch(new RegExp(`^\\d\\d:\\d\\d:\\d\\d listening: address ${origin}, store .*\\n$`));
  world.signals.emit("SIGINT");
  expect(await code).toBe(0);
  expect(world.asked).toEqual([]);
});

it("finishes the request that is under way when it is asked to stop", async () => {
  const world = gatewayWorld();
  let answer = (): void => undefined;
  const opened = world.host.open;
  const heard = new Promise<void>((resolve) => {
    Object.assign(world.host, {
      open: async (...args: Parameters<typeof opened>) => {
        const gateway = await opened(...args);
        const load: typeof gateway.figures.load = async (id) => {
          resolve();
          await new Promise<void>((go) => (answer = go));
          return gateway.figures.load(id);
        };
        return { ...gateway, figures: { ...gateway.figures, load } };
      },
    });
  });
  const { address, code } = serve(world);
  const underWay = get(await address, path(COMPUTER));
  await heard;
  world.signals.emit("SIGTERM");
  answer();
  expect((await underWay).status).toBe(200);
  expect(await code).toBe(0);
});

it("ends at once when it is asked a second time", async () => {
  const world = gatewayWorld();
  const opened = world.host.open;
  let done = (): void => undefined;
  const idle = new Promise<void>((resolve) => (done = resolve));
  Object.assign(world.host, {
    open: async (...args: Parameters<typeof opened>) => {
      const gateway = await opened(...args);
      return { ...gateway, figures: { ...gateway.figures, idle: () => idle } };
    },
  });
  const { address, code } = serve(world);
  await address;
  world.signals.emit("SIGTERM");
  expect(world.exits).toEqual([]);
  world.signals.emit("SIGINT");
  expect(world.exits).toEqual([130]);
  done();
  expect(await code).toBe(0);
});

it("reports a provider that fails to the log, and serves all the same", async () => {
  const world = gatewayWorld();
  world.answers.delete("boj");
  const { address, code, out } = serve(world);
  const got = await get(await address, path(COMPUTER));
  expect([got.status, json(got).error]).toEqual([503, "unreachable"]);
  world.signals.emit("SIGTERM");
  await code;
  expect(out()).toMatch(/"level":"warn".*boj is away.*"event":"not read"/);
});

it("says that the port is taken, and closes what it opened", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  const world = gatewayWorld();
  const { code, error } = serve(world, ["--port", String(port)]);
  expect(await code).toBe(1);
  expect(error()).toBe(
    `127.0.0.1:${port} is taken, perhaps by a gateway that runs already; choose another port with --port.\n`,
  );
  expect(world.closed).toEqual([store]);
  await new Promise((resolve) => other.close(resolve));
});

it("says that the folder to serve is missing", async () => {
  const { code, error } = serve(gatewayWorld(), ["--static", join(folder, "none")]);
  expect(await code).toBe(1);
  expect(error()).toMatch(/^The folder to serve, .*none, is not there; build the add-in first/);
});

it("says that the store cannot be written to; offline, it serves what it can", async () => {
  await writeFile(store, "a file, not a folder");
  const { code, error } = serve(gatewayWorld(), ["--store", join(store, "sub")]);
  expect(await code).toBe(1);
  expect(error()).toMatch(/serve-\w+\/store\/sub\) does not work: .*may be written to/);
  const world = gatewayWorld();
  const offline = serve(world, ["--store", join(store, "sub"), "--offline"]);
  expect((await get(await offline.address, path(SEEDED))).status).toBe(200);
  world.signals.emit("SIGTERM");
  expect(await offline.code).toBe(0);
  expect(offline.out()).toMatch(/store does not work yet/);
});

it("serves while its Redis is away, says so, and never says its password", async () => {
  const world = gatewayWorld();
  const { address, code, out, error } = serve(world, ["--store", "redis://:s3cret@127.0.0.1:1"]);
  expect((await get(await address, path(SEEDED))).status).toBe(200);
  world.signals.emit("SIGTERM");
  await code;
  expect(out()).toMatch(/"why":"[^"]*Redis at 127\.0\.0\.1:1[^"]*".*store does not work yet/);
  expect(out() + error()).not.toContain("s3cret");
});

it("says why a store cannot be opened at all", async () => {
  const world = gatewayWorld();
  Object.assign(world.host, { open: () => Promise.reject(new Error("EIO")) });
  const { code, error } = serve(world);
  expect(await code).toBe(1);
  expect(error()).toBe(
    `The store of figures (${store}) cannot be opened: EIO; check that it is there and may be written to, or choose another with --store.\n`,
  );
});

it("warns of variables that do nothing", async () => {
  const world = gatewayWorld({ DIGITRADE_PROT: "1" });
  const { address, code, out } = serve(world);
  await address;
  world.signals.emit("SIGTERM");
  await code;
  expect(out()).toMatch(/"level":"warn".*DIGITRADE_PROT is not a variable.*DIGITRADE_PORT\./);
});

it.each([
  [["--port", "x"], /DIGITRADE_PORT \(or --port\) must be a port/],
  [["--metrics-port", "1", "--no-metrics"], /Choose --metrics-port or --no-metrics\./],
  [["--nonsense"], /nonsense/],
  [["here"], /here/],
])("refuses %j as wrong usage", async (args, words) => {
  const serving = serveWith(gatewayWorld().host)(args, written().io);
  await expect(serving).rejects.toThrow(UsageError);
  await expect(serving).rejects.toThrow(words);
});

it.each<[NodeJS.Platform, Record<string, string>, string]>([
  ["linux", {}, "/home/me/.local/share/digitrade"],
  ["linux", { XDG_DATA_HOME: "/data" }, "/data/digitrade"],
  ["darwin", {}, "/home/me/Library/Application Support/DigiTrade"],
  ["win32", { LOCALAPPDATA: "C:\\Users\\me\\AppData\\Local" }, "C:\\Users\\me\\AppData\\Local\\DigiTrade"],
])("keeps vintages where %s keeps data", (platform, environment, where) => {
  expect(defaultStore({ ...gatewayWorld().host, platform, environment, home: "/home/me" })).toBe(where);
});
