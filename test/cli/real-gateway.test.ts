import { EventEmitter } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GatewayHost } from "../../src/cli/gateway-host";
import { ingestWith } from "../../src/cli/ingest";
import { serveWith } from "../../src/cli/serve";
import { thisComputer } from "../../src/cli/this-computer";
import { remote } from "../../src/load/remote";
import { embeddedFigures } from "../../src/workbench/connect";
import { id } from "../fixtures/documents";
import { get } from "../gateway/server/serving";
import { written } from "./gateway-world";

jest.setTimeout(60_000);

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "real-"));
});
afterAll(() => rm(out, { recursive: true, force: true }));

it("exports every real document byte for byte as the real gateway sends it, and as it is embedded", async () => {
  const signals = new EventEmitter();
  const host: GatewayHost = {
    ...thisComputer,
    environment: { DIGITRADE_OFFLINE: "1", DIGITRADE_RATE_LIMIT: "0" },
    signals,
    exit: () => undefined,
  };
  const told = written();
  expect(await ingestWith(host)(["--out", out], told.io)).toBe(0);
  expect(told.out()).toMatch(/Not asked, offline or without a key: Bank of Japan[^]*Left out/);
  const files = await readdir(join(out, "v1/series"));
  expect(files.length).toBeGreaterThan(200);

  const { io } = written();
  let code: Promise<number> | undefined;
  const origin = await new Promise<string>((resolve) => {
    const hear = (line: string): void => {
      const { address } = JSON.parse(line) as { address?: string };
      if (address !== undefined) resolve(address);
    };
    code = serveWith(host)(["--port", "0", "--no-metrics", "--store", join(out, "store")], {
      ...io,
      out: hear,
    });
  });
  const [load, embedded] = [remote(origin), embeddedFigures()];
  for (const [i, file] of files.entries()) {
    const sent = await get(origin, `/v1/series/${file}`);
    const bytes = await readFile(join(out, "v1/series", file));
    expect([file, sent.status, sent.body.equals(bytes)]).toEqual([file, 200, true]);
    if (i % 8 > 0) continue;
    const name = id(file.replace(/\.json$/, ""));
    const [loaded, seed] = [await load(name), await embedded(name)];
    expect([name, loaded.observations]).toEqual([name, seed.observations]);
    expect(JSON.parse(bytes.toString())).toEqual(loaded);
  }
  expect(
    (await get(origin, "/v1/catalog.json")).body.equals(await readFile(join(out, "v1/catalog.json"))),
  ).toBe(true);
  signals.emit("SIGTERM");
  expect(await code).toBe(0);
});
