import type { Socket } from "node:net";
import { remote } from "../../src/load/remote";
import { id, isDeeplyFrozen, rawDocument } from "../fixtures/documents";
import {
  ok,
  startFaultyGateway,
  status,
  type Behaviour,
  type FaultyGateway,
} from "../fixtures/faulty-gateway";

const one = id("XX.ONE");
const text = JSON.stringify(rawDocument());
let gateway: FaultyGateway;

beforeAll(async () => {
  gateway = await startFaultyGateway();
});
beforeEach(() => {
  gateway.requests.length = 0;
});
afterAll(() => gateway.close());

const loadWith = (behave: Behaviour, options = {}) => {
  gateway.behave = behave;
  return remote(gateway.origin, options);
};

it("gets the document of a series, frozen", async () => {
  const series = await loadWith(ok(rawDocument()))(one);
  expect(series).toEqual(rawDocument());
  expect(isDeeplyFrozen(series)).toBe(true);
  expect(gateway.requests.map(({ method, url }) => [method, url])).toEqual([
    ["GET", "/v1/series/XX.ONE.json"],
  ]);
  expect(gateway.requests[0]?.headers["if-none-match"]).toBeUndefined();
});

it("allows for a slash at the end of the origin", async () => {
  gateway.behave = ok(rawDocument());
  await remote(`${gateway.origin}/`)(one);
  expect(gateway.requests[0]?.url).toBe("/v1/series/XX.ONE.json");
});

it("asks conditionally the next time, and keeps the document that is still current", async () => {
  const load = loadWith((request, response) => {
    if (request.headers["if-none-match"] === '"one"') response.writeHead(304).end();
    else ok(rawDocument(), { ETag: '"one"' })(request, response);
  });
  const first = await load(one);
  expect(await load(one)).toBe(first);
  expect(gateway.requests[1]?.headers["if-none-match"]).toBe('"one"');

  gateway.behave = ok(rawDocument("XX.ONE", { version: "v2" }), { ETag: '"two"' });
  expect((await load(one)).version).toBe("v2");
  gateway.behave = ok(rawDocument("XX.ONE", { version: "v3" }));
  await load(one);
  await load(one);
  expect(gateway.requests.map(({ headers }) => headers["if-none-match"])).toEqual([
    undefined,
    '"one"',
    '"one"',
    '"two"',
    undefined,
  ]);
});

it("reads a document in pieces that part a character", async () => {
  const bytes = Buffer.from(text);
  const cut = bytes.indexOf(Buffer.from("架")) + 1;
  const load = loadWith((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.write(bytes.subarray(0, cut), () => setImmediate(() => response.end(bytes.subarray(cut))));
  });
  expect((await load(one)).title.ja).toBe("架空の系列");
});

/** Settles when the other side has hung up, in whatever way. */
const closing = (socket: Socket): Promise<boolean> =>
  new Promise((resolve) => {
    socket.once("close", () => {
      resolve(true);
    });
    socket.on("error", () => undefined);
  });

const json = { "Content-Type": "application/json" };

it.each<[string, Behaviour, string, RegExp]>([
  ["404", status(404), "no-data", /does not serve XX\.ONE/],
  ["429", status(429, { "Retry-After": "60" }), "unreachable", /too many requests.*wait/],
  ["500", status(500), "unreachable", /in trouble \(500\).*later/],
  ["503", status(503), "unreachable", /in trouble \(503\).*later/],
  ["403", status(403), "unreachable", /refuses to answer \(403\).*check/],
  ["304 though nothing was held", status(304), "unreachable", /refuses to answer \(304\)/],
  [
    "redirect to elsewhere",
    status(302, { Location: "http://127.0.0.1:9/" }),
    "unreachable",
    /could not be reached/,
  ],
  [
    "redirect within",
    status(301, { Location: "/v1/series/XX.TWO.json" }),
    "unreachable",
    /could not be reached/,
  ],
  ["reset connection", (request) => void request.socket.resetAndDestroy(), "unreachable", /could not be reached.*check/], // prettier-ignore
  ["closed without an answer", (request) => void request.socket.end(), "unreachable", /could not be reached/],
  [
    "truncated body",
    (request, response) => {
      response.writeHead(200, { ...json, "Content-Length": String(Buffer.byteLength(text)) });
      response.write(text.slice(0, 40), () => request.socket.destroy());
    },
    "unreachable",
    /could not be reached/,
  ],
  ["length too small", ok(text, { "Content-Length": "40" }), "unreadable", /broken off, or not JSON/],
  [
    "HTML",
    ok("<html>Please log in</html>", { "Content-Type": "text/html" }),
    "unreadable",
    /not JSON but text\/html/,
  ],
  [
    "no content type",
    (_, response) => void response.writeHead(200).end(text),
    "unreadable",
    /no content type/,
  ],
  ["HTML that calls itself JSON", ok("<html>"), "unreadable", /broken off, or not JSON/],
  ["an empty body", ok(""), "unreadable", /broken off, or not JSON/],
  ["bytes that are no UTF-8", (_, response) => void response.writeHead(200, json).end(Buffer.from([34, 255, 34])), "unreadable", /not JSON/], // prettier-ignore
  ["another series", ok(rawDocument("XX.TWO")), "unreadable", /XX\.ONE was asked for.*XX\.TWO/],
  ["an error in the body", ok({ error: "quota" }), "unreadable", /id: /],
])("%s is a Problem that says what to do", async (_, behave, kind, words) => {
  const failing = loadWith(behave)(one);
  await expect(failing).rejects.toMatchObject({ name: "Problem", kind });
  await expect(failing).rejects.toThrow(words);
  expect(gateway.requests).toHaveLength(1);
});

it("says so when nobody listens", async () => {
  const closed = await startFaultyGateway();
  await closed.close();
  const failing = remote(closed.origin)(one);
  await expect(failing).rejects.toMatchObject({ kind: "unreachable" });
  await expect(failing).rejects.toThrow(/could not be reached; check the network/);
});

it.each<[string, Behaviour]>([
  ["never answers", () => undefined],
  ["stops within the body", (_, response) => void response.writeHead(200, json).write(text.slice(0, 40))],
])("gives up on a gateway that %s, and hangs up", async (_, behave) => {
  let hungUp: Promise<boolean> | undefined;
  const load = loadWith(
    (request, response) => {
      hungUp = closing(request.socket);
      behave(request, response);
    },
    { timeoutMs: 50 },
  );
  const failing = load(one);
  await expect(failing).rejects.toMatchObject({ kind: "unreachable" });
  await expect(failing).rejects.toThrow(/did not answer within 0\.05 s/);
  expect(await hungUp).toBe(true);
});

it("gives up even where fetch pays no heed to its signal", async () => {
  const deaf = (): Promise<Response> => new Promise(() => undefined);
  await expect(remote("http://gateway.test", { fetch: deaf, timeoutMs: 5 })(one)).rejects.toThrow(
    /did not answer/,
  );
});

it("stops reading a body that never ends", async () => {
  let sent = 0;
  let hungUp: Promise<boolean> | undefined;
  const load = loadWith(
    (request, response) => {
      hungUp = closing(request.socket);
      response.writeHead(200, json);
      const more = (): void => {
        sent += 10_000;
        if (!response.destroyed) response.write(" ".repeat(10_000), more);
      };
      more();
    },
    { maxBytes: 100_000 },
  );
  const failing = load(one);
  await expect(failing).rejects.toMatchObject({ kind: "unreadable" });
  await expect(failing).rejects.toThrow(/longer than 100000 bytes/);
  expect(await hungUp).toBe(true);
  expect(sent).toBeGreaterThan(100_000);
});

it("asks again in full after a failure, and still conditionally where a document is held", async () => {
  const load = loadWith(ok(rawDocument(), { ETag: '"one"' }));
  const first = await load(one);
  gateway.behave = status(500);
  await expect(load(one)).rejects.toThrow();
  gateway.behave = status(304);
  expect(await load(one)).toBe(first);
});
