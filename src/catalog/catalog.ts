import { nearest } from "../domain/nearest";
import { Problem } from "../domain/problem";
import type { SeriesId } from "../domain/series";
import { CROSS_COUNTRY_ENTRIES } from "./cross-country";
import type { Entry } from "./entry";
import { FX_ENTRIES, pairId, readPairId } from "./fx";
import { JAPAN_ENTRIES } from "./japan";
import { PROGRESS_ENTRIES } from "./progress";
import { TREASURY_ENTRIES } from "./treasury";

/** Everything that exists, family by family. */
export const ENTRIES: readonly Entry[] = [
  ...JAPAN_ENTRIES,
  ...FX_ENTRIES,
  ...TREASURY_ENTRIES,
  ...CROSS_COUNTRY_ENTRIES,
  ...PROGRESS_ENTRIES,
];

/** The same by id. */
const ENTRIES_BY_ID: ReadonlyMap<string, Entry> = new Map(ENTRIES.map((entry) => [entry.id, entry]));

/** The entry of an id as the catalogue spells it. */
export function findEntry(id: string): Entry | undefined {
  return ENTRIES_BY_ID.get(id);
}

/**
 * The id behind what a person typed, in any case; without a flow the balance is meant: `jp.digital` is
 * `JP.DIGITAL.NET`. Unknown text is a Problem that names the three nearest ids.
 */
export function resolveId(text: string): SeriesId {
  const asked = text.normalize("NFKC").trim().toUpperCase();
  const entry = findEntry(asked) ?? findEntry(`${asked}.NET`);
  if (entry) return entry.id;
  throw unknownSeries(text.trim(), asked);
}

/**
 * The ids most like a text in capitals, best first. Ids that go on where the text stops come first; a balance is also
 * compared without its flow, since people leave it out.
 */
export function nearestIds(asked: string, n: number): readonly string[] {
  const continued = ENTRIES.map(({ id }) => id).filter((id) => id.startsWith(`${asked}.`));
  const spellings = ENTRIES.flatMap(({ id }) => (id.endsWith(".NET") ? [id, id.slice(0, -4)] : [id]));
  const ids = nearest(asked, spellings, 2 * n).map((near) => (findEntry(near) ? near : `${near}.NET`));
  return [...new Set([...continued, ...ids])].slice(0, n);
}

function unknownSeries(typed: string, asked: string): Problem {
  const named = readPairId(asked);
  if (named?.reversed && findEntry(pairId(named.pair))) {
    const { base, quote } = named.pair;
    return new Problem(
      "unknown-series",
      `"${typed}" is not a series: the market quotes ${pairId(named.pair)}; for the inverse write FXRATE("${quote}","${base}").`,
    );
  }
  const near = nearestIds(asked, 3).join(", ");
  return new Problem(
    "unknown-series",
    `"${typed}" is not a series that DigiTrade knows; the nearest are ${near}. SEARCH finds series by words.`,
  );
}
