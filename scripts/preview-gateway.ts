import type { RequestListener } from "node:http";
import { homedir } from "node:os";
import { performance } from "node:perf_hooks";
import type { GatewayHost } from "../src/cli/gateway-host";

/** The gateway beside the preview, at the preview's own address. */
export interface PreviewGateway {
  /** Answers once the gateway is open; where it cannot be opened, that the figures are out of reach (503). */
  readonly listener: RequestListener;
  /** Opens it, unless a request has done so; rejects where it cannot be opened. */
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Running {
  readonly listener: RequestListener;
  readonly close: () => Promise<void>;
}

/**
 * A gateway with what the environment configures (docs/deploy.md); its store is the one that `digitrade serve` uses. The
 * page is served while it opens, and the first requests for figures are answered when it is open.
 */
export function previewGateway(environment: NodeJS.ProcessEnv, now: () => number = Date.now): PreviewGateway {
  let running: Promise<Running> | undefined;
  const opened = (): Promise<Running> => (running ??= openWith(environment, now));
  return {
    open: async () => {
      await opened();
    },
    listener: (request, response) => {
      opened().then(
        ({ listener }) => listener(request, response),
        () => {
          response.writeHead(503, {
            "Content-Type": "text/plain; charset=utf-8",
            "Cache-Control": "no-store",
          });
          response.end("The gateway could not be opened.\n");
        },
      );
    },
    close: async () => {
      const open = await running?.catch(() => undefined);
      await open?.close();
    },
  };
}

async function openWith(environment: NodeJS.ProcessEnv, now: () => number): Promise<Running> {
  // Loaded only now, so that the preview itself starts as quickly as without a gateway.
  const [{ openGateway }, { configured, defaultStore, opened }, { ALL_SOURCES }, server] = await Promise.all([
    import("../src/cli/gateway"),
    import("../src/cli/gateway-host"),
    import("../src/sources/index"),
    import("./preview-server"),
  ]);
  const host: GatewayHost = {
    open: (configuration, log) => openGateway(configuration, log, now),
    sources: () => Promise.resolve(ALL_SOURCES),
    environment,
    platform: process.platform,
    home: homedir(),
    now,
    signals: process,
    exit: (code: number) => process.exit(code),
  };
  const configuration = await configured(host, {}, defaultStore(host), (sentence) => {
    process.stderr.write(`${sentence}\n`);
  });
  const log = server.previewLog(configuration, environment["DIGITRADE_LOG"] !== undefined);
  const gateway = await opened(host, configuration, log);
  const { listener, stop } = server.answering(gateway.figures, configuration, log, {
    started: new Date(now()).toISOString(),
    now: () => performance.now(),
  });
  return {
    listener,
    close: async () => {
      stop();
      await gateway.close();
    },
  };
}
