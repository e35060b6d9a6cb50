import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { FAULTS, faultNamed } from "../../fixtures/fault-proxy";
import { TEST_CERTIFICATE } from "../../fixtures/fault-proxy/test-certificate";

const root = path.resolve(__dirname, "../../..");
const at = (file: string): string => JSON.stringify(pathToFileURL(path.join(root, file)).href);

/** Asks once under every fault. */
const SCRIPT = `
import { webWire } from ${at("src/gateway/wire/web-wire.ts")};
import { FAULTS, startFaultProxy } from ${at("test/fixtures/fault-proxy.ts")};
import { ask, source } from ${at("test/gateway/wire/harness.ts")};
const ends = {};
for (const fault of FAULTS) {
  const proxy = await startFaultProxy(() => ({ type: "application/json", body: '{"a":1}' }), { fault });
  const wire = webWire({
    userAgent: "DigiTrade/1 (test)",
    now: Date.now,
    sleep: () => Promise.resolve(),
    log: () => undefined,
    addressOf: () => proxy.origin,
    limits: { attempts: 2, ...(/silent|drip/.test(fault) && { exchangeMs: 200 }) },
  });
  ends[fault] = await wire(source, ask).then(() => "answered", ({ kind }) => kind);
  await proxy.close();
}
console.log(JSON.stringify(ends));
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "digitrade-wire-"));
  await writeFile(path.join(folder, "trusted.pem"), TEST_CERTIFICATE.cert);
  await writeFile(path.join(folder, "every-fault.mts"), SCRIPT);
});
afterAll(() => rm(folder, { recursive: true }));

it("leaves no promise, timer or connection behind after any fault, and speaks TLS with whom the operator trusts", async () => {
  // Ends by itself before a forgotten timer would let it (25 s), or fails; so does a rejection that nobody hears.
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ["--unhandled-rejections=strict", "--import", "tsx", path.join(folder, "every-fault.mts")],
    {
      cwd: root,
      env: { ...process.env, NODE_EXTRA_CA_CERTS: path.join(folder, "trusted.pem") },
      timeout: 20_000,
    },
  );
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({
    ...Object.fromEntries(FAULTS.map((fault) => [fault, faultNamed(fault).expected])),
    "untrusted certificate": "answered",
  });
}, 30_000);
