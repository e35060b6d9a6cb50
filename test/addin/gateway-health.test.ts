import { gatewayHealth, type Fetch } from "../../src/addin/gateway-health";
import { keptDocuments } from "../../src/addin/kept-documents";
import type { ProviderStatus } from "../../src/gateway/figures";
import { statusDocument } from "../../src/gateway/server/status-document";

const ORIGIN = "https://figures.example.org";
const providers: readonly ProviderStatus[] = [
  {
    id: "boj",
    name: "Bank of Japan",
    state: "live",
    series: 66,
    releases: "monthly",
    checked: "2026-11-26T10:15:30.000Z",
    next: "2026-12-08T00:00:00.000Z",
  },
  {
    id: "ecb",
    name: "European Central Bank",
    state: "stale",
    series: 13,
    releases: "daily",
    failingSince: "2026-11-25T15:00:00.000Z",
    failure: "The ECB did not answer within 10 seconds.",
  },
  { id: "te", name: "Trading Economics", state: "off", series: 0, releases: "daily" },
];
/** As the gateway itself writes it. */
const status = statusDocument(providers, {
  product: "DigiTrade 0.1.0",
  started: "2026-11-20T08:00:00.000Z",
  store: "a folder",
});

const answering =
  (answers: Readonly<Record<string, unknown>>): Fetch =>
  (address) => {
    const path = address.slice(ORIGIN.length);
    if (!(path in answers)) return Promise.resolve(new Response("not found", { status: 404 }));
    const answer = answers[path];
    return Promise.resolve(typeof answer === "string" ? new Response(answer) : Response.json(answer));
  };
const sentence = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "no error",
    (thrown: unknown) => (thrown as Error).message,
  );

test("what the gateway says about itself, provider by provider, is read from its own document", async () => {
  const health = await gatewayHealth(
    ORIGIN,
    answering({ "/healthz": { status: "ok" }, "/v1/status.json": status }),
  );
  expect(health).toEqual({
    isService: true,
    product: "DigiTrade 0.1.0",
    started: "2026-11-20 08:00 UTC",
    providers: [
      {
        id: "boj",
        name: "Bank of Japan",
        state: "live",
        series: 66,
        checked: "2026-11-26 10:15 UTC",
        next: "2026-12-08 00:00 UTC",
      },
      {
        id: "ecb",
        name: "European Central Bank",
        state: "stale",
        series: 13,
        failingSince: "2026-11-25 15:00 UTC",
        failure: "The ECB did not answer within 10 seconds.",
      },
      { id: "te", name: "Trading Economics", state: "off", series: 0 },
    ],
  });
});

test("a folder of files says so: it has no health of its own", async () => {
  expect(await gatewayHealth(ORIGIN, answering({ "/v1/status.json": status }))).toMatchObject({
    isService: false,
  });
});

test("what a document of another time or make holds is passed by, not fallen over", async () => {
  const odd = { providers: [{ id: "x", state: "dancing" }, null, "boj", { state: "live" }, providers[0]] };
  const health = await gatewayHealth(ORIGIN, answering({ "/v1/status.json": odd }));
  expect(health).toMatchObject({ product: "", started: "", providers: [{ id: "boj" }] });
  expect((await gatewayHealth(ORIGIN, answering({ "/v1/status.json": [1] }))).providers).toEqual([]);
});

test.each([
  ["no answer", () => Promise.reject(new TypeError("Failed to fetch")), /did not answer; check the network/],
  ["an error", () => Promise.resolve(new Response("", { status: 503 })), /answered with status 503/],
  ["a page", () => Promise.resolve(new Response("<html>")), /is not a DigiTrade gateway/],
] as const)("%s ends in a sentence that says what to do", async (_what, fetch, words) => {
  expect(await sentence(gatewayHealth(ORIGIN, fetch))).toMatch(words);
});

test("kept documents are counted, measured and cleared; a store that fails is not hidden", async () => {
  const held = new Map<string, unknown>([
    ["series/1/TIC.JP", { a: "é" }],
    ["series/1/TIC.CN", [1]],
  ]);
  const store = {
    get: (key: string) => Promise.resolve(held.get(key)),
    set: () => Promise.resolve(),
    del: (key: string) => Promise.resolve(void held.delete(key)),
    keys: () => Promise.resolve([...held.keys()]),
  };
  const kept = keptDocuments(store);
  expect(await kept.measure()).toEqual({ documents: 2, bytes: 10 + 3 });
  await kept.clear();
  expect(await kept.measure()).toEqual({ documents: 0, bytes: 0 });
  const blocked = keptDocuments({ ...store, keys: () => Promise.reject(new Error("blocked")) });
  expect(await sentence(blocked.measure())).toBe("blocked");
});
