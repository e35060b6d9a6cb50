import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type ServerOptions } from "node:https";
import path from "node:path";

import { headersFor } from "./headers";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** What a developer's machine trusts for https://localhost. */
export type Certificate = Pick<ServerOptions, "ca" | "cert" | "key">;

export interface SecureServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Serves a folder to Excel on this machine, on exactly this port: the manifest names it. */
export async function serveSecurely(
  folder: string,
  port: number,
  certificate: Certificate,
): Promise<SecureServer> {
  const root = path.resolve(folder);
  const server = createServer(certificate, (request, response) => void answer(root, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (problem: NodeJS.ErrnoException) => {
      reject(
        problem.code === "EADDRINUSE"
          ? new Error(
              `Port ${port} is taken. End what uses it (perhaps "npm start"): the manifest names this port.`,
            )
          : problem,
      );
    });
    server.listen(port, "localhost", resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file =
    request.method === "GET" || request.method === "HEAD" ? fileFor(root, request.url ?? "/") : undefined;
  const body = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || body === undefined) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("There is no such file.\n");
    return;
  }
  const type = TYPES[path.extname(file).toLowerCase()] ?? "application/octet-stream";
  const headers = { ...headersFor(file), "Content-Type": type, "Content-Length": body.byteLength };
  response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : body);
}

/** The file that a request names, or nothing outside the folder. */
function fileFor(root: string, url: string): string | undefined {
  try {
    const name = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "/");
    if (/[\0\\]/.test(name)) return undefined;
    const file = path.join(root, name.endsWith("/") ? `${name}taskpane.html` : name);
    return file.startsWith(root + path.sep) ? file : undefined;
  } catch {
    return undefined;
  }
}
