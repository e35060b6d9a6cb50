import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { ENTRIES } from "../../../src/catalog/catalog";
import { Problem } from "../../../src/domain/problem";
import { remote } from "../../../src/load/remote";
import type { Service } from "../../../src/gateway/server/service";
import { aSeries, id } from "../../fixtures/documents";
import {
  facts,
  get,
  json,
  LONG,
  longSeries,
  memoryFigures,
  ONE,
  serving,
  tic,
  type MemoryFigures,
} from "./serving";

let figures: MemoryFigures;
let gateway: Service & { readonly log: string[] };

beforeEach(async () => {
  figures = memoryFigures();
  gateway = await serving(figures);
});
afterEach(() => gateway.stop(1000));

const series = (name: string): string => `/v1/series/${name}.json`;
const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  get(gateway.origin, path, { method, headers });

it("sends a series as the document that it is, and again from memory, just the same", async () => {
  const first = await ask(series(ONE));
  expect(first.status).toBe(200);
  expect(json(first)).toEqual(aSeries(ONE));
  const second = await ask(series(ONE));
  expect(second.body).toEqual(first.body);
  const { date: _, ...headers } = first.headers;
  expect(second.headers).toMatchObject(headers);
  expect(headers).toEqual({
    "content-type": "application/json; charset=utf-8",
    "content-length": String(first.body.length),
    etag: expect.stringMatching(/^"[\w-]{22}"$/),
    vary: "Accept-Encoding",
    "cache-control": "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800",
    "access-control-allow-origin": "*",
    "access-control-expose-headers": expect.stringContaining("ETag"),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    connection: "close",
  });
});

it.each<[string, string, (body: Buffer) => Buffer]>([
  ["gzip", "gzip", gunzipSync],
  ["br", "gzip, deflate, br", brotliDecompressSync],
  ["br", "*", brotliDecompressSync],
  ["gzip", "br;q=0, *;q=0.1", gunzipSync],
])("compresses to %s for %s, to the same bytes, with a tag of its own", async (encoding, accept, unpack) => {
  const plain = await ask(series(LONG));
  for (const from of ["the app", "memory"]) {
    const packed = await ask(series(LONG), { "Accept-Encoding": accept });
    expect([from, packed.headers["content-encoding"]]).toEqual([from, encoding]);
    expect(unpack(packed.body).equals(plain.body)).toBe(true);
    expect(packed.body.length).toBeLessThan(plain.body.length / 2);
    expect(packed.headers.etag).toBe(plain.headers.etag?.replace(/"$/, `-${encoding}"`));
  }
});

it("sends what is short as it is", async () => {
  const got = await ask(series(ONE), { "Accept-Encoding": "gzip, br" });
  expect(got.headers["content-encoding"]).toBeUndefined();
  expect(got.headers.vary).toBe("Accept-Encoding");
});

it.each(["identity", "gzip", "br"])(
  "answers 304 to the tag of what it would send as %s",
  async (encoding) => {
    const accept = { "Accept-Encoding": encoding };
    const { etag = "" } = (await ask(series(LONG), accept)).headers;
    for (const match of [etag, `W/${etag}`, `"other", W/"another" ,${etag}`, "*"]) {
      const got = await ask(series(LONG), { ...accept, "If-None-Match": match });
      expect([match, got.status, got.body.length]).toEqual([match, 304, 0]);
      expect(got.headers).toMatchObject({
        etag,
        vary: "Accept-Encoding",
        "access-control-allow-origin": "*",
      });
      expect(got.headers["cache-control"]).toContain("max-age=300");
      expect(got.headers["content-type"]).toBeUndefined();
    }
    for (const match of ['"other"', etag.slice(1, -1), etag.replace('"', '"x')])
      expect((await ask(series(LONG), { ...accept, "If-None-Match": match })).status).toBe(200);
  },
);

it("does not take the tag of one encoding for another's", async () => {
  const { etag = "" } = (await ask(series(LONG), { "Accept-Encoding": "gzip" })).headers;
  for (const encoding of ["br", "identity"])
    expect((await ask(series(LONG), { "Accept-Encoding": encoding, "If-None-Match": etag })).status).toBe(
      200,
    );
});

it.each([series(ONE), series(LONG), "/v1/catalog.json", "/v1/status.json", "/healthz", "/v1/none"])(
  "answers HEAD %s with the headers of GET and no body",
  async (path) => {
    const head = await ask(path, {}, "HEAD");
    const { date: _, ...got } = (await ask(path)).headers;
    expect(head.body.length).toBe(0);
    const { date: __, ...headers } = head.headers;
    expect(headers).toEqual(got);
    const { etag } = head.headers;
    if (etag) expect((await ask(path, { "If-None-Match": etag }, "HEAD")).status).toBe(304);
  },
);

it("follows the figures: a new document, a mark, and the very same again", async () => {
  const first = await ask(series(ONE));
  figures.put(aSeries(ONE, { version: "v2", observations: [["2024-02", 7]] }));
  const second = await ask(series(ONE), { "If-None-Match": first.headers.etag ?? "" });
  expect(second.status).toBe(200);
  expect(json(second).observations).toEqual([["2024-02", 7]]);

  figures.put(aSeries(ONE, { version: "v2", observations: [["2024-02", 7]], stale: true }));
  const stale = await ask(series(ONE));
  expect(json(stale).stale).toBe(true);
  expect(stale.headers["cache-control"]).toBe(
    "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800",
  );

  figures.put(aSeries(ONE));
  const again = await ask(series(ONE), { "If-None-Match": first.headers.etag ?? "" });
  expect(again.status).toBe(304);
});

it("asks the figures for every answer, and for nothing that is not in the catalogue", async () => {
  for (let i = 0; i < 3; i++) await ask(series(ONE));
  expect(figures.loads).toEqual([ONE, ONE, ONE]);
  await ask(series("JP.NOTHING.NET"));
  await ask(series("FX.USDJPY"));
  expect(figures.loads).toHaveLength(3);
});

it.each([
  ["an id that is no series", series("JP.NOTHING.NET")],
  ["a composed series", series("FX.USDJPY")],
  ["small letters", series(ONE.toLowerCase())],
  ["no id", series("")],
  ["no ending", `/v1/series/${ONE}`],
  ["another ending", `/v1/series/${ONE}.csv`],
  ["two endings", `/v1/series/${ONE}.json.json`],
  ["a folder up", "/v1/series/../series/JP.COMPUTER.NET.json/../../x"],
  ["a folder up, encoded", "/v1/series/%2e%2e%2f%2e%2e%2fetc%2fpasswd.json"],
  ["an encoded dot", "/v1/series/JP%2ECOMPUTER%2ENET.json"],
  ["an encoded letter", "/v1/series/%4AP.COMPUTER.NET.json"],
  ["a broken encoding", "/v1/series/%E0%A4%A.json"],
  ["a null", "/v1/series/JP.COMPUTER.NET%00.json"],
  ["an address", "/v1/series/https://example.org/x.json"],
  ["a property of objects", "/v1/series/__proto__.json"],
  ["a very long id", series("A".repeat(8000))],
  ["a longer path", `/v1/series/x/${ONE}.json`],
  ["another version", `/v2/series/${ONE}.json`],
  ["the root", "/"],
])("answers 404 in words to %s", async (_, path) => {
  const got = await ask(path);
  expect([path, got.status]).toEqual([path, 404]);
  expect(json(got)).toEqual({ error: expect.stringMatching(/^unknown-/), message: expect.any(String) });
  expect(json(got).message.length).toBeLessThan(300);
  expect(got.headers["content-type"]).toMatch(/^application\/json/);
  expect(got.headers["cache-control"]).toBe("public, max-age=60");
  expect(got.headers["access-control-allow-origin"]).toBe("*");
  expect(figures.loads).toEqual([]);
});

it("takes no notice of a query", async () => {
  const got = await ask(`${series(ONE)}?v=2&next=https://example.org`);
  expect(json(got).id).toBe(ONE);
});

it("refuses what is too long to be read", async () => {
  expect((await ask(`/v1/series/${"A".repeat(20_000)}.json`)).status).toBe(431);
});

it.each<[number, string, Error, RegExp]>([
  [404, "no-data", new Problem("no-data", "Nothing is held; wait."), /Nothing is held/],
  [404, "unknown-series", new Problem("unknown-series", "No such thing."), /No such thing/],
  [503, "unreachable", new Problem("unreachable", "GET https://x/?key=SECRET failed."), /try again later/],
  [502, "unreadable", new Problem("unreadable", "At /srv/app/secret.ts:1"), /cannot be read/],
  [500, "internal", new TypeError("cannot read /srv/app/secret.ts"), /could not be answered/],
])(
  "answers %i (%s) where figures fail, and tells the log the reason",
  async (status, error, thrown, words) => {
    figures.fail(ONE, thrown);
    const got = await ask(series(ONE));
    expect(got.status).toBe(status);
    expect(json(got)).toEqual({ error, message: expect.stringMatching(words) });
    expect(got.body.toString()).not.toMatch(/secret|at .*:\d|stack/i);
    expect(got.headers["retry-after"]).toBe(status === 503 ? "60" : undefined);
    if (status >= 500) expect(got.headers["cache-control"]).toBe("no-store");
    const line = gateway.log.find((text) => text.includes("not answered")) ?? "";
    expect(line).toContain(thrown.message);
    if (status >= 500) expect(line).toContain(`"request":"${String(got.headers["x-request-id"])}"`);
  },
);

it("answers again once figures are back, and after they failed", async () => {
  await ask(series(ONE));
  figures.fail(ONE, new Problem("unreachable", "Away."));
  expect((await ask(series(ONE))).status).toBe(503);
  figures.put(aSeries(ONE));
  expect((await ask(series(ONE))).status).toBe(200);
});

it("lists the whole catalogue, with routes and sources", async () => {
  const got = await ask("/v1/catalog.json");
  const catalog = json(got);
  expect(catalog.schema).toBe(1);
  expect(catalog.entries).toHaveLength(ENTRIES.length);
  const entry = (name: string) => catalog.entries.find((e: { id: string }) => e.id === name);
  expect(entry(ONE)).toMatchObject({
    title: { en: expect.any(String), ja: expect.any(String) },
    unit: { kind: "money", currency: "JPY" },
    measure: "flow",
    frequency: "M",
    routes: [{ provider: "boj", source: "boj" }],
  });
  expect(entry("JP.DIGITAL.NET")).toMatchObject({ definition: "3item", parts: expect.any(Array) });
  expect(entry("FX.USDJPY")).toMatchObject({ virtual: true, routes: [] });
  expect(ENTRIES.filter(({ caution }) => caution)).not.toHaveLength(0);
  for (const { id: name, caution } of ENTRIES) expect(entry(name).caution).toEqual(caution);
  for (const { source } of catalog.entries)
    expect(catalog.sources[source].credit).toEqual(expect.any(String));
  expect((await ask("/v1/catalog.json", { "If-None-Match": got.headers.etag ?? "" })).status).toBe(304);
});

it("says how providers are doing, and that it is well without asking anybody", async () => {
  const got = await ask("/v1/status.json");
  expect(json(got)).toEqual({ schema: 1, ...facts, providers: [tic] });
  expect(got.headers["cache-control"]).toMatch(/max-age=10\b/);
  figures.status = () => Promise.reject(new Error("down"));
  const health = await ask("/healthz");
  expect([health.status, json(health)]).toEqual([200, { status: "ok" }]);
  expect(health.headers["cache-control"]).toBe("no-store");
  expect((await ask("/v1/status.json")).status).toBe(500);
});

it("keeps a secret that got into a provider's failure out of the status", async () => {
  figures.status = () => Promise.resolve([{ ...tic, failure: "the key s3cret is refused" }]);
  const other = await serving(figures, { DIGITRADE_STORE: "redis://:s3cret@cache.example.org" });
  const got = await get(other.origin, "/v1/status.json");
  await other.stop(1000);
  expect(json(got).providers[0].failure).toBe("the key [secret] is refused");
});

it("answers a browser that asks whether it may ask", async () => {
  const headers = {
    Origin: "https://excel.officeapps.live.com",
    "Access-Control-Request-Method": "GET",
    "Access-Control-Request-Headers": "if-none-match",
  };
  const got = await ask(series(ONE), headers, "OPTIONS");
  expect(got.status).toBe(204);
  expect(got.headers).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, OPTIONS",
    "access-control-allow-headers": expect.stringContaining("If-None-Match"),
    "access-control-max-age": "86400",
  });
});

it.each(["POST", "PUT", "DELETE", "PATCH"])("refuses %s", async (method) => {
  await ask(series(ONE));
  const got = await ask(series(ONE), {}, method);
  expect([got.status, got.headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
  expect(json(got).error).toBe("method");
});

it("names no software", async () => {
  for (const path of [series(ONE), "/v1/catalog.json", "/none"]) {
    const { headers } = await ask(path);
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("server");
  }
});

it("gives the add-in's own Load identical documents, also conditionally", async () => {
  figures.put(longSeries(LONG, { stale: true, note: "“Quoted” – 日本" }));
  const load = remote(gateway.origin);
  for (const name of [ONE, LONG]) {
    const loaded = await load(id(name));
    expect(loaded).toEqual(await figures.load(name));
    expect(await load(id(name))).toBe(loaded);
  }
  await expect(load(id("JP.NOTHING.NET"))).rejects.toMatchObject({ kind: "no-data" });
  figures.fail(ONE, new Problem("unreachable", "Away."));
  await expect(load(id(ONE))).rejects.toMatchObject({ kind: "unreachable" });
});
