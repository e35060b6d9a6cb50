import "fake-indexeddb/auto";
import { gatewayFigures } from "../../src/addin/gateway-figures";
import { gatewayLater } from "../../src/addin/gateway-later";
import { createEdition } from "../../src/load/edition";
import { orElse } from "../../src/load/fallback";
import { aSeries, id, listed, rawDocument } from "../fixtures/documents";
import {
  ok,
  startFaultyGateway,
  status,
  type Behaviour,
  type FaultyGateway,
} from "../fixtures/faulty-gateway";

const one = id("XX.ONE");
let gateway: FaultyGateway;

beforeAll(async () => {
  gateway = await startFaultyGateway();
});
beforeEach(() => {
  gateway.requests.length = 0;
  // A browser of its own for each test.
  globalThis.indexedDB = new IDBFactory();
});
afterAll(() => gateway.close());

/** Serves one version of a document with its tag, and answers 304 to whoever holds it. */
const serving =
  (version: string, over: Record<string, unknown> = {}): Behaviour =>
  (request, response) => {
    const tag = `"${version}"`;
    if (request.headers["if-none-match"] === tag) response.writeHead(304).end();
    else ok(rawDocument(one, { version, ...over }), { ETag: tag })(request, response);
  };
const tags = (): readonly unknown[] => gateway.requests.map(({ headers }) => headers["if-none-match"]);

it("answers what is kept without asking for some hours; the newest is asked for each time, by its tag", async () => {
  gateway.behave = serving("v1");
  const { kept, newest, unhurried } = gatewayFigures(gateway.origin);
  expect((await newest(one)).version).toBe("v1");
  await settled();
  expect((await kept(one)).version).toBe("v1");
  expect(gateway.requests).toHaveLength(1);
  await newest(one);
  await unhurried(one);
  expect(tags()).toEqual([undefined, '"v1"', '"v1"']);
  gateway.behave = serving("v2");
  expect((await unhurried(one)).version).toBe("v2");
});

it("knows whether the gateway answers, and when", async () => {
  gateway.behave = serving("v1");
  const { newest, contact } = gatewayFigures(gateway.origin);
  expect(contact()).toEqual({ address: gateway.origin });
  await newest(one);
  expect(contact().answered).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/);
  await settled();
  gateway.behave = status(503);
  expect(await newest(one)).toMatchObject({ version: "v1", stale: true });
  expect(contact().failed).toMatchObject({ why: expect.stringContaining("in trouble (503)") });
  gateway.behave = status(404);
  await newest(one);
  expect(contact().failed).toBeUndefined();
});

it("falls back from the gateway to what is kept, then to what is embedded, each marked", async () => {
  gateway.behave = serving("v1", { published: "2024-03-01" });
  const figures = gatewayFigures(gateway.origin);
  const embedded = listed([
    aSeries(one, { version: "v0", embedded: true }),
    aSeries("XX.TWO", { embedded: true }),
  ]);
  const load = orElse(figures.newest, embedded);
  expect(await load(one)).toEqual(rawDocument(one, { version: "v1", published: "2024-03-01" }));
  await settled();
  gateway.behave = (request) => void request.socket.resetAndDestroy();
  expect(await load(one)).toMatchObject({ version: "v1", stale: true });
  expect(await load(id("XX.TWO"))).toMatchObject({ embedded: true });
  // A gateway that lost its store serves what is embedded in it: what is kept is newer.
  gateway.behave = serving("v0", { embedded: true, published: "2024-02-01" });
  expect(await load(one)).toMatchObject({ version: "v1", stale: true });
});

it("stages what is newer at the gateway without changing an answer, and asks no more than it must", async () => {
  gateway.behave = serving("v1");
  const figures = gatewayFigures(gateway.origin);
  const edition = createEdition(figures.newest);
  await edition.load(one);
  await settled();
  gateway.behave = serving("v2");
  const [result] = await edition.stage(figures.unhurried);
  expect(result).toEqual({ id: one, outcome: "newer" });
  expect([edition.peek(one)?.version, edition.staged().get(one)?.version]).toEqual(["v1", "v2"]);
  await edition.stage(figures.unhurried);
  expect(tags()).toEqual([undefined, '"v1"', '"v2"']);
  gateway.behave = status(500);
  await edition.stage(figures.unhurried);
  expect(edition.staged().get(one)?.version).toBe("v2");
});

it("looks for newer figures a few at a time", async () => {
  let [open, most] = [0, 0];
  gateway.behave = (request, response) => {
    most = Math.max(most, ++open);
    setImmediate(() => {
      open--;
      const name = decodeURIComponent(/series\/(.+)\.json/.exec(request.url ?? "")?.[1] ?? "");
      ok(rawDocument(name))(request, response);
    });
  };
  const { unhurried } = gatewayFigures(gateway.origin);
  const names = Array.from({ length: 30 }, (_, i) => id(`XX.S${i}`));
  expect((await Promise.all(names.map((name) => unhurried(name)))).map((series) => series.id)).toEqual(names);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});

it("is the same when it is fetched beside the page; before, only its address is known", async () => {
  gateway.behave = serving("v1");
  const { newest, contact } = gatewayLater(gateway.origin);
  expect(contact()).toEqual({ address: gateway.origin });
  expect((await newest(one)).version).toBe("v1");
  expect(contact().answered).toBeDefined();
});

/** Lets what is written beside a load come to rest. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
