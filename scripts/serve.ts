import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".eot": "application/vnd.ms-fontobject",
  ".otf": "font/otf",
  ".wasm": "application/wasm",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const COMPRESSED = new Set([".html", ".js", ".mjs", ".css", ".json", ".xml", ".svg", ".txt"]);

/**
 * Nothing but this server. The spreadsheet compiles formulas, and its view library templates, into functions
 * ('unsafe-eval'), sets positions as style attributes ('unsafe-inline' for styles only) and draws icons as data URLs.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

const FIRST_PORTS = 20;
const zip = promisify(gzip);

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Ends open connections too, so that a browser that keeps one alive cannot delay it. */
  readonly close: () => Promise<void>;
}

export interface Served {
  /** Further folders, by the path under which they stand: `{ "/addin/": "dist/addin" }`. */
  readonly mounts?: Readonly<Record<string, string>>;
  /** A page's text as it is sent instead of as it stands in its file. */
  readonly rewrite?: (url: string, text: string) => string;
  /** Who answers instead of a folder, by the start of the path: `{ "/v1/": listener }`. */
  readonly listeners?: Readonly<Record<string, RequestListener>>;
}

/** Serves a folder on the loopback interface, on `port` or the next free one; 0 lets the system choose. */
export async function serveFolder(folder: string, port: number, served: Served = {}): Promise<RunningServer> {
  const roots = [...Object.entries(served.mounts ?? {}), ["/", folder] as const].map(
    ([prefix, at]): Root => ({ prefix, folder: path.resolve(at) }),
  );
  const listeners = Object.entries(served.listeners ?? {});
  const server = createServer((request, response) => {
    const other = listeners.find(([prefix]) => request.url?.startsWith(prefix));
    if (other) {
      other[1](request, response);
      return;
    }
    answer(roots, served.rewrite, request, response).catch(() => {
      if (!response.headersSent) send(response, 500, "The file could not be read.");
      else response.destroy();
    });
  });
  const taken = await listen(server, port);
  return {
    url: `http://localhost:${String(taken)}/`,
    port: taken,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((problem) => {
          if (problem) reject(problem);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          server.off("error", reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (problem) {
      const isTaken = (problem as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!isTaken || port - first + 1 >= FIRST_PORTS) throw problem;
    }
  }
}

interface Root {
  readonly prefix: string;
  readonly folder: string;
}

async function answer(
  roots: readonly Root[],
  rewrite: Served["rewrite"],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    send(response, 405, "Only GET and HEAD.");
    return;
  }
  const url = request.url ?? "/";
  const root = roots.find(({ prefix }) => url.startsWith(prefix));
  const file = root && fileFor(root.folder, url.slice(root.prefix.length - 1));
  const facts = file === undefined ? undefined : await stat(file).catch(() => undefined);
  if (file === undefined || !facts?.isFile()) {
    send(response, 404, "There is no such file.");
    return;
  }
  const kind = path.extname(file).toLowerCase();
  const rewritten = rewrite && kind === ".html" ? rewrite(url, await readFile(file, "utf8")) : undefined;
  // What a page is rewritten to can change although its file does not.
  const tag = rewritten === undefined ? tagOf(facts.size, facts.mtimeMs) : tagOfText(rewritten);
  // Always asked again, never sent again unless changed: a rebuilt page is seen at the next reload.
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("ETag", tag);
  response.setHeader("Content-Security-Policy", POLICY);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Vary", "Accept-Encoding");
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader("Content-Type", TYPES[kind] ?? "application/octet-stream");
  let body = rewritten === undefined ? await readFile(file) : Buffer.from(rewritten);
  if (COMPRESSED.has(kind) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
    body = await zip(body, { level: 1 });
    response.setHeader("Content-Encoding", "gzip");
  }
  response.setHeader("Content-Length", body.byteLength);
  response.writeHead(200).end(request.method === "HEAD" ? undefined : body);
}

const tagOf = (size: number, changed: number): string =>
  `"${size.toString(36)}-${Math.round(changed).toString(36)}"`;
const tagOfText = (text: string): string =>
  `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;

/** The file that a request names, or undefined for anything outside the folder. */
function fileFor(root: string, url: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "/");
  } catch {
    return undefined;
  }
  if (name.includes("\0") || name.includes("\\")) return undefined;
  const file = path.join(root, name.endsWith("/") ? `${name}index.html` : name);
  return file.startsWith(root + path.sep) ? file : undefined;
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}
