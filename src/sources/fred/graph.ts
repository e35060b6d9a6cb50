import { csvTable } from "../common/csv-table";
import { dayOf, rateOf, type Refuse } from "../common/rate";
import { textOf } from "../common/reply";
import type { Ask, Reply } from "../common/source";
import { FRED_IDS, type Dated, type FredId, type Stated } from "./rates";

/** The CSV behind FRED's graphs, which needs no key. */
export function graphAsk(id: FredId, from: string): Ask {
  return {
    at: "fredgraph",
    path: "/graph/fredgraph.csv",
    query: { id, cosd: from },
    types: ["text/csv", "application/csv", "application/octet-stream", "text/plain"],
    maxBytes: 3_000_000,
  };
}

/** The rates of a reply of that CSV, which must be of the series asked for. */
export function ratesOfGraph(reply: Reply, id: FredId, refuse: Refuse): readonly Dated[] {
  const stated = statedByGraph(textOf(reply, "FRED"), refuse).find((one) => one.id === id);
  if (!stated) throw refuse(`it is not of ${id}`);
  return stated.rates;
}

/**
 * What a graph's CSV states: a column of days, named DATE or observation_date, and one column a series, named by its id.
 * "." and an empty cell are published as not observed; among several series, whose days differ, an empty one is a filler.
 */
export function statedByGraph(text: string, refuse: Refuse): readonly Stated[] {
  const { names, rows } = csvTable(text, refuse);
  if (!/^(?:observation_)?date$/i.test(names[0] ?? "")) throw refuse("it is not the CSV of a FRED graph");
  const single = names.length === 2;
  return FRED_IDS.flatMap((id): readonly Stated[] => {
    const at = names.indexOf(id);
    if (at < 1) return [];
    const rates = rows.flatMap((row): readonly Dated[] => {
      const day = dayOf(row[0], refuse);
      const cell = row[at] ?? "";
      if (cell !== "" && cell !== ".") return [{ day, rate: rateOf(cell, `${id}, ${day}`, refuse) }];
      return single || cell === "." ? [{ day, rate: null }] : [];
    });
    return [{ id, rates }];
  });
}
