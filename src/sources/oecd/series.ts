import { ENTRIES } from "../../catalog/catalog";
import type { Concept, Entry, Flow } from "../../catalog/entry";
import { routesOf } from "../../catalog/routes";
import type { SeriesId } from "../../domain/series";
import { iso3Of } from "../common/iso3";

/** EBOPS 2010 items by the catalogue's concept; those left out are not asked of the OECD. */
const MEASURES: Readonly<Partial<Record<Concept, string>>> = {
  "ip charges": "SH",
  "ict services": "SI",
  "services total": "S",
};

const ENTRY_LETTERS = { CREDIT: "C", DEBIT: "D", NET: "B" } as const satisfies Record<Flow, string>;

/** One item and side of the accounts, and its series by the area that reports: what one request asks for. */
export interface Item {
  readonly measure: string;
  readonly accountingEntry: string;
  readonly series: ReadonlyMap<string, SeriesId>;
}

function itemsOf(entries: readonly Entry[]): readonly Item[] {
  const items = new Map<string, Item & { readonly series: Map<string, SeriesId> }>();
  for (const entry of entries) {
    const measure = MEASURES[entry.concept];
    const iso3 = iso3Of(entry.area);
    if (measure === undefined || entry.flow === undefined || iso3 === undefined) continue;
    const accountingEntry = ENTRY_LETTERS[entry.flow];
    const key = `${measure}.${accountingEntry}`;
    const item = items.get(key) ?? { measure, accountingEntry, series: new Map<string, SeriesId>() };
    items.set(key, item);
    item.series.set(iso3, entry.id);
  }
  return [...items.values()];
}

/** Everything that the catalogue asks of the OECD. */
export const ITEMS: readonly Item[] = itemsOf(
  ENTRIES.filter((entry) => routesOf(entry).some(({ provider }) => provider === "oecd")),
);
