import type { Series, SeriesId } from "../../domain/series";
import type { Prepared } from "./answer";
import { documentBytes } from "./document-bytes";
import { DATA_HEADERS, seriesCaching } from "./headers";
import { kept } from "./kept";
import { prepare } from "./prepare";

/** Documents ready to be sent, kept in memory. */
export interface PreparedSeries {
  /** Whether any version of this series is kept. */
  readonly has: (id: SeriesId) => boolean;
  /** What is kept of this very document, if it is. */
  readonly peek: (series: Series) => Prepared | undefined;
  readonly get: (series: Series) => Promise<Prepared>;
  readonly size: () => number;
}

interface Entry {
  /** The object that was last seen to have these bytes. */
  series: Series;
  readonly bytes: Buffer;
  readonly prepared: Prepared;
}

const MOST_BYTES = 64_000_000;

/**
 * What is kept is always used for the document at hand and no other: the same object is the same bytes, since documents
 * are frozen; another object is written out and its bytes compared. So nothing here knows or guesses when figures change.
 */
export function preparedSeries(mostBytes = MOST_BYTES): PreparedSeries {
  const entries = kept<SeriesId, Entry>(mostBytes, ({ prepared }) => prepared.size);
  const underWay = new WeakMap<Series, Promise<Prepared>>();

  const peek = (series: Series): Prepared | undefined => {
    const entry = entries.get(series.id);
    return entry?.series === series ? entry.prepared : undefined;
  };

  const make = async (series: Series, bytes: Buffer): Promise<Prepared> => {
    const headers = { ...DATA_HEADERS, "Cache-Control": seriesCaching(series) };
    const prepared = await prepare(bytes, { headers });
    entries.set(series.id, { series, bytes, prepared });
    return prepared;
  };

  const get = (series: Series): Promise<Prepared> => {
    const running = underWay.get(series);
    if (running) return running;
    const known = peek(series);
    if (known) return Promise.resolve(known);
    const bytes = documentBytes(series);
    const entry = entries.get(series.id);
    if (entry?.bytes.equals(bytes)) {
      entry.series = series;
      return Promise.resolve(entry.prepared);
    }
    const work = make(series, bytes).finally(() => underWay.delete(series));
    underWay.set(series, work);
    return work;
  };

  return { has: entries.has, peek, get, size: entries.size };
}
