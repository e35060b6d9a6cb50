import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { Problem } from "../../domain/problem";

/** A server that listens. */
export interface Listening {
  /** Such as `http://127.0.0.1:8787`. */
  readonly origin: string;
  /**
   * Takes no more requests and lets those under way finish, `patienceMs` at most; then resolves to whether all did. What
   * is still open is ended.
   */
  readonly stop: (patienceMs: number) => Promise<boolean>;
}

export interface ListenAt {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The option that names another port, for the sentence that says so. */
  readonly option: string;
  /** Hears of what goes wrong later, such as too many open files. */
  readonly onError: (thrown: Error) => void;
}

/** A client that sends its headers drop by drop is cut off. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 20_000;
/** Longer than what reverse proxies keep connections for, so that it is they who close. */
const KEEP_ALIVE_MS = 65_000;
const LOOK_MS = 25;

/** Listens; a port that cannot be had is a Problem that says what to do. */
export async function listen(answer: RequestListener, at: ListenAt): Promise<Listening> {
  let stopping = false;
  /** Connections on which nothing was asked yet, which Node does not count as idle; browsers open them in advance. */
  const silent = new Set<Socket>();
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => {
      silent.delete(request.socket);
      if (stopping) response.shouldKeepAlive = false;
      answer(request, response);
    },
  );
  await opened(server, at);
  server.on("error", at.onError);
  server.on("connection", (socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  const { address, family, port } = server.address() as AddressInfo;
  return {
    origin: `http://${family === "IPv6" ? `[${address}]` : address}:${port}`,
    stop: (patienceMs) => {
      stopping = true;
      for (const socket of silent) socket.destroy();
      return closed(server, patienceMs);
    },
  };
}

function opened(server: Server, at: ListenAt): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (thrown: NodeJS.ErrnoException) => {
      reject(new Problem("unreachable", `${portWords(thrown.code, at)}.`, { cause: thrown }));
    });
    server.listen(at.port, at.host, resolve);
  });
}

function portWords(code = "no reason given", { host, port, option }: ListenAt): string {
  const words: Readonly<Record<string, string>> = {
    EADDRINUSE: `${host}:${port} is taken, perhaps by a gateway that runs already; choose another port with ${option}`,
    EACCES: `${host}:${port} may not be used by this account; choose a port from 1024 on with ${option}`,
    EADDRNOTAVAIL: `${host} is not an address of this computer; choose another with --host`,
    ENOTFOUND: `${host} is not the name of a computer; choose another with --host`,
  };
  return words[code] ?? `${host}:${port} cannot be used (${code}); choose another with --host and ${option}`;
}

function closed(server: Server, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    let all = true;
    // A connection whose request is answered meanwhile is idle only then.
    const look = setInterval(() => server.closeIdleConnections(), LOOK_MS);
    const late = setTimeout(() => {
      all = false;
      server.closeAllConnections();
    }, patienceMs);
    server.close(() => {
      clearInterval(look);
      clearTimeout(late);
      resolve(all);
    });
  });
}
