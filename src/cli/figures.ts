import { findEntry } from "../catalog/catalog";
import { routesOf } from "../catalog/routes";
import type { SeriesId } from "../domain/series";
import { orElse } from "../load/fallback";
import { remote } from "../load/remote";
import { embeddedFigures } from "../workbench/connect";
import { UsageError, type Io } from "./command";
import type { GatewayHost } from "./gateway-host";
import type { OpenedFigures } from "./opened-figures";

/** Where a command is told to take figures from. */
export interface FiguresAsked {
  /** The embedded documents alone. */
  readonly offline?: boolean | undefined;
  /** A gateway, or a folder of its documents on a web server. */
  readonly from?: string | undefined;
  /** Where vintages are kept. */
  readonly store?: string | undefined;
}

/** The options of commands that answer from figures, for `parseArgs`. */
export const FIGURES_OPTIONS = {
  offline: { type: "boolean" },
  from: { type: "string" },
  store: { type: "string" },
} as const;

/**
 * Opens the figures that a command answers from: from the sources themselves, kept in the store, unless the embedded ones
 * alone or a gateway are asked for. A store that cannot be opened is told, and the embedded figures answer.
 */
export async function openFigures(asked: FiguresAsked, host: GatewayHost, io: Io): Promise<OpenedFigures> {
  const embedded = embeddedFigures();
  const alone: OpenedFigures = {
    load: embedded,
    origin: "offline, embedded figures",
    isOffline: true,
    close: () => Promise.resolve(),
  };
  if (asked.offline && (asked.from !== undefined || asked.store !== undefined))
    throw new UsageError("--offline answers from the embedded figures alone; leave --from and --store out.");
  if (asked.from !== undefined) {
    if (!/^https?:\/\/[^/]/i.test(asked.from) || !URL.canParse(asked.from))
      throw new UsageError(`--from ${asked.from} is not an address; write --from https://figures.example.`);
    const gateway = asked.from.replace(/\/+$/, "");
    return {
      ...alone,
      load: orElse(remote(gateway), embedded),
      origin: `gateway ${gateway}`,
      isOffline: false,
    };
  }
  if (asked.offline) return alone;
  const live = await (await import("./live-figures")).liveFigures(asked.store, host, io);
  return live ?? alone;
}

/** What to say of figures that are not as new as their source could have given; undefined where nothing is amiss. */
export function freshnessNote(
  entries: readonly { readonly id: SeriesId; readonly embedded?: boolean; readonly stale?: boolean }[],
): string | undefined {
  const isLive = (id: SeriesId): boolean => {
    const entry = findEntry(id);
    return entry !== undefined && routesOf(entry).length > 0;
  };
  const late = entries.filter(({ id, embedded, stale }) => (embedded && isLive(id)) || stale);
  if (late.length === 0) return undefined;
  const named = late
    .slice(0, 5)
    .map(({ id }) => id)
    .join(", ");
  const more = late.length > 5 ? ` and ${late.length - 5} more` : "";
  return `Note: ${named}${more} could not be had from ${late.length === 1 ? "its source" : "their sources"} now; what was held or is embedded answers. --offline asks nobody.\n`;
}
