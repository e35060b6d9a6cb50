import type { Entry } from "./entry";
import { fxSourceOf } from "./fx";
import type { SourceId } from "./sources";

/** Whom the gateway asks: one file each in src/sources. */
export const PROVIDERS = ["boj", "tic", "ecb", "fred", "te", "worldbank", "oecd"] as const;
export type ProviderId = (typeof PROVIDERS)[number];

/** One way to a document: who is asked, and whose figures come back. */
export interface Route {
  readonly provider: ProviderId;
  readonly source: SourceId;
}

/**
 * The ways to the document of an entry, in the order in which they are tried; none for what is worked out from other
 * series and for figures that only documents in print state (policy counts, press totals, the WTO's file). A document
 * holds the figures of one of them, never of two.
 */
export function routesOf(entry: Entry): readonly Route[] {
  return providersOf(entry).map((provider) => ({
    provider,
    source: provider === "oecd" ? "oecd" : entry.source,
  }));
}

function providersOf(entry: Entry): readonly ProviderId[] {
  if (entry.virtual) return [];
  switch (entry.concept) {
    case "exchange rate": {
      const source = fxSourceOf(entry.id);
      return source ? [source] : [];
    }
    case "exchange rate forecast":
      return ["te"];
    case "services item":
    case "headline balance":
      return entry.code === undefined ? [] : ["boj"];
    case "treasury holdings":
      return ["tic"];
    case "deliverable":
      return entry.code === undefined ? [] : ["worldbank"];
    case "ip charges":
    case "ict services":
    case "services total":
      if (entry.code === undefined) return [];
      // The OECD hands on what countries report; it states no total of the world.
      return entry.area === "WORLD" ? ["worldbank"] : ["worldbank", "oecd"];
    case "digital":
    case "delivered":
    case "digital, japanese scope":
    case "progress":
      return [];
  }
}

/** Figures of both are one statistic, compiled together, so that the vintages of one go on in the other. */
const COMPILED_TOGETHER: Readonly<Partial<Record<SourceId, SourceId>>> = { mof: "boj" };

/** The statistic that a source's vintages belong to. */
export function statisticOf(source: SourceId): SourceId {
  return COMPILED_TOGETHER[source] ?? source;
}
