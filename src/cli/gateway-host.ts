import path from "node:path";
import { Problem } from "../domain/problem";
import { readConfiguration, type GatewayConfiguration } from "../gateway/configuration";
import type { GatewayFigures } from "../gateway/figures";
import type { Log } from "../gateway/log";
import type { VintageStore } from "../gateway/vintages/store";
import type { Source } from "../sources/common/source";
import { UsageError } from "./command";

/** The figures of a gateway, with the store that they are in. */
export interface OpenedGateway {
  readonly figures: GatewayFigures;
  readonly store: VintageStore;
  /** Gives back what is held open; nothing is asked or recorded any more. */
  readonly close: () => Promise<void>;
}

export type OpenGateway = (configuration: GatewayConfiguration, log: Log) => Promise<OpenedGateway>;

/** What the commands of the gateway know of the world around them. */
export interface GatewayHost {
  readonly open: OpenGateway;
  /** Loaded when they are asked for: who works offline needs none. */
  readonly sources: () => Promise<readonly Source[]>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signals: Pick<NodeJS.EventEmitter, "on" | "off">;
  readonly exit: (code: number) => void;
}

/** Where programs keep their data for one person, by the custom of the system. */
export function defaultStore({ platform, environment, home }: GatewayHost): string {
  const system = platform === "win32" ? path.win32 : path.posix;
  if (platform === "win32")
    return system.join(environment.LOCALAPPDATA ?? system.join(home, "AppData", "Local"), "DigiTrade");
  if (platform === "darwin") return system.join(home, "Library", "Application Support", "DigiTrade");
  return system.join(environment.XDG_DATA_HOME ?? system.join(home, ".local", "share"), "digitrade");
}

/** What is configured; anything wrong is a wrong use of the command. `warn` hears of variables that do nothing. */
export async function configured(
  host: GatewayHost,
  flags: Readonly<Record<string, string | undefined>>,
  store: string,
  warn: (sentence: string) => void,
): Promise<GatewayConfiguration> {
  const sources = await host.sources();
  try {
    const { configuration, warnings } = readConfiguration({
      environment: host.environment,
      flags,
      sources,
      defaultStore: store,
    });
    warnings.forEach(warn);
    return configuration;
  } catch (thrown) {
    if (thrown instanceof Problem) throw new UsageError(thrown.message);
    throw thrown;
  }
}

const OPEN_MS = 20_000;

/** Opens the store and what goes with it, or says in a Problem why it cannot be opened. */
export async function opened(
  host: GatewayHost,
  configuration: GatewayConfiguration,
  log: Log,
): Promise<OpenedGateway> {
  const { words } = configuration.store;
  const refused = (why: string, cause?: unknown): Problem =>
    new Problem(
      "unreachable",
      `The store of figures (${words}) cannot be opened: ${why}; check that it is there and may be written to, or choose another with --store.`,
      { cause },
    );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(refused(`it did not answer within ${OPEN_MS / 1000} s`)), OPEN_MS);
  });
  try {
    return await Promise.race([host.open(configuration, log), late]);
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw refused(thrown instanceof Error ? thrown.message : String(thrown), thrown);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether some work ended well in time; what it ended in otherwise is told. */
export async function endedWithin(
  ms: number,
  work: Promise<unknown>,
  tell: (why: string) => void,
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${ms / 1000} s`)), ms);
  });
  try {
    await Promise.race([work, late]);
    return true;
  } catch (thrown) {
    tell(thrown instanceof Error ? thrown.message : String(thrown));
    return false;
  } finally {
    clearTimeout(timer);
  }
}

const LINGER_MS = 1000;

/** A connection that nobody closes must not keep the program from ending. */
export function endSoon(host: GatewayHost, code: number): number {
  setTimeout(() => host.exit(code), LINGER_MS).unref();
  return code;
}
