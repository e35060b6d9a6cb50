import { inspect } from "node:util";
import { readConfiguration, secretsOf, variableNames } from "../../src/gateway/configuration";
import { OFFICE_HOSTS } from "../../src/gateway/server/headers";

const sources = [
  { id: "boj", addresses: { api: "https://boj.example.org" } },
  { id: "te", addresses: { api: "https://te.example.org" }, key: "required" },
  {
    id: "fred",
    addresses: { api: "https://fred.example.org", "graph-csv": "https://x.org" },
    key: "optional",
  },
] as const;

const read = (environment: Record<string, string>, flags: Record<string, string | undefined> = {}) =>
  readConfiguration({ environment, flags, sources, defaultStore: "/home/me/store" });

it("has a sensible value for everything that is not said", () => {
  expect(read({ PATH: "/bin", HOME: "/root" })).toEqual({
    configuration: {
      host: "127.0.0.1",
      port: 8787,
      metricsPort: 9464,
      store: { kind: "folder", folder: "/home/me/store", words: "/home/me/store" },
      staticFolder: undefined,
      frameAncestors: OFFICE_HOSTS,
      trustedProxies: 0,
      requestsPerMinute: 1200,
      offline: false,
      logLevel: "info",
      contact: undefined,
      keys: new Map(),
      addresses: new Map(),
    },
    warnings: [],
  });
});

it("reads every variable", () => {
  const { configuration, warnings } = read({
    DIGITRADE_HOST: "::",
    DIGITRADE_PORT: "80",
    DIGITRADE_METRICS_PORT: "off",
    DIGITRADE_STORE: "rediss://user:p%40ss@cache.example.org:6380/2",
    DIGITRADE_STATIC: "dist/addin",
    DIGITRADE_FRAME_ANCESTORS: "'self', https://*.example.org  http://localhost:*",
    DIGITRADE_TRUST_PROXY: "2",
    DIGITRADE_RATE_LIMIT: "0",
    DIGITRADE_OFFLINE: "Yes",
    DIGITRADE_LOG: "debug",
    DIGITRADE_CONTACT: "data@example.org",
    DIGITRADE_TE_KEY: "user:secret",
    DIGITRADE_FRED_KEY: "0123456789abcdef",
    DIGITRADE_BOJ_API_URL: "http://127.0.0.1:9/boj/",
    DIGITRADE_FRED_GRAPH_CSV_URL: "https://mirror.example.org/fred",
    DIGITRADE_FRED_API_URL: " ",
  });
  expect(warnings).toEqual([]);
  const { keys, store, ...rest } = configuration;
  expect(rest).toEqual({
    host: "::",
    port: 80,
    metricsPort: undefined,
    staticFolder: "dist/addin",
    frameAncestors: ["'self'", "https://*.example.org", "http://localhost:*"],
    trustedProxies: 2,
    requestsPerMinute: 0,
    offline: true,
    logLevel: "debug",
    contact: "data@example.org",
    addresses: new Map([
      ["boj", { api: "http://127.0.0.1:9/boj/" }],
      ["fred", { "graph-csv": "https://mirror.example.org/fred" }],
    ]),
  });
  expect([keys.get("te")?.reveal(), keys.get("fred")?.reveal()]).toEqual(["user:secret", "0123456789abcdef"]);
  expect(store).toMatchObject({ kind: "redis", words: "rediss://cache.example.org:6380" });
  expect(store.kind === "redis" && store.url.reveal()).toBe("rediss://user:p%40ss@cache.example.org:6380/2");
});

it("never prints a secret", () => {
  const { configuration } = read({
    DIGITRADE_TE_KEY: "user:secret",
    DIGITRADE_STORE: "redis://:p%40ss@cache:6379",
  });
  for (const text of [
    JSON.stringify({ ...configuration, keys: [...configuration.keys] }),
    inspect(configuration),
  ])
    expect(text).not.toMatch(/user:secret|p@ss|p%40ss/);
  expect(secretsOf(configuration).map((one) => one.reveal())).toEqual(
    expect.arrayContaining(["user:secret", "p@ss", "p%40ss"]),
  );
});

it("lets the command line prevail", () => {
  const { configuration } = read(
    { DIGITRADE_PORT: "80", DIGITRADE_HOST: "0.0.0.0" },
    { DIGITRADE_PORT: "81", DIGITRADE_HOST: undefined },
  );
  expect([configuration.port, configuration.host]).toEqual([81, "0.0.0.0"]);
});

it.each<[Record<string, string>, RegExp]>([
  [{ DIGITRADE_PORT: "http" }, /^DIGITRADE_PORT \(or --port\) must be a port from 0 to 65535\.$/],
  [{ DIGITRADE_PORT: "65536" }, /^DIGITRADE_PORT/],
  [{ DIGITRADE_PORT: "-1" }, /^DIGITRADE_PORT/],
  [{ DIGITRADE_PORT: "8e3" }, /^DIGITRADE_PORT/],
  [{ DIGITRADE_METRICS_PORT: "none" }, /^DIGITRADE_METRICS_PORT \(or --metrics-port\) must be .*, or off\.$/],
  [{ DIGITRADE_HOST: "http://x" }, /^DIGITRADE_HOST \(or --host\) must be an address/],
  [{ DIGITRADE_STORE: "s3://bucket" }, /^DIGITRADE_STORE \(or --store\) must be a folder, or redis/],
  [{ DIGITRADE_STORE: "redis://" }, /^DIGITRADE_STORE/],
  [{ DIGITRADE_FRAME_ANCESTORS: "https://x.org; script-src *" }, /^DIGITRADE_FRAME_ANCESTORS must be hosts/],
  [{ DIGITRADE_FRAME_ANCESTORS: "*" }, /^DIGITRADE_FRAME_ANCESTORS/],
  [{ DIGITRADE_TRUST_PROXY: "yes" }, /^DIGITRADE_TRUST_PROXY must be the number of reverse proxies/],
  [{ DIGITRADE_RATE_LIMIT: "10/s" }, /^DIGITRADE_RATE_LIMIT must be requests a minute from 0/],
  [{ DIGITRADE_OFFLINE: "maybe" }, /^DIGITRADE_OFFLINE must be yes or no\.$/],
  [{ DIGITRADE_LOG: "all" }, /^DIGITRADE_LOG must be one of debug, info, warn\.$/],
  [{ DIGITRADE_CONTACT: "me\r\nX: y" }, /^DIGITRADE_CONTACT must be/],
  [{ DIGITRADE_TE_KEY: "my secret" }, /^DIGITRADE_TE_KEY must be a key as the provider gave it/],
  [{ DIGITRADE_BOJ_API_URL: "ftp://x.org/" }, /^DIGITRADE_BOJ_API_URL must be an http or https address/],
  [{ DIGITRADE_BOJ_API_URL: "https://u:secret@x.org/" }, /^DIGITRADE_BOJ_API_URL/],
  [{ DIGITRADE_BOJ_API_URL: "https://x.org/?a=secret" }, /^DIGITRADE_BOJ_API_URL/],
  [{ DIGITRADE_BOJ_API_URL: "mirror" }, /^DIGITRADE_BOJ_API_URL/],
])("refuses %o and says what it must be, but not what it was", (environment, words) => {
  const reading = (): unknown => read(environment);
  expect(reading).toThrow(expect.objectContaining({ kind: "bad-input" }));
  expect(reading).toThrow(words);
  expect(reading).not.toThrow(/secret/);
});

it("names everything that is wrong at once", () => {
  const wrong = {
    DIGITRADE_PORT: "x",
    DIGITRADE_LOG: "x",
    DIGITRADE_TE_KEY: "x y",
    DIGITRADE_BOJ_API_URL: "x",
  };
  let message = "";
  try {
    read(wrong);
  } catch (thrown) {
    message = (thrown as Error).message;
  }
  expect(message.split("\n").map((line) => line.split(" ")[0])).toEqual(Object.keys(wrong));
});

it("warns of variables that look like ours and are not, and names the nearest", () => {
  expect(read({ DIGITRADE_PROT: "80", DIGITRADE_FREDKEY: "s3cret", DIGITAL: "1" }).warnings).toEqual([
    "DIGITRADE_PROT is not a variable of the gateway and does nothing; the nearest is DIGITRADE_PORT.",
    "DIGITRADE_FREDKEY is not a variable of the gateway and does nothing; the nearest is DIGITRADE_FRED_KEY.",
  ]);
});

it("knows the names of all variables, those of the sources too", () => {
  expect(variableNames(sources)).toEqual([
    "DIGITRADE_HOST",
    "DIGITRADE_PORT",
    "DIGITRADE_METRICS_PORT",
    "DIGITRADE_STORE",
    "DIGITRADE_STATIC",
    "DIGITRADE_FRAME_ANCESTORS",
    "DIGITRADE_TRUST_PROXY",
    "DIGITRADE_RATE_LIMIT",
    "DIGITRADE_OFFLINE",
    "DIGITRADE_LOG",
    "DIGITRADE_CONTACT",
    "DIGITRADE_TE_KEY",
    "DIGITRADE_FRED_KEY",
    "DIGITRADE_BOJ_API_URL",
    "DIGITRADE_TE_API_URL",
    "DIGITRADE_FRED_API_URL",
    "DIGITRADE_FRED_GRAPH_CSV_URL",
  ]);
});
