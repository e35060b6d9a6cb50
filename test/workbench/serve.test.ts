import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { get, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";

import { type RunningServer, serveFolder } from "../../scripts/serve";

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "digitrade-serve-"));
  await mkdir(path.join(folder, "page/sub"), { recursive: true });
  await writeFile(path.join(folder, "secret.txt"), "secret");
  await writeFile(path.join(folder, "page/index.html"), "<p>page</p>");
  await writeFile(path.join(folder, "page/sub/app.js"), "1;");
  server = await serveFolder(path.join(folder, "page"), 0);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Sends the path as it is: a browser or fetch would tidy it first. */
function ask(where: string, method = "GET", headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port: server.port, path: where, method, headers },
      (response) => {
        let text = "";
        response.on("data", (part: Buffer) => (text += part.toString()));
        response.on("end", () => {
          resolve({ status: response.statusCode, headers: response.headers, text });
        });
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

test("files come with their type, a policy that names this server only, and no surprises from a cache", async () => {
  const page = await ask("/?lang=ja");
  expect(page).toMatchObject({ status: 200, text: "<p>page</p>" });
  expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(page.headers["content-security-policy"]).toContain("default-src 'self'");
  expect(page.headers["content-security-policy"]).not.toMatch(/https?:|\*/);
  expect(page.headers["cache-control"]).toBe("no-cache");
  expect((await ask("/sub/app.js")).headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect((await ask("/", "GET", { "if-none-match": String(page.headers["etag"]) })).status).toBe(304);
  expect(await ask("/", "HEAD")).toMatchObject({ status: 200, text: "" });
  expect((await ask("/", "GET", { "accept-encoding": "gzip" })).headers["content-encoding"]).toBe("gzip");
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/sub/..%2f..%2fsecret.txt",
  "/..%5csecret.txt",
  "/%00",
  "/%",
  "/sub",
  "/nothing.js",
])("%s is refused", async (where) => {
  const answer = await ask(where);
  expect(answer.status).toBe(404);
  expect(answer.text).not.toContain("secret");
});

test("other methods are refused", async () => {
  expect(await ask("/", "POST")).toMatchObject({ status: 405 });
});

test("a taken port leads to the next free one", async () => {
  const second = await serveFolder(path.join(folder, "page"), server.port);
  expect(second.port).toBeGreaterThan(server.port);
  await second.close();
});

describe("npm start", () => {
  let run: ChildProcess | undefined;
  afterEach(() => run?.kill("SIGKILL"));

  function start(...options: string[]): {
    readonly firstLine: Promise<string>;
    readonly ended: Promise<number | null>;
  } {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts", "--no-build", ...options], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    run = child;
    let said = "";
    return {
      firstLine: new Promise((resolve) => {
        const listen = (part: Buffer): void => {
          said += part.toString();
          if (said.includes("\n")) resolve(said);
        };
        child.stdout.on("data", listen);
        child.stderr.on("data", listen);
      }),
      ended: new Promise((resolve) => child.on("exit", resolve)),
    };
  }

  test.each(["SIGINT", "SIGTERM"] as const)(
    "says where it is and ends at %s with code 0, even with a connection open",
    async (signal) => {
      const { firstLine, ended } = start("--port", "0");
      const port = /http:\/\/localhost:(\d+)\//.exec(await firstLine)?.[1];
      expect(port).toBeDefined();
      await new Promise((resolve) => get(`http://127.0.0.1:${String(port)}/`, resolve));
      const asked = Date.now();
      run?.kill(signal);
      expect(await ended).toBe(0);
      expect(Date.now() - asked).toBeLessThan(5000);
    },
    30_000,
  );

  test("refuses what is no port", async () => {
    const { firstLine, ended } = start("--port", "many");
    expect(await firstLine).toContain("--port must be a number");
    expect(await ended).toBe(1);
  }, 30_000);
});
