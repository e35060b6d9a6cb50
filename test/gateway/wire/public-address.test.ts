import type { LookupFunction } from "node:net";
import { guarded, isPublicAddress } from "../../../src/gateway/wire/public-address";
import { startFaultProxy } from "../../fixtures/fault-proxy";
import { ask, problemOf, source, trial } from "./harness";

it.each([
  "0.0.0.0",
  "10.0.0.1",
  "10.255.255.255",
  "100.64.0.1",
  "100.127.255.255",
  "127.0.0.1",
  "127.8.8.8",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "239.255.255.250",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "::ffff:a00:1",
  "0:0:0:0:0:ffff:c0a8:101",
  "::10.0.0.1",
  "64:ff9b::10.0.0.1",
  "64:ff9b:1::1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2002:a00:1::1",
  "fc00::1",
  "fd12:3456:789a::1",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "localhost",
  "",
])("%s is no address of a public host", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each([
  "1.1.1.1",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "223.255.255.255",
  "2606:4700::1111",
  "2a00:1450:4001::1",
  "::ffff:8.8.8.8",
  "64:ff9b::8.8.8.8",
])("%s is", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A name service that knows every name, under these addresses. */
const answering =
  (...addresses: readonly string[]): LookupFunction =>
  (_, options, callback) => {
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    if (options.all) callback(null, found);
    else callback(null, found[0]!.address, found[0]!.family);
  };

const looked = (lookup: LookupFunction, all: boolean): Promise<unknown> =>
  new Promise((resolve) => lookup("name.example", { all }, (...answer) => resolve(answer)));

it("hands public addresses on, and refuses all where one is private, asked for one or for all", async () => {
  const good = guarded(answering("1.1.1.1", "2606:4700::1111"));
  expect(await looked(good, false)).toEqual([null, "1.1.1.1", 4]);
  expect(await looked(good, true)).toEqual([
    null,
    [
      { address: "1.1.1.1", family: 4 },
      { address: "2606:4700::1111", family: 6 },
    ],
    undefined,
  ]);
  const refusal = [expect.objectContaining({ code: "PRIVATE_ADDRESS", found: "::1" }), []];
  expect(await looked(guarded(answering("1.1.1.1", "::1")), true)).toEqual(refusal);
  expect(await looked(guarded(answering("::1")), false)).toEqual(refusal);
});

it("passes on what the name service cannot answer", async () => {
  const error = Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
  const unknown: LookupFunction = (_, __, callback) => callback(error, []);
  expect(await looked(guarded(unknown), true)).toEqual([error, [], undefined]);
  const problem = await problemOf(trial({ lookup: unknown }).wire(source, ask));
  expect(problem.kind).toBe("unreachable");
  expect(problem.message).toBe(
    "boj (api.provider.example) is not known by that name (ENOTFOUND); check the network, or try again later.",
  );
});

it.each(["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1", "::ffff:192.168.0.1"])(
  "a provider's name that leads to %s is not connected to, nor tried again",
  async (address) => {
    const { wire, events } = trial({ lookup: answering(address) });
    const problem = await problemOf(wire(source, ask));
    expect(problem.kind).toBe("unreachable");
    expect(problem.message).toContain(
      `boj (api.provider.example) leads to an address that is not a public one (${address})`,
    );
    expect(events).toHaveLength(1);
  },
);

it("looks every connection up anew, so that a name cannot change between the check and the connection", async () => {
  const proxy = await startFaultProxy(() => ({ type: "application/json", body: "{}" }));
  closing.push(proxy.close);
  const { port } = new URL(proxy.origin);
  // The name is the operator's at first, and a default one then: the permission is not remembered with the host.
  let byOperator = true;
  const { wire } = trial({
    lookup: answering("127.0.0.1"),
    addressOf: () => (byOperator ? `http://rebound.example:${port}` : undefined),
  });
  const rebound = { ...source, addresses: { api: `https://rebound.example:${port}` } };
  expect(await wire(rebound, ask)).toEqual({ status: 200, text: "{}" });
  byOperator = false;
  expect((await problemOf(wire(rebound, ask))).message).toMatch(/not a public one \(127\.0\.0\.1\)/);
  expect(proxy.requests).toHaveLength(1);
});

it.each([
  ["https://127.0.0.1/v1", "127.0.0.1"],
  ["https://2130706433/v1", "127.0.0.1"],
  ["https://0x7f.1/v1", "127.0.0.1"],
  ["https://[::1]/v1", "::1"],
  ["https://[::ffff:10.0.0.1]/v1", "::ffff:a00:1"],
  ["https://192.168.0.1/v1", "192.168.0.1"],
])("a default address in numbers, %s, is refused as well", async (address, found) => {
  const neverAsked: LookupFunction = () => {
    throw new Error("numbers are not looked up");
  };
  const { wire } = trial({ lookup: neverAsked });
  const problem = await problemOf(wire({ ...source, addresses: { api: address } }, ask));
  expect(problem.message).toContain(`not a public one (${found})`);
});

it("lets the operator name a host of their own network", async () => {
  const proxy = await startFaultProxy(() => ({ type: "application/json", body: "{}" }));
  closing.push(proxy.close);
  const { port } = new URL(proxy.origin);
  const { wire } = trial({
    lookup: answering("127.0.0.1"),
    addressOf: (_, name) => (name === "api" ? `http://mirror.internal:${port}/boj/` : undefined),
  });
  expect(await wire(source, ask)).toEqual({ status: 200, text: "{}" });
  expect(proxy.requests[0]?.url.pathname).toBe("/boj/getDataCode");
  // Only that one: the source's other address is still its own.
  expect((await problemOf(wire(source, { ...ask, at: "files" }))).message).toMatch(/not a public one/);
});
