import { EventEmitter } from "node:events";
import type { Io } from "../../src/cli/command";
import type { GatewayHost } from "../../src/cli/gateway-host";
import { period } from "../../src/domain/period";
import { noData, Problem } from "../../src/domain/problem";
import type { Load, Observation, SeriesId } from "../../src/domain/series";
import { keepUp } from "../../src/gateway/keep-up";
import { openStore } from "../../src/gateway/vintages/open";
import { weekdays } from "../../src/sources/common/calendar";
import type { Circumstances, Reading, Reply, Source } from "../../src/sources/common/source";
import { aSeries, id } from "../fixtures/documents";

export const COMPUTER = id("JP.COMPUTER.NET");
export const JAPAN = id("TIC.JP");
export const TE = id("FX.USDJPY.TE");
export const SEEDED = id("JP.COPYRIGHT.NET");
const NOW = Date.UTC(2024, 2, 10, 12);

type Row = readonly [string, number | null];

/** A made-up provider: its document is a JSON of rows by series, over the web and as a file. */
function source(provider: Source["id"], series: readonly SeriesId[], more: Partial<Source> = {}): Source {
  const compiler = provider === "tic" ? "tic" : provider === "te" ? "te" : "boj";
  const read = (text: string): readonly Reading[] => {
    if (!text.startsWith("{"))
      throw new Problem("unreadable", `The ${provider} document is not one; check it.`);
    const { published, ...rows } = JSON.parse(text) as Record<string, readonly Row[]> & {
      published?: string;
    };
    return Object.entries(rows).map(([name, observations]) => ({
      id: id(name),
      source: compiler,
      ...(published !== undefined && { published: period(published) }),
      observations: observations.map(([p, value]): Observation => [period(p), value]),
    }));
  };
  const asked: Circumstances[] = [];
  const made: Source & { readonly asked: Circumstances[] } = {
    id: provider,
    addresses: { api: `https://${provider}.example.org` },
    politeness: 0,
    asked,
    batches: [
      {
        id: `${provider}.all`,
        series,
        calendar: weekdays(8, "weekdays"),
        *ask(circumstances) {
          asked.push(circumstances);
          const reply = yield { at: "api", path: "/all", types: ["application/json"], maxBytes: 1e6 };
          return read(reply.text);
        },
      },
    ],
    readFile: ({ bytes }) => read(Buffer.from(bytes).toString()),
    ...more,
  };
  return made;
}

export const document = (rows: Record<string, readonly Row[]>, published?: string): string =>
  JSON.stringify({ ...(published !== undefined && { published }), ...rows });

/** A computer with made-up providers, a real store in a folder and a real gateway; nothing of it is the network. */
export function gatewayWorld(environment: Record<string, string> = {}) {
  const answers = new Map<string, string>([
    [
      "boj",
      document(
        {
          [COMPUTER]: [
            ["2023-12", 1],
            ["2024-01", 2],
          ],
        },
        "2024-03-08",
      ),
    ],
    ["tic", document({ [JAPAN]: [["2023-12", 1100.5]] }, "2024-02-15")],
    ["te", document({ [TE]: [["2024-03-07", 148.1]] })],
  ]);
  const asked: string[] = [];
  const sources = [
    source("boj", [COMPUTER]),
    source("tic", [JAPAN]),
    source("te", [TE], { key: "required", restricted: true }),
  ];
  const wire = ({ id: provider }: Source): Promise<Reply> => {
    asked.push(provider);
    const text = answers.get(provider);
    return text === undefined
      ? Promise.reject(new Problem("unreachable", `${provider} is away; try again later.`))
      : Promise.resolve({ status: 200, text });
  };
  const seeds: Load = (wanted) =>
    wanted === SEEDED
      ? Promise.resolve(aSeries(SEEDED, { embedded: true }))
      : Promise.reject(noData(`${wanted} is not embedded.`));
  const signals = new EventEmitter();
  const exits: number[] = [];
  const clock = { now: NOW };
  const closed: string[] = [];
  const host: GatewayHost = {
    open: async (configuration, log) => {
      const { store: place } = configuration;
      const store = await openStore(place.kind === "folder" ? place.folder : place.url.reveal(), {
        seeds: (wanted) => seeds(wanted).catch(() => undefined),
        log,
      });
      const figures = keepUp({
        sources,
        wire,
        store,
        seeds,
        now: () => clock.now,
        log,
        keyOf: (provider) => configuration.keys.get(provider)?.reveal(),
        offline: configuration.offline,
      });
      return {
        figures,
        store,
        close: async () => {
          closed.push(place.words);
          await figures.idle();
          await store.close();
        },
      };
    },
    sources: () => Promise.resolve(sources),
    environment,
    platform: "linux",
    home: "/nowhere",
    now: () => clock.now,
    signals,
    exit: (code) => void exits.push(code),
  };
  return { host, answers, asked, sources, signals, exits, clock, closed };
}

/** What a command writes, kept. */
export function written(terminal = false) {
  const out: string[] = [];
  const error: string[] = [];
  const io: Io = {
    out: (text) => void out.push(text),
    error: (text) => void error.push(text),
    terminal: { out: terminal, error: terminal },
  };
  return { io, out: () => out.join(""), error: () => error.join("") };
}
