import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { get, json } from "../gateway/server/serving";
import { COMPUTER } from "./gateway-world";

let store: string;
beforeAll(async () => {
  store = await mkdtemp(join(tmpdir(), "signals-"));
});
afterAll(() => rm(store, { recursive: true, force: true }));

jest.setTimeout(60_000);

/** The program itself, and what it logs, line by line. */
function start(...args: readonly string[]) {
  const script = require.resolve("./serve-alone.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, store, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const event = async (name: string): Promise<any> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`ended before "${name}"`);
      const line = JSON.parse(value) as { event: string };
      if (line.event === name) return line;
    }
  };
  return { child, event, exit: once(child, "exit") };
}

it("ends with 0 after a signal, with nothing left open", async () => {
  const { child, event, exit } = start();
  const { address, metrics } = await event("listening");
  expect(json(await get(address, `/v1/series/${COMPUTER}.json`)).id).toBe(COMPUTER);
  expect((await get(new URL(metrics).origin, "/metrics")).status).toBe(200);
  child.kill("SIGTERM");
  await event("stopped");
  expect(await exit).toEqual([0, null]);
});

it("ends at once with the second signal", async () => {
  const { child, event, exit } = start("hang");
  await event("listening");
  child.kill("SIGTERM");
  await event("stopping");
  child.kill("SIGINT");
  expect(await exit).toEqual([130, null]);
});
