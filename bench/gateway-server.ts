/** One server in a process of its own: `gateway-server.ts gateway STORE` or `gateway-server.ts bare ADDRESS`. */
import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { ENTRIES } from "../src/catalog/catalog";
import { openGateway } from "../src/cli/gateway";
import { readConfiguration } from "../src/gateway/configuration";
import { createLog } from "../src/gateway/server/log";
import { startService } from "../src/gateway/server/service";
import { ALL_SOURCES } from "../src/sources/index";

export const SERVER_FILE = import.meta.filename;

/** What a server process says of itself. */
export interface ServerFacts {
  /** Microseconds of processor time since it was started. */
  readonly cpu: number;
  readonly heap: number;
  readonly rss: number;
}

/** The real gateway with metrics, offline: what is embedded answers. */
async function gateway(store: string): Promise<string> {
  const { configuration } = readConfiguration({
    environment: {
      DIGITRADE_PORT: "0",
      DIGITRADE_METRICS_PORT: "0",
      DIGITRADE_RATE_LIMIT: "1000000",
      DIGITRADE_OFFLINE: "1",
    },
    sources: ALL_SOURCES,
    defaultStore: store,
  });
  const log = createLog({ level: "info", write: () => undefined, plain: false });
  const { figures } = await openGateway(configuration, log);
  const service = await startService({
    figures,
    catalog: ENTRIES,
    configuration,
    facts: { product: "bench", started: "", store: "folder" },
    log,
    now: () => performance.now(),
    random: () => Math.random(),
  });
  return service.origin;
}

/** Sends what stands at an address, the very bytes and headers, to whoever asks for whatever. */
async function bare(address: string): Promise<string> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, { headers: { "Accept-Encoding": "gzip" }, agent: false }, resolve).on("error", reject);
  });
  const body = Buffer.concat((await response.toArray()) as Buffer[]);
  const { date: _, connection: __, "keep-alive": ___, ...headers } = response.headers;
  const server = createServer((_request, answer) => {
    answer.writeHead(200, headers);
    answer.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function facts(): ServerFacts {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss } = process.memoryUsage();
  return { cpu: user + system, heap: heapUsed, rss };
}

if (process.argv[1] === SERVER_FILE) {
  const [kind, where = ""] = process.argv.slice(2);
  process.on("message", () => process.send?.(facts()));
  process.send?.(await (kind === "bare" ? bare(where) : gateway(where)));
}
