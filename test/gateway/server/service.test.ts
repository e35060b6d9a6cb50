import { once } from "node:events";
import { Agent, createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import type { Series } from "../../../src/domain/series";
import { aSeries } from "../../fixtures/documents";
import { get, json, memoryFigures, ONE, serving } from "./serving";

const path = `/v1/series/${ONE}.json`;

/** Figures whose next answer the test gives. */
function slowFigures() {
  const figures = memoryFigures();
  let answer = (_: Series): void => undefined;
  const asked = new Promise<void>((heard) => {
    figures.held.set(ONE, () => {
      heard();
      return new Promise((resolve) => (answer = resolve));
    });
  });
  return { figures, asked, answer: () => answer(aSeries(ONE)) };
}

it("stops taking requests, finishes what is under way, and then is gone", async () => {
  const { figures, asked, answer } = slowFigures();
  const gateway = await serving(figures);
  const agent = new Agent({ keepAlive: true });
  expect((await get(gateway.origin, "/healthz", { agent })).status).toBe(200);
  const underWay = get(gateway.origin, path, { agent });
  await asked;
  const stopped = gateway.stop(30_000);
  await expect(get(gateway.origin, "/healthz")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  answer();
  expect(json(await underWay).id).toBe(ONE);
  expect(await stopped).toBe(true);
  agent.destroy();
});

it("waits for nobody longer than it was told", async () => {
  const { figures, asked } = slowFigures();
  const gateway = await serving(figures);
  const underWay = get(gateway.origin, path).catch(
    (thrown: unknown) => (thrown as NodeJS.ErrnoException).code,
  );
  await asked;
  expect(await gateway.stop(50)).toBe(false);
  expect(await underWay).toBe("ECONNRESET");
});

it("is not held up by connections on which nothing is asked", async () => {
  const gateway = await serving(memoryFigures());
  const agent = new Agent({ keepAlive: true });
  await get(gateway.origin, path, { agent });
  const silent = connect(Number(new URL(gateway.origin).port), "127.0.0.1");
  await once(silent, "connect");
  const closed = once(silent, "close");
  expect(await gateway.stop(200)).toBe(true);
  await closed;
  agent.destroy();
});

it("refreshes at once, unless it is offline", async () => {
  const figures = memoryFigures();
  const gateway = await serving(figures);
  expect(figures.refreshes).toHaveLength(1);
  await gateway.stop(1000);
  const alone = memoryFigures();
  await (await serving(alone, { DIGITRADE_OFFLINE: "1" })).stop(1000);
  expect(alone.refreshes).toHaveLength(0);
});

it("says that a port is taken, for figures and for metrics, and leaves nothing open", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  await expect(serving(memoryFigures(), { DIGITRADE_PORT: String(port) })).rejects.toThrow(
    `127.0.0.1:${port} is taken, perhaps by a gateway that runs already; choose another port with --port.`,
  );
  const figures = memoryFigures();
  await expect(serving(figures, { DIGITRADE_METRICS_PORT: String(port) })).rejects.toThrow(/--no-metrics/);
  expect(figures.refreshes).toHaveLength(0);
  await expect(serving(memoryFigures(), { DIGITRADE_HOST: "192.0.2.1" })).rejects.toThrow(
    /192\.0\.2\.1 is not an address of this computer; choose another with --host\.$/,
  );
  await new Promise((resolve) => other.close(resolve));
});

describe("metrics", () => {
  it("count what is answered, from where, and how providers are", async () => {
    const figures = memoryFigures();
    const changes = { added: 1, changed: 0 };
    figures.reports.push({ batch: "tic.holders", provider: "tic", outcome: "read", series: 58, changes });
    const gateway = await serving(
      figures,
      { DIGITRADE_METRICS_PORT: "0", DIGITRADE_RATE_LIMIT: "6" },
      () => 0,
    );
    const { etag = "" } = (await get(gateway.origin, path)).headers;
    await get(gateway.origin, path);
    await get(gateway.origin, path, { headers: { "If-None-Match": etag } });
    await get(gateway.origin, "/v1/series/NO.SUCH.json?key=s3cret");
    await get(gateway.origin, "/v1/catalog.json");
    await get(gateway.origin, `/v1/x/${"y".repeat(100)}`);
    await get(gateway.origin, "/v1/catalog.json");
    const { origin, pathname } = new URL(gateway.metrics ?? "");
    const got = await get(origin, pathname);
    const text = got.body.toString();
    expect(got.headers["content-type"]).toContain("text/plain");
    for (const line of [
      'digitrade_requests_total{route="series",status="200"} 2',
      'digitrade_requests_total{route="series",status="304"} 1',
      'digitrade_requests_total{route="series",status="404"} 1',
      'digitrade_requests_total{route="catalog",status="200"} 1',
      'digitrade_requests_total{route="catalog",status="429"} 1',
      'digitrade_requests_total{route="other",status="404"} 1',
      'digitrade_prepared_total{outcome="hit"} 2',
      'digitrade_prepared_total{outcome="miss"} 2',
      'digitrade_request_seconds_count{route="catalog"} 2',
      'digitrade_batches_total{provider="tic",outcome="read"} 1',
      'digitrade_series{provider="tic",state="live"} 58',
    ])
      expect(text.split("\n")).toContain(line);
    expect(text).toMatch(/^digitrade_prepared_bytes [1-9]\d*$/m);
    expect(text).toMatch(/^process_resident_memory_bytes [1-9]\d*$/m);
    expect(text).not.toMatch(/127\.0\.0\.1|s3cret|yyy/);
    // A second look must not count the same again.
    expect((await get(origin, pathname)).body.toString()).toContain('prepared_total{outcome="hit"} 2');
    expect((await get(origin, "/")).status).toBe(404);
    await gateway.stop(1000);
    await expect(get(origin, pathname)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  it("listen on loopback, whatever address the figures have", async () => {
    const gateway = await serving(memoryFigures(), {
      DIGITRADE_HOST: "0.0.0.0",
      DIGITRADE_METRICS_PORT: "0",
    });
    expect(gateway.origin).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/);
    expect(gateway.metrics).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    await gateway.stop(1000);
  });

  it("fail in words where providers cannot be asked", async () => {
    const figures = memoryFigures();
    figures.status = () => Promise.reject(new Error("the store is gone"));
    const gateway = await serving(figures, { DIGITRADE_METRICS_PORT: "0" });
    const { origin, pathname } = new URL(gateway.metrics ?? "");
    expect((await get(origin, pathname)).status).toBe(500);
    expect(gateway.log.join("")).toContain("the store is gone");
    await gateway.stop(1000);
  });
});

it("logs no query, no client and nothing long", async () => {
  const gateway = await serving(memoryFigures());
  await get(gateway.origin, `/v1/${"z".repeat(900)}?api_key=s3cret`, {
    headers: { "User-Agent": "somebody", "X-Forwarded-For": "198.51.100.7" },
  });
  await gateway.stop(1000);
  const line = gateway.log.find((text) => text.includes('"answered"')) ?? "";
  expect(JSON.parse(line)).toMatchObject({
    method: "GET",
    status: 404,
    path: expect.stringMatching(/^\/v1\/z+$/),
  });
  expect(line.length).toBeLessThan(500);
  expect(gateway.log.join("")).not.toMatch(/s3cret|somebody|198\.51|127\.0\.0\.1/);
});

it("answers what is no proper request", async () => {
  const gateway = await serving(memoryFigures());
  const { port } = new URL(gateway.origin);
  const raw = async (text: string): Promise<string> => {
    const socket = connect(Number(port), "127.0.0.1");
    socket.end(text);
    let said = "";
    for await (const chunk of socket) said += String(chunk);
    return said;
  };
  expect(await raw("GET / HTTP/1.1\r\nHost: a b\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  expect(await raw("NONSENSE\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  expect(await raw(`GET ${path} HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
  expect(await raw(`GET http://example.org${path} HTTP/1.1\r\nHost: example.org\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 200 /,
  );
  await gateway.stop(1000);
});
