import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { get, request, type RequestListener } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";

import { type RunningServer, serveFolder } from "../../scripts/serve";
import { serveWorkbench } from "../../scripts/serve-workbench";

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

test("a path that somebody else answers is handed on, whatever the method", async () => {
  const listener: RequestListener = (asked, response) =>
    response.end(`${asked.method ?? ""} ${asked.url ?? ""}`);
  const both = await serveFolder(path.join(folder, "page"), 0, { listeners: { "/v1/": listener } });
  try {
    const answer = await fetch(`${both.url}v1/status.json?x`, { method: "POST" });
    expect(await answer.text()).toBe("POST /v1/status.json?x");
    expect(await (await fetch(`${both.url}v1`)).text()).toContain("no such file");
    expect(await (await fetch(both.url)).text()).toBe("<p>page</p>");
  } finally {
    await both.close();
  }
});

test("what a page is rewritten to has a tag of its own", async () => {
  const tagsOf = async (word: string): Promise<readonly (string | null)[]> => {
    const rewriting = await serveFolder(path.join(folder, "page"), 0, {
      rewrite: (_, text) => text.replace("page", word),
    });
    try {
      const answer = await fetch(rewriting.url);
      expect(await answer.text()).toBe(`<p>${word}</p>`);
      const tag = answer.headers.get("etag");
      expect((await fetch(rewriting.url, { headers: { "If-None-Match": tag ?? "" } })).status).toBe(304);
      const script = await fetch(`${rewriting.url}sub/app.js`);
      return [tag, script.headers.get("etag")];
    } finally {
      await rewriting.close();
    }
  };
  const [one, two] = [await tagsOf("one"), await tagsOf("two")];
  expect(one[0]).not.toBe(two[0]);
  expect(one[1]).toBe(two[1]);
});

describe("the workbench", () => {
  const taskpane = (attribute: string): string =>
    `<html data-namespace=X${attribute}><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></html>`;

  /** The pages as they are served, with and without a gateway. */
  async function served(attribute: string, gateway: boolean): Promise<readonly string[]> {
    const dist = path.join(folder, "dist");
    await mkdir(path.join(dist, "workbench"), { recursive: true });
    await mkdir(path.join(dist, "addin"), { recursive: true });
    await writeFile(path.join(dist, "workbench/index.html"), `<html lang=en${attribute}></html>`);
    await writeFile(path.join(dist, "addin/taskpane.html"), taskpane(attribute));
    const listener: RequestListener = (_, response) => response.end("figures");
    const running = await serveWorkbench(dist, 0, gateway ? { gateway: listener } : {});
    try {
      return await Promise.all(
        ["", "addin/taskpane.html", "v1/status.json", "healthz"].map(async (where) =>
          (await fetch(`${running.url}${where}`)).text(),
        ),
      );
    } finally {
      await running.close();
    }
  }

  test.each([' data-gateway=""', " data-gateway"])(
    "names the gateway beside it in both pages (%s)",
    async (attribute) => {
      const [page, pane, status, health] = await served(attribute, true);
      expect(page).toBe('<html lang=en data-gateway="/"></html>');
      expect(pane).toContain('data-gateway="/"');
      expect(pane).toContain('src="/office-loader.js"');
      expect([status, health]).toEqual(["figures", "figures"]);
    },
  );

  test("without a gateway names none, and has no figures", async () => {
    const [page, pane, status] = await served(" data-gateway", false);
    expect(page).toBe("<html lang=en data-gateway></html>");
    expect(pane).not.toContain('"/"');
    expect(status).toContain("no such file");
  });

  test("of a page that is built for another gateway leaves its address alone", async () => {
    const [page] = await served(' data-gateway="https://figures.example"', true);
    expect(page).toContain('data-gateway="https://figures.example"');
  });
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

  function start(
    options: readonly string[],
    environment: NodeJS.ProcessEnv = {},
  ): {
    readonly firstLine: Promise<string>;
    readonly saying: (words: string) => Promise<string>;
    readonly ended: Promise<number | null>;
  } {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts", "--no-build", ...options], {
      stdio: ["ignore", "pipe", "pipe"],
      // Providers are never asked by a test, and its store is its own.
      env: {
        ...process.env,
        DIGITRADE_STORE: path.join(folder, "store"),
        DIGITRADE_OFFLINE: "yes",
        ...environment,
      },
    });
    run = child;
    let said = "";
    const waiting: { readonly words: string; readonly heard: (said: string) => void }[] = [];
    const listen = (part: Buffer): void => {
      said += part.toString();
      for (const { words, heard } of waiting) if (said.includes(words)) heard(said);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    const saying = (words: string): Promise<string> =>
      new Promise((heard) => {
        waiting.push({ words, heard });
        listen(Buffer.from(""));
      });
    return {
      firstLine: saying("\n"),
      saying,
      ended: new Promise((resolve) => child.on("exit", resolve)),
    };
  }

  test.each(["SIGINT", "SIGTERM"] as const)(
    "says where it is and ends at %s with code 0, even with a connection open",
    async (signal) => {
      const { firstLine, ended } = start(["--port", "0"]);
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

  test("has a gateway beside the page, which answers as soon as it is open", async () => {
    const { firstLine } = start(["--port", "0"]);
    const port = /http:\/\/localhost:(\d+)\//.exec(await firstLine)?.[1];
    const at = `http://127.0.0.1:${String(port)}`;
    const status = (await (await fetch(`${at}/v1/status.json`)).json()) as { readonly providers: unknown };
    expect(Array.isArray(status.providers)).toBe(true);
    const series = await fetch(`${at}/v1/series/TIC.JP.json`);
    expect(await series.json()).toMatchObject({ id: "TIC.JP", embedded: true });
    expect(await (await fetch(`${at}/healthz`)).json()).toEqual({ status: "ok" });
  }, 60_000);

  test("has none with --offline", async () => {
    const { firstLine } = start(["--port", "0", "--offline"]);
    const port = /http:\/\/localhost:(\d+)\//.exec(await firstLine)?.[1];
    expect((await fetch(`http://127.0.0.1:${String(port)}/v1/status.json`)).status).toBe(404);
  }, 30_000);

  test("goes on with what is embedded where the gateway is wrongly configured, and says so", async () => {
    const { firstLine, saying } = start(["--port", "0"], { DIGITRADE_LOG: "loud" });
    const port = /http:\/\/localhost:(\d+)\//.exec(await firstLine)?.[1];
    expect(await saying("goes on with the embedded figures")).toContain("DIGITRADE_LOG must be");
    const series = await fetch(`http://127.0.0.1:${String(port)}/v1/series/TIC.JP.json`);
    expect(series.status).toBe(503);
    expect((await fetch(`http://127.0.0.1:${String(port)}/nothing.js`)).status).toBe(404);
  }, 60_000);

  test("refuses what is no port", async () => {
    const { firstLine, ended } = start(["--port", "many"]);
    expect(await firstLine).toContain("--port must be a number");
    expect(await ended).toBe(1);
  }, 30_000);
});
