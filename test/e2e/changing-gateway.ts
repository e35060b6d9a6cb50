/** A gateway whose figures, patience and life are the test's: it hands out documents as docs/gateway.md describes them. */
import type { RequestListener, ServerResponse } from "node:http";

import { Problem } from "../../src/domain/problem";
import type { Observation, Series, SeriesId } from "../../src/domain/series";
import { period, type Day } from "../../src/domain/period";
import type { ProviderStatus } from "../../src/gateway/figures";
import { statusDocument } from "../../src/gateway/server/status-document";
import { embeddedFigures } from "../../src/workbench/connect";

export interface ChangingGateway {
  readonly listener: RequestListener;
  /** From now on the compiler states these figures for a series: a new period, or another value of an old one. */
  readonly publish: (id: string, figures: Readonly<Record<string, number>>, day: string) => Promise<void>;
  /** As at the beginning: what was published is not known any more. */
  readonly forget: () => void;
  /** A stopped gateway breaks every connection off. */
  isUp: boolean;
  /** Whether requests for this series wait; they are answered as soon as none does. */
  readonly hold: (id: string | undefined) => void;
}

const EMBEDDED = embeddedFigures();

/** The embedded figures, as if their publishers had just been asked. */
async function live(id: SeriesId): Promise<Series> {
  const { embedded: _mark, ...series } = await EMBEDDED(id);
  return series;
}

export function changingGateway(providers: readonly ProviderStatus[]): ChangingGateway {
  const published = new Map<SeriesId, Series>();
  let held: string | undefined;
  const waiting: (() => void)[] = [];

  const answerSeries = async (id: SeriesId, tag: string | undefined, response: ServerResponse) => {
    const series = published.get(id) ?? (await live(id));
    const etag = `"${series.version}"`;
    response.setHeader("ETag", etag);
    if (tag === etag) response.writeHead(304).end();
    else json(response, 200, series);
  };

  const gateway: ChangingGateway = {
    isUp: true,
    listener: (request, response) => {
      if (!gateway.isUp) {
        request.socket.destroy();
        return;
      }
      const path = (request.url ?? "").split("?")[0] ?? "";
      const [, id] = /^\/v1\/series\/([A-Z0-9._-]+)\.json$/.exec(path) ?? [];
      if (path === "/healthz") json(response, 200, { status: "ok" });
      else if (path === "/v1/status.json") json(response, 200, statusDocument(providers, FACTS));
      else if (id === undefined) notFound(response, path);
      else {
        const answer = (): void => {
          answerSeries(id as SeriesId, request.headers["if-none-match"], response).catch(
            (thrown: unknown) => {
              notFound(response, thrown instanceof Problem ? thrown.message : String(thrown));
            },
          );
        };
        if (id === held) waiting.push(answer);
        else answer();
      }
    },
    publish: async (name, figures, day) => {
      const id = name as SeriesId;
      const old = published.get(id) ?? (await live(id));
      const rows = new Map<string, Observation>(old.observations.map((row) => [row[0], row]));
      for (const [at, value] of Object.entries(figures)) rows.set(at, [period(at), value]);
      published.set(id, {
        ...old,
        version: `${day} ${old.version}`,
        published: day as Day,
        retrieved: day as Day,
        observations: [...rows.values()].sort(([a], [b]) => (a < b ? -1 : 1)),
      });
    },
    forget: () => published.clear(),
    hold: (id) => {
      held = id;
      for (const answer of waiting.splice(0)) answer();
    },
  };
  return gateway;
}

const FACTS = { product: "DigiTrade 0.1.0", started: "2026-11-26T09:00:00.000Z", store: "memory" };

const notFound = (response: ServerResponse, message: string): void =>
  json(response, 404, { error: "no-data", message });

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-cache",
  });
  response.end(JSON.stringify(body));
}
