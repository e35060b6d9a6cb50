import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { generateCertificates } from "office-addin-dev-certs";

import { contentPolicy, FRAMED_BY, headersFor } from "../../scripts/excel/headers";
import { missingFiles } from "../../scripts/excel/machine";
import { serveSecurely, type SecureServer } from "../../scripts/excel/server";
import { INPUTS } from "./reading";

test("the policy names Office's script and frames, and allows no eval", () => {
  const policy = contentPolicy(["https://example.sharepoint.com"]);
  expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
  expect(policy).toContain("frame-ancestors 'self' https://example.sharepoint.com");
  expect(policy).not.toContain("unsafe-eval");
});

test("the guide for servers states this very policy", async () => {
  expect(await readFile("docs/deploy.md", "utf8")).toContain(
    `Content-Security-Policy: ${contentPolicy(FRAMED_BY)}\n`,
  );
});

test("Excel may keep icons, and only pages carry the policy", () => {
  expect(headersFor("a.png")).not.toHaveProperty("Cache-Control");
  expect(headersFor("functions.json")).toMatchObject({
    "Cache-Control": "no-cache",
    "Access-Control-Allow-Origin": "*",
  });
  expect(headersFor("taskpane.html")).toHaveProperty("Content-Security-Policy");
  expect(headersFor("taskpane.html")).not.toHaveProperty("X-Frame-Options");
});

let folder: string;
let server: SecureServer;
let ca: Buffer;
let certificate: { key: Buffer; cert: Buffer };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "digitrade-excel-"));
  const [root, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => join(folder, name));
  jest.spyOn(console, "log").mockReturnValue();
  // Written into the folder only; nothing is installed.
  await generateCertificates(root, cert, key, 1);
  certificate = { key: await readFile(key!), cert: await readFile(cert!) };
  ca = await readFile(root!);
  await mkdir(join(folder, "served", "help"), { recursive: true });
  await writeFile(join(folder, "served", "functions.json"), "{}");
  await writeFile(join(folder, "served", "taskpane.html"), "<!doctype html>");
  server = await serveSecurely(join(folder, "served"), 0, certificate);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await server.close();
  await rm(folder, { recursive: true });
});

const fetched = (path: string, method = "GET") =>
  new Promise<{ status: number | undefined; type: string | undefined; body: string }>((resolve, reject) => {
    const options = { host: "localhost", port: server.port, path, method, ca };
    get(options, (response) => {
      let body = "";
      response.on("data", (part) => (body += String(part)));
      response.on("end", () =>
        resolve({ status: response.statusCode, type: response.headers["content-type"], body }),
      );
    }).on("error", reject);
  });

test("serves files over https to whoever trusts the certificate", async () => {
  expect(await fetched("/functions.json?v=1")).toEqual({
    status: 200,
    type: "application/json; charset=utf-8",
    body: "{}",
  });
  expect(await fetched("/")).toMatchObject({ status: 200, body: "<!doctype html>" });
});

test.each([
  "/../localhost.key",
  "/%2e%2e/localhost.key",
  "/..%5clocalhost.key",
  "/%",
  "/help",
  "/nothing",
  "/functions.json%00",
])("%s is not there", async (path) => {
  expect((await fetched(path)).status).toBe(404);
});

test("only reads", async () => {
  expect((await fetched("/functions.json", "DELETE")).status).toBe(404);
});

test("a port that is taken is said so", async () => {
  await expect(serveSecurely(folder, server.port, certificate)).rejects.toThrow(
    `Port ${server.port} is taken`,
  );
});

test("what the manifest names and a folder lacks is listed once each", async () => {
  const missing = await missingFiles(join(folder, "served"), INPUTS);
  expect(missing).toContain("functions.ja-JP.json");
  expect(missing).toContain("assets/icons/digitrade-32.png");
  expect(missing).not.toContain("functions.json");
  expect(new Set(missing).size).toBe(missing.length);
});
