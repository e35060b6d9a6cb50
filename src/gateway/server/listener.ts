import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Series, SeriesId } from "../../domain/series";
import type { GatewayFigures } from "../figures";
import { answerOf, type Answer } from "./answer";
import type { GatewayApp } from "./app";
import { failure, internal } from "./failures";
import { UNKEPT } from "./headers";
import type { GatewayLog } from "./log";
import type { Metrics } from "./metrics";
import type { PreparedSeries } from "./prepared-series";
import { clientBehind, type Limiter } from "./rate-limit";
import { pathIn, routeName, seriesIn } from "./routes";

export interface ListenerOptions {
  readonly app: GatewayApp;
  readonly figures: GatewayFigures;
  /** The same that the app uses. */
  readonly prepared: PreparedSeries;
  readonly limit: Limiter;
  /** How many reverse proxies of our own stand in front. */
  readonly trustedProxies: number;
  readonly log: GatewayLog;
  readonly metrics?: Metrics | undefined;
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number;
  /** Starts the ids of this process's requests. */
  readonly nonce: string;
}

const SLOW_MS = 2000;
const LONGEST_LOGGED = 200;
/** What a client that went away before the end of its answer is counted under. */
const GONE = 499;

/** One request on its way. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly started: number;
}

/**
 * Answers requests of a Node server: holds each client to its limit, counts and logs, and hands requests to the app. A
 * series whose bytes are prepared is sent from here, several times quicker; its figures are asked each time whether the
 * document is still the same.
 */
export function gatewayListener(options: ListenerOptions): RequestListener {
  const { figures, prepared, limit, trustedProxies, metrics, now } = options;
  const throughApp = appListener(options);

  const clientsBySocket = new WeakMap<Socket, string>();
  const clientOf = ({ socket, headers }: IncomingMessage): string => {
    if (trustedProxies > 0)
      return clientBehind(socket.remoteAddress, headers["x-forwarded-for"], trustedProxies);
    const known = clientsBySocket.get(socket) ?? clientBehind(socket.remoteAddress);
    clientsBySocket.set(socket, known);
    return known;
  };

  const limited = ({ request, response, path, started }: Exchange): boolean => {
    if (path === "/healthz") return false;
    const wait = limit(clientOf(request));
    if (wait === 0) return false;
    send(response, tooMany(wait));
    metrics?.answered(routeName(path), 429, (now() - started) / 1000);
    return true;
  };

  const fromMemory = (exchange: Exchange, series: Series): boolean => {
    const { request, response } = exchange;
    const ready = prepared.peek(series);
    if (!ready) return false;
    const answer = answerOf(ready, {
      acceptEncoding: textOf(request.headers["accept-encoding"]),
      ifNoneMatch: request.headers["if-none-match"],
    });
    send(response, answer);
    metrics?.sent(answer.status);
    return true;
  };

  return (request, response) => {
    const exchange = { request, response, path: pathIn(request.url), started: now() };
    if (limited(exchange)) return;
    const id = seriesIn(exchange.path) as SeriesId | undefined;
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isRead || id === undefined || !prepared.has(id)) throughApp(exchange);
    else
      figures.load(id).then(
        (series) => fromMemory(exchange, series) || throughApp(exchange),
        () => throughApp(exchange),
      );
  };
}

/** Hands a request to the app; each gets an id, by which a failure is found in the log. */
function appListener(options: ListenerOptions): (exchange: Exchange) => void {
  const { app, log, metrics, now, nonce } = options;
  const requestIds = new WeakMap<object, string>();
  let count = 0;

  const listen = getRequestListener(
    (request, { incoming }) => app.fetch(request, { requestId: requestIds.get(incoming) }),
    {
      hostname: "localhost",
      overrideGlobalObjects: false,
      errorHandler: () => asResponse(failure(400, "bad-request", "This request cannot be understood.")),
    },
  );

  return ({ request, response, path, started }) => {
    const id = `${nonce}-${(++count).toString(36)}`;
    const route = routeName(path);
    requestIds.set(request, id);
    response.once("close", () => {
      const ms = now() - started;
      const status = response.writableFinished ? response.statusCode : GONE;
      metrics?.answered(route, status, ms / 1000);
      const facts = {
        request: id,
        method: request.method,
        path: path.slice(0, LONGEST_LOGGED),
        status,
        ms: Math.round(ms),
      };
      if (status >= 500 || ms > SLOW_MS) log.warn("answered", facts);
      else log.debug("answered", facts);
    });
    listen(request, response).catch((thrown: unknown) => {
      log.warn("not answered", { request: id, why: String(thrown) });
      if (!response.headersSent) send(response, internal("The request"));
      else response.destroy();
    });
  };
}

const textOf = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === "object" ? header.join(",") : header;

function tooMany(waitSeconds: number): Answer {
  const message = `Too many requests from this address; ask again in ${waitSeconds} s.`;
  return failure(429, "too-many-requests", message, { ...UNKEPT, "Retry-After": String(waitSeconds) });
}

function asResponse({ status, headers, body }: Answer): Response {
  return new Response(body ? Buffer.from(body) : null, { status, headers });
}

/** Sends an answer at once; Node itself keeps back the body of an answer to HEAD. */
function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers);
  response.end(body);
}
