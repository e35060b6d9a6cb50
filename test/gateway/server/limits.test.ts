import fc from "fast-check";
import { clientBehind, rateLimiter } from "../../../src/gateway/server/rate-limit";
import { get, json, memoryFigures, ONE, serving } from "./serving";

const path = `/v1/series/${ONE}.json`;

it("lets a minute's worth through at once, then as many as the time since allows", () => {
  let now = 0;
  const limit = rateLimiter(60, () => now);
  for (let i = 0; i < 60; i++) expect(limit("a")).toBe(0);
  expect(limit("a")).toBe(1);
  now += 999;
  expect(limit("a")).toBe(1);
  now += 1;
  expect(limit("a")).toBe(0);
  expect(limit("a")).toBe(1);
  now += 3_600_000;
  for (let i = 0; i < 60; i++) expect(limit("a")).toBe(0);
  expect(limit("a")).toBe(1);
});

it("says truly when a client may ask again", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.array(fc.integer({ min: 0, max: 20_000 })),
      (perMinute, waits) => {
        let now = 0;
        const limit = rateLimiter(perMinute, () => now);
        for (const wait of waits) {
          now += wait;
          const seconds = limit("a");
          if (seconds === 0) continue;
          now += seconds * 1000;
          expect(limit("a")).toBe(0);
        }
      },
    ),
  );
});

it("counts clients apart, and forgets those who asked least recently", () => {
  const limit = rateLimiter(1, () => 0, 3);
  for (const client of ["a", "b", "c"]) expect(limit(client)).toBe(0);
  expect(limit("a")).toBe(60);
  expect(limit("d")).toBe(0);
  expect(limit("a")).toBe(60);
  expect(limit("b")).toBe(0);
});

it("knows no limit where there is none", () => {
  const limit = rateLimiter(0, () => 0);
  for (let i = 0; i < 1000; i++) expect(limit("a")).toBe(0);
});

it.each<[string, string | undefined, string | readonly string[] | undefined, number, string]>([
  ["the socket's address", "192.0.2.1", undefined, 0, "192.0.2.1"],
  ["IPv4 as IPv6 writes it", "::ffff:192.0.2.1", undefined, 0, "192.0.2.1"],
  ["a network of IPv6", "2001:db8:1:2:3:4:5:6", undefined, 0, "2001:db8:1:2::/64"],
  ["a short IPv6", "2001:db8::1", undefined, 0, "2001:db8:0:0::/64"],
  ["loopback", "::1", undefined, 0, "0:0:0:0::/64"],
  ["no header that nobody vouches for", "192.0.2.1", "198.51.100.7", 0, "192.0.2.1"],
  ["what the one proxy saw", "192.0.2.1", "203.0.113.9, 198.51.100.7", 1, "198.51.100.7"],
  ["what the outer of two proxies saw", "192.0.2.1", "1.1.1.1, 203.0.113.9, 198.51.100.7", 2, "203.0.113.9"],
  ["the first of too few", "192.0.2.1", "203.0.113.9", 2, "203.0.113.9"],
  ["the socket's address where a proxy says nothing", "192.0.2.1", " , ", 1, "192.0.2.1"],
  ["an IPv6 that a proxy saw", "192.0.2.1", "2001:db8:1:2::9", 1, "2001:db8:1:2::/64"],
  ["nobody", undefined, undefined, 0, ""],
])("takes for a client %s", (_, socket, forwarded, proxies, client) => {
  expect(clientBehind(socket, forwarded, proxies)).toBe(client);
});

it("never remembers more of an address than an address can be", () => {
  expect(clientBehind("192.0.2.1", "x".repeat(5000), 1).length).toBeLessThan(50);
});

it("answers 429 to who asks too often, from memory as well, until time has passed; never about its health", async () => {
  let now = 0;
  const gateway = await serving(memoryFigures(), { DIGITRADE_RATE_LIMIT: "3" }, () => now);
  try {
    for (let i = 0; i < 3; i++) expect((await get(gateway.origin, path)).status).toBe(200);
    const got = await get(gateway.origin, path);
    expect([got.status, got.headers["retry-after"]]).toEqual([429, "20"]);
    expect(json(got)).toEqual({ error: "too-many-requests", message: expect.stringContaining("20 s") });
    expect(got.headers["access-control-allow-origin"]).toBe("*");
    expect(got.headers["cache-control"]).toBe("no-store");
    expect((await get(gateway.origin, "/v1/catalog.json")).status).toBe(429);
    expect((await get(gateway.origin, path, { method: "HEAD" })).body.length).toBe(0);
    expect((await get(gateway.origin, "/healthz")).status).toBe(200);
    now += 20_000;
    expect((await get(gateway.origin, path)).status).toBe(200);
  } finally {
    await gateway.stop(1000);
  }
});

it("tells clients behind a proxy apart only where the proxy is trusted", async () => {
  const statuses = async (proxies: string): Promise<number[]> => {
    const gateway = await serving(
      memoryFigures(),
      { DIGITRADE_RATE_LIMIT: "1", DIGITRADE_TRUST_PROXY: proxies },
      () => 0,
    );
    const clients = ["198.51.100.1", "198.51.100.2", "198.51.100.2"];
    const all: number[] = [];
    for (const client of clients)
      all.push((await get(gateway.origin, path, { headers: { "X-Forwarded-For": client } })).status);
    await gateway.stop(1000);
    return all;
  };
  expect(await statuses("0")).toEqual([200, 429, 429]);
  expect(await statuses("1")).toEqual([200, 200, 429]);
});
