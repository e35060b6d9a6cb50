import { inspect } from "node:util";
import { concealing } from "../../../src/gateway/wire/concealing";
import { FAULTS, startFaultProxy } from "../../fixtures/fault-proxy";
import { startFaultyGateway, type Behaviour } from "../../fixtures/faulty-gateway";
import { ask, patienceWith, source, trial } from "./harness";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const key = "s3cr3t key/with+odd&signs";
const secretAsk = { ...ask, secret: { api_key: key } };
/** Any part of it, in any spelling. */
const TRACE = /s3cr3t|odd/i;

/** All that can be seen of a value, hidden and inherited parts and causes too. */
const everything = (value: unknown): string =>
  `${inspect(value, { depth: Infinity, showHidden: true })} ${JSON.stringify(value)} ${String((value as Error).stack)}`;

it("takes a key out of a text in every spelling, and leaves short ones and the rest alone", () => {
  const conceal = concealing({ a: key, b: "abc" });
  expect(
    conceal(`a ${key} b ${encodeURIComponent(key)} c ${new URLSearchParams({ k: key }).toString()} abc`),
  ).toBe("a (key) b (key) c k=(key) abc");
  expect(concealing()("nothing to hide")).toBe("nothing to hide");
});

it.each(FAULTS)("%s shows the key to the provider and to nobody else", async (fault) => {
  const proxy = await startFaultProxy(() => ({ type: "application/json", body: '{"a":1}' }), { fault });
  closing.push(proxy.close);
  const { wire, events } = trial({
    addressOf: () => proxy.origin,
    limits: { ...patienceWith(fault), attempts: 2 },
  });
  const end = await wire(source, secretAsk).catch((thrown: unknown) => thrown);
  expect(everything(end)).not.toMatch(TRACE);
  expect(everything(events)).not.toMatch(TRACE);
  for (const { url } of proxy.requests.slice(0, 1)) expect(url.searchParams.get("api_key")).toBe(key);
});

const inAddress = encodeURIComponent(key);

it.each<[string, Behaviour]>([
  [
    "a refusal",
    (_, response) => void response.writeHead(400, { "Content-Type": "text/plain" }).end(`bad key ${key}`),
  ],
  [
    "an answer",
    (_, response) => void response.writeHead(200, { "Content-Type": "application/json" }).end(`"${key}"`),
  ],
  [
    "a content type",
    (_, response) => void response.writeHead(200, { "Content-Type": `x/${inAddress}` }).end("x"),
  ],
  [
    "a coding",
    (_, response) =>
      void response
        .writeHead(200, { "Content-Type": "application/json", "Content-Encoding": inAddress })
        .end("x"),
  ],
  [
    "a redirect",
    (request, response) =>
      void response
        .writeHead(302, { Location: `https://elsewhere.example${request.url ?? ""}#${inAddress}` })
        .end(),
  ],
  [
    "a redirect's host",
    (_, response) =>
      void response.writeHead(302, { Location: `https://s3cr3t-key-with-odd-signs.example/` }).end(),
  ],
  ["a loop", (request, response) => void response.writeHead(302, { Location: request.url ?? "" }).end()],
  ["a header that is not one", (request) => void request.socket.end(`HTTP/1.1 200 ${key}\r\n${key}\r\n\r\n`)],
  ["a rest", (_, response) => void response.writeHead(429, { "Retry-After": inAddress }).end(key)],
])("%s that echoes the key does not bring it back", async (_, behave) => {
  const gateway = await startFaultyGateway();
  closing.push(gateway.close);
  gateway.behave = behave;
  const { wire, events } = trial({ addressOf: () => gateway.origin });
  // As a host name cannot hold every sign, that one is asked with a key that can be part of one.
  const secret = { api_key: _ === "a redirect's host" ? "S3cr3t-Key-With-Odd-Signs" : key };
  const end = await wire(source, { ...ask, secret }).catch((thrown: unknown) => thrown);
  expect(everything(end)).not.toMatch(TRACE);
  expect(everything(events)).not.toMatch(TRACE);
  expect(gateway.requests.length).toBeGreaterThan(0);
});

it("keeps quiet about the key when something unforeseen fails", async () => {
  const { wire, events } = trial({
    addressOf: () => {
      throw new TypeError(`no ${key}`);
    },
  });
  const end = await wire(source, secretAsk).catch((thrown: unknown) => thrown);
  expect(end).toMatchObject({
    kind: "unreachable",
    message: "boj could not be asked (TypeError); report it.",
  });
  expect(everything(end)).not.toMatch(TRACE);
  expect(events).toEqual([]);
});
