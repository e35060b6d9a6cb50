import type { Entry } from "../../catalog/entry";
import { routesOf } from "../../catalog/routes";
import { SOURCES } from "../../catalog/sources";

/** Raised when readers of an older document would misunderstand a newer one. */
const SCHEMA = 1;

/** `/v1/catalog.json`: everything that exists, and the sources by id. A series that is `virtual` has no document of its own. */
export function catalogDocument(entries: readonly Entry[]): unknown {
  return { schema: SCHEMA, sources: SOURCES, entries: entries.map(line) };
}

function line(entry: Entry): unknown {
  const { id, title, measure, unit, frequency, adjusted, area, concept, flow, source } = entry;
  return {
    id,
    title,
    measure,
    unit,
    frequency,
    adjusted,
    area,
    concept,
    flow,
    source,
    routes: routesOf(entry),
    virtual: entry.virtual,
    parts: entry.parts,
    definition: entry.definition,
    caution: entry.caution,
  };
}
