import {
  FAULTS,
  faultNamed,
  startFaultProxy,
  type FaultName,
  type FaultProxy,
} from "../../fixtures/fault-proxy";
import { ask, patienceWith, problemOf, source, trial } from "./harness";

const figures = '{"STATUS":200,"VALUES":[156.99,null,157.29]}';
let proxy: FaultProxy;

beforeAll(async () => {
  proxy = await startFaultProxy(() => ({ type: "application/json", body: figures }));
});
afterAll(() => proxy.close());

/** What each fault's sentence must say, and how many requests it takes to say it. */
const SENTENCES = {
  refused: [/refused the connection.*check the network/, 0],
  "untrusted certificate": [/certificate that cannot be trusted/, 0],
  reset: [/broke off/, 3],
  "reset in the body": [/broke off/, 3],
  "reset in a body of unstated length": [/broke off/, 3],
  silent: [/did not answer within 0\.2 s; try again later/, 3],
  "slow drip": [/did not answer within 0\.2 s/, 3],
  "closed after the headers": [/broke off/, 3],
  truncated: [/broke off/, 3],
  "truncated chunks": [/broke off/, 3],
  "truncated gzip": [/broke off/, 3],
  "damaged gzip": [/compressed answer that is damaged/, 1],
  "longer than its length": [/not HTTP, or longer than announced/, 3],
  "shorter than its length": [/broke off/, 3],
  "not http": [/not HTTP/, 3],
  "busy for a year": [/too many requests \(429\); do not ask it for more than a day/, 1],
  busy: [/too many requests \(429\); try again later/, 3],
  unavailable: [/in trouble \(503\); try again later/, 3],
  failing: [/in trouble \(500\); try again later/, 3],
  html: [/a web page \(HTML\).* instead of application\/json/, 1],
  "wrong type": [/image\/png instead of application\/json/, 1],
  "no type": [/something of no stated type instead of/, 1],
  "no content": [/in an unexpected way \(204\)/, 1],
  empty: [/an empty answer/, 1],
  "not utf-8": [/not utf-8 text/, 1],
  huge: [/more than 100000 bytes/, 1],
  "huge by its own word": [/more than 100000 bytes/, 1],
  "gzip bomb": [/more than 100000 bytes/, 1],
  "deflate bomb": [/more than 100000 bytes/, 1],
  "brotli bomb": [/more than 100000 bytes/, 1],
  "redirect elsewhere": [
    /wanted to lead to https:\/\/elsewhere\.example, which is not one of its addresses/,
    1,
  ],
  "redirect to a private address": [/wanted to lead to http:\/\/10\.0\.0\.1, which is not/, 1],
  "redirect to nowhere": [/wanted to lead to nowhere that can be read/, 1],
  "redirect in circles": [/led on more than 3 times, at last to http:\/\/127\.0\.0\.1:\d+;/, 4],
} as const satisfies Partial<Record<FaultName, readonly [RegExp, number]>>;

/** What the faults that end well end in, and how many requests that takes. */
const REPLIES = {
  none: [200, figures, 1],
  "busy for a second": [200, figures, 2],
  "busy until a date": [200, figures, 2],
  "failing once": [200, figures, 2],
  forbidden: [403, "", 1],
  "an error in the body": [200, '{"error":"quota exceeded"}', 1],
  "html in disguise": [200, "<!doctype html><title>Maintenance</title><p>Back soon.</p>", 1],
} as const satisfies Partial<Record<FaultName, readonly [number, string, number]>>;

it("has an expectation for every fault", () => {
  const failing = FAULTS.filter((fault) => faultNamed(fault).expected !== "answered");
  expect(failing).toEqual(Object.keys(SENTENCES));
  expect(FAULTS).toHaveLength(Object.keys(SENTENCES).length + Object.keys(REPLIES).length);
});

it.each(Object.entries(SENTENCES))(
  "%s ends in a Problem that says what to do",
  async (name, [words, requests]) => {
    const fault = name as FaultName;
    await proxy.set(fault);
    proxy.requests.length = 0;
    const { wire, events } = trial({ addressOf: () => proxy.origin, limits: patienceWith(fault) });
    const problem = await problemOf(wire(source, ask));
    expect(problem.kind).toBe(faultNamed(fault).expected);
    expect(problem.message).toMatch(words);
    expect(problem.message).toMatch(/^boj \(127\.0\.0\.1:\d+\) .*; .*\.$/);
    expect(proxy.requests).toHaveLength(requests);
    // The log says the same, and that nothing more is tried.
    expect(events.filter(({ event }) => event === "failed").at(-1)).toEqual({
      event: "failed",
      source: "boj",
      host: new URL(proxy.origin).host,
      path: "/getDataCode",
      attempt: fault === "refused" ? 3 : Math.max(1, requests === 4 ? 1 : requests),
      problem: problem.kind,
      says: problem.message,
    });
  },
);

it.each(Object.entries(REPLIES))("%s ends in an answer", async (name, [status, text, requests]) => {
  await proxy.set(name as FaultName);
  proxy.requests.length = 0;
  const { wire, events } = trial({ addressOf: () => proxy.origin });
  expect(await wire(source, ask)).toEqual({ status, text });
  expect(proxy.requests).toHaveLength(requests);
  expect(events.at(-1)).toMatchObject({ event: "answered", status, bytes: text.length });
});

it("recovers as soon as the provider does", async () => {
  await proxy.set("refused");
  const { wire } = trial({ addressOf: () => proxy.origin });
  expect((await problemOf(wire(source, ask))).kind).toBe("unreachable");
  await proxy.set("none");
  expect(await wire(source, ask)).toEqual({ status: 200, text: figures });
});
