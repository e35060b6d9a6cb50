import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { get, json, memoryFigures, ONE, serving } from "./serving";

let folder: string;
let gateway: Awaited<ReturnType<typeof serving>>;
const script = "x".repeat(5000);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "static-"));
  const root = join(folder, "addin");
  await mkdir(join(root, "assets/icons"), { recursive: true });
  await mkdir(join(root, "help"));
  await mkdir(join(root, ".git"));
  await mkdir(join(root, "v1/series"), { recursive: true });
  await mkdir(join(folder, "addin-private"));
  const files = {
    "addin/taskpane.html": "<!doctype html><p>pane</p>",
    "addin/functions.js": script,
    "addin/pane.0123456789ab.js": "chunk",
    "addin/functions.json": '{"functions":[]}',
    "addin/assets/icons/icon-16.png": "\u0089PNG",
    "addin/help/index.html": "help",
    "addin/.git/config": "secret",
    "addin/.env": "secret",
    "addin/名前.txt": "named",
    [`addin/v1/series/${ONE}.json`]: "not the gateway's",
    "secret.txt": "secret",
    "addin-private/secret.txt": "secret",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await symlink(join(folder, "secret.txt"), join(root, "out.txt"));
  await symlink(folder, join(root, "up"));
  await symlink(join(folder, "addin-private"), join(root, "private"));
  await symlink(join(root, "taskpane.html"), join(root, "inside.html"));
  gateway = await serving(memoryFigures(), {
    DIGITRADE_STATIC: root,
    DIGITRADE_FRAME_ANCESTORS: "'self' https://office.example.org",
  });
});
afterAll(async () => {
  await gateway.stop(1000);
  await rm(folder, { recursive: true });
});

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  get(gateway.origin, path, { headers, method });

it("serves the add-in's page to the frames of Office that are configured, and to nobody else", async () => {
  const page = await ask("/taskpane.html");
  expect([page.status, page.body.toString()]).toEqual([200, "<!doctype html><p>pane</p>"]);
  const policy = String(page.headers["content-security-policy"]);
  expect(policy).toContain("frame-ancestors 'self' https://office.example.org");
  expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(page.headers).not.toHaveProperty("x-frame-options");
  expect(page.headers).toMatchObject({
    "content-type": expect.stringMatching(/^text\/html/),
    "cache-control": "public, max-age=300, must-revalidate",
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
});

it.each([
  ["/functions.js", /javascript/, "public, max-age=300, must-revalidate"],
  ["/functions.json", /^application\/json/, "public, max-age=300, must-revalidate"],
  ["/pane.0123456789ab.js", /javascript/, "public, max-age=31536000, immutable"],
  ["/assets/icons/icon-16.png", /^image\/png/, "public, max-age=86400"],
  ["/help/", /^text\/html/, "public, max-age=300, must-revalidate"],
  ["/%E5%90%8D%E5%89%8D.txt", /^text\/plain/, "public, max-age=300, must-revalidate"],
  ["/inside.html", /^text\/html/, "public, max-age=300, must-revalidate"],
])("serves %s as what it is, to be kept as long as is right", async (path, type, caching) => {
  const got = await ask(path);
  expect([got.status, got.headers["cache-control"]]).toEqual([200, caching]);
  expect(got.headers["content-type"]).toMatch(type);
  expect(got.headers["access-control-allow-origin"]).toBe("*");
});

it("compresses, and answers 304 and HEAD", async () => {
  const got = await ask("/functions.js", { "Accept-Encoding": "gzip" });
  expect(gunzipSync(got.body).toString()).toBe(script);
  const { etag = "" } = got.headers;
  const again = await ask("/functions.js", { "Accept-Encoding": "gzip", "If-None-Match": etag });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const head = await ask("/functions.js", {}, "HEAD");
  expect([head.status, head.headers["content-length"], head.body.length]).toEqual([200, "5000", 0]);
});

it("sees at once that a file was replaced", async () => {
  const file = join(folder, "addin/functions.json");
  const before = await ask("/functions.json");
  await writeFile(file, '{"functions":[1]}');
  await utimes(file, 1, 1);
  const after = await ask("/functions.json", { "If-None-Match": before.headers.etag ?? "" });
  expect([after.status, after.body.toString()]).toEqual([200, '{"functions":[1]}']);
});

it("lets the gateway itself answer under /v1/, whatever lies in the folder", async () => {
  expect(json(await ask(`/v1/series/${ONE}.json`)).id).toBe(ONE);
  expect((await ask("/v1/")).status).toBe(404);
});

it.each([
  "/",
  "/none.html",
  "/help",
  "/assets/",
  "/.env",
  "/.git/config",
  "/%2eenv",
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/%2e%2e%2fsecret.txt",
  "/..%2fsecret.txt",
  "/..%5csecret.txt",
  "/..\\secret.txt",
  "/help/../../secret.txt",
  "/help/%2e%2e/%2e%2e/secret.txt",
  "/%252e%252e/secret.txt",
  "/../addin-private/secret.txt",
  "//secret.txt",
  "//etc/passwd",
  "/./../secret.txt",
  "/taskpane.html/",
  "/taskpane.html%00",
  "/taskpane.html%00.js",
  "/out.txt",
  "/up/secret.txt",
  "/private/secret.txt",
  "/C:/secret.txt",
  "/%ff",
  "/taskpane.html::$DATA",
  `/${"a/".repeat(3000)}x`,
])("does not serve %s", async (path) => {
  const got = await ask(path);
  expect([path, got.status]).toEqual([path, expect.any(Number)]);
  expect([400, 404]).toContain(got.status);
  expect(got.body.toString()).not.toMatch(/secret|root:/);
  expect(json(got)).toEqual({ error: expect.any(String), message: expect.any(String) });
});

it("says that a folder is missing, and how to make it", async () => {
  const starting = serving(memoryFigures(), { DIGITRADE_STATIC: join(folder, "none") });
  await expect(starting).rejects.toThrow(/folder to serve, .*none, is not there; .*npm run build/);
  await expect(serving(memoryFigures(), { DIGITRADE_STATIC: join(folder, "secret.txt") })).rejects.toThrow(
    /is not there/,
  );
});
