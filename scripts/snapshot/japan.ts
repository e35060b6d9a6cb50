import type { Series } from "../../src/domain/series";
import { makeDocument } from "./document";
import { HEADLINE_DAY, HEADLINE_NOTE, headlineMonths } from "./japan-headline";
import { FLAT_FILE_DAY, FLAT_FILE_NOTE, monthlyItems, quarterlyPartners } from "./japan-items";
import { publishedTotals } from "./japan-totals";
import { newestDay, settle, type Reading } from "./reading";

const PARTNER_NOTE = "Bank of Japan, quarterly figures by partner country as of May 2017.";
const TOTALS_NOTE =
  "Totals as printed by ministries and press, every vintage held; the citations name where each was read.";

/** All documents of Japan's balance of payments, and the rows that found no place in one. */
export function japanDocuments(folder: string): { documents: readonly Series[]; leftOut: readonly string[] } {
  const items = monthlyItems(folder);
  const headline = headlineMonths(folder);
  const totals = publishedTotals(folder);
  const ids = new Set([...items.keys(), ...headline.keys(), ...totals.series.keys()]);
  const monthly = [...ids].map((id) => {
    const tables = [...(items.get(id) ?? []), ...(headline.get(id) ?? [])];
    const printed = totals.series.get(id) ?? [];
    const notes = [
      ...(items.has(id) ? [FLAT_FILE_NOTE] : []),
      ...(headline.has(id) ? [HEADLINE_NOTE] : []),
      ...(printed.length > 0 ? [TOTALS_NOTE] : []),
    ];
    const readings: readonly Reading[] = [...tables, ...printed];
    const published = headline.has(id) ? HEADLINE_DAY : items.has(id) ? FLAT_FILE_DAY : newestDay(readings);
    return makeDocument({
      id,
      published,
      note: notes.join(" "),
      ...(headline.has(id) ? { source: "mof" as const } : {}),
      ...settle(readings, published),
    });
  });
  const partners = [...quarterlyPartners(folder)].map(([id, readings]) =>
    makeDocument({ id, published: FLAT_FILE_DAY, note: PARTNER_NOTE, ...settle(readings, FLAT_FILE_DAY) }),
  );
  return { documents: [...monthly, ...partners], leftOut: totals.leftOut };
}
