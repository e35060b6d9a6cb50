import { destinationOf, placeOf, redirectedTo } from "../../../src/gateway/wire/destination";
import { ask, problemOf, source } from "./harness";

const urlOf = (...given: Parameters<typeof destinationOf>): string => destinationOf(...given).url.href;

it("is made of address, path, query and key", () => {
  expect(urlOf(source, { ...ask, secret: { key: "a b&c=d#é" } })).toBe(
    "https://api.provider.example/v1/getDataCode?code=A%2CB&lang=en&key=a+b%26c%3Dd%23%C3%A9",
  );
  expect(destinationOf(source, ask).byOperator).toBe(false);
});

it("takes every sign of a path as part of the path", () => {
  expect(urlOf(source, { ...ask, path: "/a?b#c", query: {} })).toBe(
    "https://api.provider.example/v1/a%3Fb%23c",
  );
  expect(urlOf(source, { ...ask, path: "//evil.example/x", query: {} })).toBe(
    "https://api.provider.example/v1//evil.example/x",
  );
  expect(urlOf(source, { ...ask, path: "/EXR/D.JPY+USD.EUR.SP00.A%2F1", query: {} })).toBe(
    "https://api.provider.example/v1/EXR/D.JPY+USD.EUR.SP00.A%2F1",
  );
});

it.each(["/../admin", "/a/../../admin", "/%2e%2e/admin", "\\..\\admin", "@evil.example/", ":8443/", ""])(
  "refuses the path %s",
  async (path) => {
    const problem = await problemOf(Promise.resolve().then(() => destinationOf(source, { ...ask, path })));
    expect(problem.kind).toBe("unreadable");
    expect(problem.message).toBe("boj asked for a path outside its address; report it.");
  },
);

it("goes where the operator says, over http as well", () => {
  const mirror = destinationOf(source, ask, () => "http://127.0.0.1:8080/mirror");
  expect(mirror.url.href).toBe("http://127.0.0.1:8080/mirror/getDataCode?code=A%2CB&lang=en");
  expect(mirror.byOperator).toBe(true);
});

it("does not take the usual address, said again, for the operator's own", () => {
  expect(destinationOf(source, ask, (of, name) => of.addresses[name]).byOperator).toBe(false);
});

it.each([
  "ftp://mirror.example",
  "mirror.example",
  "file:///etc/passwd",
  "https://user:hunter22@mirror.example",
])("refuses %s of the operator without repeating it", async (address) => {
  const problem = await problemOf(Promise.resolve().then(() => destinationOf(source, ask, () => address)));
  expect(problem.message).toBe(
    "The address set for boj (api) is not an http or https address without a password; correct it.",
  );
});

it.each([{ api: "http://api.provider.example" }, { files: "https://files.provider.example" }, { api: "" }])(
  "refuses a source's own address that is not https, or not there: %j",
  (addresses) => {
    expect(() => destinationOf({ ...source, addresses }, ask)).toThrow(/^boj has no https address named api/);
  },
);

const from = new URL("https://api.provider.example/v1/getDataCode?key=hush");
const led = (location: string | undefined, start = from, operators?: string): string | undefined =>
  redirectedTo(location, start, source, operators === undefined ? undefined : () => operators)?.url.href;

it("follows a redirect to the source's own hosts", () => {
  expect(led("/v2/getDataCode?code=A")).toBe("https://api.provider.example/v2/getDataCode?code=A");
  expect(led("https://files.provider.example/a.csv")).toBe("https://files.provider.example/a.csv");
  expect(led("//files.provider.example/a.csv")).toBe("https://files.provider.example/a.csv");
});

it.each([
  undefined,
  "https://elsewhere.example/",
  "//elsewhere.example/",
  "https://api.provider.example.elsewhere.example/",
  "https://api.provider.example@elsewhere.example/",
  "https://user:word@files.provider.example/",
  "https://api.provider.example:8443/",
  "http://api.provider.example/v1/",
  "http://169.254.169.254/latest/meta-data",
  "https://[::1]/",
  "ftp://files.provider.example/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "data:application/json,{}",
  "https://%zz/",
])("does not follow one to %s", (location) => {
  expect(led(location)).toBeUndefined();
});

it("follows one from http to http only between the operator's own addresses, and never from https to http", () => {
  const own = "http://mirror.internal/boj";
  const start = new URL("http://mirror.internal/boj/getDataCode");
  expect(led("http://mirror.internal/boj/2", start, own)).toBe("http://mirror.internal/boj/2");
  expect(led("https://mirror.internal/boj/2", start, own)).toBe("https://mirror.internal/boj/2");
  expect(led("http://files.provider.example/", start, own)).toBeUndefined();
  expect(led("http://mirror.internal/boj/2", new URL("https://mirror.internal/boj"), own)).toBeUndefined();
});

it("names the place that a redirect leads to by its host alone", () => {
  expect(placeOf("https://elsewhere.example:8443/path?key=hush#hush", from)).toBe(
    "https://elsewhere.example:8443",
  );
  expect(placeOf("https://hush:hush@elsewhere.example/", from)).toBe("https://elsewhere.example");
  expect(placeOf("https://%zz/", from)).toBe("nowhere that can be read");
  expect(placeOf(undefined, from)).toBe("nowhere that can be read");
});
