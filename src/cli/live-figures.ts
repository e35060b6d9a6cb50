import { Problem } from "../domain/problem";
import { hiding } from "../gateway/secret";
import { createLog } from "../gateway/server/log";
import type { Io } from "./command";
import type { OpenedFigures } from "./opened-figures";
import { configured, defaultStore, opened, type GatewayHost } from "./gateway-host";

/**
 * Figures from the sources themselves, kept in a store; undefined where the embedded ones shall answer, because nobody is to be
 * asked or because the store cannot be opened, which is told. Loaded when it is needed: all that a gateway is made of takes
 * longer to load than most workbooks to refresh.
 */
export async function liveFigures(
  store: string | undefined,
  host: GatewayHost,
  io: Io,
): Promise<OpenedFigures | undefined> {
  const configuration = await configured(host, { DIGITRADE_STORE: store }, defaultStore(host), (sentence) =>
    io.error(`${sentence}\n`),
  );
  if (configuration.offline && store === undefined) return undefined;
  try {
    const log = createLog({
      level: configuration.logLevel === "debug" ? "debug" : "warn",
      write: configuration.logLevel === "debug" ? io.error : () => undefined,
      plain: true,
      hide: hiding([...configuration.keys.values()]),
    });
    const { figures, close } = await opened(host, configuration, log);
    return {
      load: figures.load,
      origin: `the sources themselves, kept in ${configuration.store.words}`,
      isOffline: configuration.offline,
      close,
    };
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    io.error(`${thrown.message} The embedded figures answer.\n`);
    return undefined;
  }
}
