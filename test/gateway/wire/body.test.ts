import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { startFaultProxy, type FaultProxy } from "../../fixtures/fault-proxy";
import { startFaultyGateway, type FaultyGateway } from "../../fixtures/faulty-gateway";
import { ask, problemOf, source, trial } from "./harness";

let gateway: FaultyGateway;
let proxy: FaultProxy;
beforeAll(async () => {
  gateway = await startFaultyGateway();
  proxy = await startFaultProxy(() => ({ type: "application/json", body: "{}" }));
});
afterAll(() => Promise.all([gateway.close(), proxy.close()]));
beforeEach(() => {
  gateway.requests.length = 0;
});

/** A call to a provider that sends this body under these headers. */
function sending(body: string | Uint8Array, headers: Record<string, string> = {}, status = 200) {
  gateway.behave = (_, response) =>
    void response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(body);
  const { wire } = trial({ addressOf: () => gateway.origin });
  return (own: Partial<typeof ask> = {}) => wire(source, { ...ask, ...own });
}

const text = '{"title":"コンピュータサービス","value":-24809}';

it.each([
  ["identity", Buffer.from(text)],
  ["gzip", gzipSync(text)],
  ["x-gzip", gzipSync(text)],
  ["GZIP", gzipSync(text)],
  ["br", brotliCompressSync(text)],
  ["deflate", deflateSync(text)],
])("reads a body under the coding %s", async (coding, body) => {
  expect(await sending(body, { "Content-Encoding": coding })()).toEqual({ status: 200, text });
});

it("refuses a coding that it does not know", async () => {
  const problem = await problemOf(sending(text, { "Content-Encoding": "gzip, gzip" })());
  expect(problem.kind).toBe("unreadable");
  expect(problem.message).toMatch(/compressed in an unknown way; try again later, or report it/);
});

it("says who it is and what it takes", async () => {
  await sending(text)({ types: ["text/csv", "application/json"] });
  const [request] = gateway.requests;
  expect(request?.method).toBe("GET");
  expect(request?.headers).toEqual({
    "user-agent": "DigiTrade/1 (test)",
    accept: "text/csv, application/json",
    "accept-encoding": "gzip, br",
    host: new URL(gateway.origin).host,
    connection: "close",
  });
});

it("drops a byte order mark", async () => {
  expect((await sending(`\uFEFF${text}`)()).text).toBe(text);
});

it("reads Shift_JIS where the source says so, whatever the header says", async () => {
  const japanese = Buffer.from([0x93, 0xfa, 0x96, 0x7b]);
  const csv = sending(japanese, { "Content-Type": "text/csv; charset=utf-8" });
  expect((await csv({ types: ["text/csv"], charset: "shift_jis" })).text).toBe("日本");
  expect((await problemOf(csv({ types: ["text/csv"] }))).message).toMatch(/that is not utf-8 text/);
  const broken = sending(Buffer.from([0x93, 0xfa, 0xff, 0xff]), { "Content-Type": "text/csv" });
  const problem = await problemOf(broken({ types: ["text/csv"], charset: "shift_jis" }));
  expect(problem.kind).toBe("unreadable");
  expect(problem.message).toMatch(/that is not shift_jis text/);
});

it("keeps characters whole that come in two pieces", async () => {
  const bytes = Buffer.from(text);
  gateway.behave = (_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.write(bytes.subarray(0, 11), () => setImmediate(() => response.end(bytes.subarray(11))));
  };
  const { wire } = trial({ addressOf: () => gateway.origin });
  expect((await wire(source, ask)).text).toBe(text);
});

it("allows a body of just the limit, packed or not, and not one byte more", async () => {
  const bytes = Buffer.byteLength(text);
  const plain = sending(text);
  expect((await plain({ maxBytes: bytes })).text).toBe(text);
  expect((await problemOf(plain({ maxBytes: bytes - 1 }))).message).toContain(`more than ${bytes - 1} bytes`);
  const long = "7".repeat(5_000);
  const packed = sending(gzipSync(long), { "Content-Encoding": "gzip" });
  expect((await packed({ maxBytes: 5_000 })).text).toBe(long);
  expect((await problemOf(packed({ maxBytes: 4_999 }))).message).toContain("more than 4999 bytes");
});

it.each(["application/json; charset=utf-8", "Application/JSON", " application/json ;x=y"])(
  "takes %s for the type that was asked for",
  async (type) => {
    expect((await sending(text, { "Content-Type": type })()).text).toBe(text);
  },
);

it.each([
  ["application/json", '{"STATUS":400,"MESSAGE":"no such code"}', '{"STATUS":400,"MESSAGE":"no such code"}'],
  ["text/plain", "No results found.", "No results found."],
  ["text/html", "<h1>Bad request</h1>", ""],
  ["application/octet-stream", "x", ""],
])("hands a refusal in %s through with its status", async (type, body, heard) => {
  expect(await sending(body, { "Content-Type": type }, 400)()).toEqual({ status: 400, text: heard });
  expect(gateway.requests).toHaveLength(1);
});

it("hands a refusal through even where its explanation cannot be read", async () => {
  expect(await sending("7".repeat(200), {}, 404)({ maxBytes: 100 })).toEqual({ status: 404, text: "" });
  expect(await sending(Buffer.from([0xff]), {}, 404)()).toEqual({ status: 404, text: "" });
  expect(await sending("", {}, 404)()).toEqual({ status: 404, text: "" });
});

it.each([
  [200, "text/html"],
  [404, "text/html"],
  [500, "application/json"],
  [302, "application/json"],
])("hangs up on a body that it does not read (%i, %s)", async (status, type) => {
  const hungUp = new Promise<void>((resolve) => {
    gateway.behave = (request, response) => {
      request.socket.on("close", resolve);
      // It has no end.
      response
        .writeHead(status, { "Content-Type": type, Location: "https://elsewhere.example/" })
        .write("<p>");
    };
  });
  const { wire } = trial({ addressOf: () => gateway.origin, limits: { attempts: 1 } });
  await wire(source, ask).catch((thrown: unknown) => thrown);
  await hungUp;
});

it.each(["gzip bomb", "deflate bomb", "brotli bomb", "huge"] as const)(
  "holds no more of a %s than the limit",
  async (fault) => {
    await proxy.set(fault);
    const { wire } = trial({ addressOf: () => proxy.origin });
    const held = (): number => process.memoryUsage().arrayBuffers;
    const before = held();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, held())), 1);
    const problem = await problemOf(wire(source, { ...ask, maxBytes: 1_000_000 }));
    clearInterval(watch);
    expect(problem.message).toContain("more than 1000000 bytes");
    // The bombs hold 32 MB to 1 GB; "huge" never ends.
    expect(Math.max(most, held()) - before).toBeLessThan(24 * 1_048_576);
  },
);
