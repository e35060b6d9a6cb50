import { Hono, type Context } from "hono";
import type { Entry } from "../../catalog/entry";
import type { SeriesId } from "../../domain/series";
import type { GatewayFigures } from "../figures";
import { asIs } from "../secret";
import { answerOf, type Answer, type Prepared, type Wish } from "./answer";
import { catalogDocument } from "./catalog-document";
import { documentBytes } from "./document-bytes";
import { failure, internal, loadFailure, notFound } from "./failures";
import { CATALOG_CACHING, DATA_HEADERS, PREFLIGHT_HEADERS, STATUS_CACHING, UNKEPT } from "./headers";
import { prepare } from "./prepare";
import { preparedSeries, type PreparedSeries } from "./prepared-series";
import type { StaticFolder } from "./static-folder";
import { statusDocument, type ServiceFacts } from "./status-document";

export interface GatewayAppOptions {
  readonly figures: GatewayFigures;
  readonly catalog: readonly Entry[];
  readonly facts: ServiceFacts;
  /** Shared with whoever sends what is prepared without asking here. */
  readonly prepared?: PreparedSeries;
  /** The add-in's files, beside the figures at the same address. */
  readonly folder?: StaticFolder;
  /** Hears of what failed, in full, with the id of the request. */
  readonly onFailure?: (what: string, thrown: unknown, request: string | undefined) => void;
  /** Takes secrets out of texts that came from elsewhere. */
  readonly hide?: (text: string) => string;
}

/** What the Node server hands in with a request. */
interface Environment {
  Bindings: { readonly requestId?: string | undefined };
}

export type GatewayApp = Hono<Environment>;
type GatewayContext = Context<Environment>;

/** Ids as the catalogue spells them; everything else does not even get to the routes. */
const DOCUMENT = ":document{[A-Z0-9][A-Z0-9._-]{0,79}\\.json}";

/**
 * The gateway as a function from request to response: GET, HEAD and preflights. Series are looked up in the catalogue's
 * own table and in no other way; no part of a request ever becomes an address or a path.
 */
export function gatewayApp(options: GatewayAppOptions): GatewayApp {
  const { figures, catalog, facts, folder, prepared = preparedSeries(), hide = asIs } = options;
  const documents = new Map<string, SeriesId>(
    catalog.flatMap(({ id, virtual }) => (virtual ? [] : [[id, id]])),
  );
  const data = (bytes: Buffer, caching: string): Promise<Prepared> =>
    prepare(bytes, { headers: { ...DATA_HEADERS, "Cache-Control": caching } });
  let catalogPrepared: Promise<Prepared> | undefined;

  const series = async (name: string, c: GatewayContext): Promise<Answer> => {
    const id = documents.get(name);
    if (id === undefined) return unknownSeries(name, catalog);
    try {
      return answerOf(await prepared.get(await figures.load(id)), wishOf(c));
    } catch (thrown) {
      options.onFailure?.(id, thrown, requestIdOf(c));
      return loadFailure(id, thrown);
    }
  };

  // Paths as they were sent: what is written with % is not a series, and files are decoded once, with care.
  const app = new Hono<Environment>({ getPath: (request) => pathOf(request.url) });

  app.use(async (c, next) => {
    const { method } = c.req;
    if (method === "GET" || method === "HEAD") return next();
    if (method === "OPTIONS") return respond({ status: 204, headers: PREFLIGHT_HEADERS });
    const headers = { ...UNKEPT, Allow: "GET, HEAD, OPTIONS" };
    return respond(failure(405, "method", `${method} is not answered here; use GET or HEAD.`, headers));
  });

  app.get(`/v1/series/${DOCUMENT}`, async (c) =>
    respond(await series(c.req.param("document").slice(0, -".json".length), c), c),
  );
  app.get("/v1/catalog.json", async (c) => {
    catalogPrepared ??= data(documentBytes(catalogDocument(catalog)), CATALOG_CACHING);
    return respond(answerOf(await catalogPrepared, wishOf(c)));
  });
  app.get("/v1/status.json", async (c) => {
    const text = documentBytes(statusDocument(await figures.status(), facts)).toString();
    return respond(answerOf(await data(Buffer.from(hide(text)), STATUS_CACHING), wishOf(c)));
  });
  app.get("/healthz", () => respond(HEALTHY));
  app.get("/v1/*", () => respond(notFound("unknown-address", NO_SUCH_ADDRESS)));
  app.get("*", async (c) => {
    const file = await folder?.find(pathOf(c.req.url));
    return respond(file ? answerOf(file, wishOf(c)) : notFound("unknown-address", NO_SUCH_ADDRESS));
  });

  app.onError((thrown, c) => {
    options.onFailure?.(pathOf(c.req.url), thrown, requestIdOf(c));
    return respond(internal("The request"), c);
  });
  return app;
}

const NO_SUCH_ADDRESS =
  "There is nothing here. Series are at /v1/series/ID.json with an id in capitals; /v1/catalog.json lists them.";

const WELL = documentBytes({ status: "ok" });
const HEALTHY: Answer = {
  status: 200,
  headers: { ...DATA_HEADERS, ...UNKEPT, "Content-Length": String(WELL.byteLength) },
  body: WELL,
};

function unknownSeries(name: string, catalog: readonly Entry[]): Answer {
  const entry = catalog.find(({ id }) => id === name);
  return notFound(
    "unknown-series",
    entry
      ? `${name} is worked out from other series and has no document of its own; /v1/catalog.json names its parts.`
      : `${name} is not a series of this gateway; /v1/catalog.json lists them.`,
  );
}

/** Where the app is called without a server, there is no environment at all, whatever the types say. */
const requestIdOf = (c: GatewayContext): string | undefined =>
  (c.env as Partial<GatewayContext["env"]> | undefined)?.requestId;

const wishOf = (c: GatewayContext): Wish => ({
  acceptEncoding: c.req.header("accept-encoding"),
  ifNoneMatch: c.req.header("if-none-match"),
});

/** The path of an address, undecoded. */
function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  return start < 0 ? "/" : (url.slice(start).split(/[?#]/, 1)[0] ?? "/");
}

/** A failure names its request, so that the operator finds it in the log. */
function respond({ status, headers, body }: Answer, c?: GatewayContext): Response {
  const id = status >= 500 ? c && requestIdOf(c) : undefined;
  return new Response(body ? Buffer.from(body) : null, {
    status,
    headers: { ...headers, ...(id !== undefined && { "X-Request-Id": id }) },
  });
}
