import type { Day } from "../domain/period";
import type { Series, Source } from "../domain/series";
import type { Figure } from "../domain/vintage";
import type { Subject } from "./subject";

/** How fresh a document is: straight from its compiler, kept from an earlier day, or part of the program. */
export type Freshness = "live" | "stale" | "embedded";

/** What is embedded stays embedded, however it is served. */
export function freshnessOf({ embedded, stale }: Pick<Series, "embedded" | "stale">): Freshness {
  if (embedded) return "embedded";
  return stale ? "stale" : "live";
}

/** The compilers of documents, each once, in the order of the documents. */
export function compilersOf(documents: readonly Series[]): readonly Source[] {
  return [...new Map(documents.map(({ source }) => [source.id, source])).values()];
}

/** "Bank of Japan / Ministry of Finance, Balance of Payments; OECD, …": who compiled what was used. */
export function compilerNames(documents: readonly Series[]): string {
  return creditOf(documents).name;
}

/** Names, addresses, terms and credits of the compilers, each text once. */
export function creditOf(documents: readonly Series[]): Omit<Source, "id"> {
  const compilers = compilersOf(documents);
  const joined = (pick: (source: Source) => string, by: string): string =>
    [...new Set(compilers.map(pick))].join(by);
  return {
    name: joined((c) => c.name, "; "),
    url: joined((c) => c.url, " "),
    terms: joined((c) => c.terms, " "),
    credit: joined((c) => c.credit, " "),
  };
}

/** Of a subject's documents those that some of its figures were read from: its parts, its totals as printed, or both. */
export function documentsBehind(subject: Subject, figures: readonly Figure[]): readonly Series[] {
  const { entry, parts, documents } = subject;
  if (parts.length === 0 || figures.length === 0) return documents;
  const printed = figures.some((f) => f.total);
  const made = figures.some((f) => !f.total);
  return documents.filter(({ id }) => (id === entry.id ? printed : made));
}

/** "retrieved 2026-11-26 (live)", "retrieved 2026-11-20, not refreshed since (stale)"; of several kinds, how many of each. */
export function retrievalWords(documents: readonly Series[]): string {
  const counts = countByFreshness(documents);
  const [only, another] = counts;
  const when = `retrieved ${daysWords(documents)}`;
  if (!only) return "no document";
  if (another) return `${when} (${shareWords(counts, documents.length)})`;
  const words = {
    live: `${when} (live)`,
    stale: `${when}, not refreshed since (stale)`,
    embedded: `${when} (embedded figures)`,
  } as const satisfies Record<Freshness, string>;
  return words[only[0]];
}

/** "live, retrieved 2026-11-26", "stale, not refreshed since 2026-11-20", "embedded, as of 2026-11-23". */
export function stateWords(documents: readonly Series[]): string {
  const counts = countByFreshness(documents);
  const [only, another] = counts;
  const when = daysWords(documents);
  if (!only) return "";
  if (another) return `${shareWords(counts, documents.length)}, retrieved ${when}`;
  const words = {
    live: `live, retrieved ${when}`,
    stale: `stale, not refreshed since ${when}`,
    embedded: `embedded, as of ${when}`,
  } as const satisfies Record<Freshness, string>;
  return words[only[0]];
}

function countByFreshness(documents: readonly Series[]): readonly (readonly [Freshness, number])[] {
  return (["live", "stale", "embedded"] as const).flatMap((kind) => {
    const count = documents.filter((d) => freshnessOf(d) === kind).length;
    return count > 0 ? [[kind, count] as const] : [];
  });
}

const shareWords = (counts: readonly (readonly [Freshness, number])[], all: number): string =>
  `of ${all} series ${counts.map(([kind, count]) => `${count} ${kind}`).join(", ")}`;

/** The day of retrieval, or the first and the last of several. */
function daysWords(documents: readonly Series[]): string {
  const days: readonly Day[] = documents.map(({ retrieved }) => retrieved).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === last ? (first ?? "") : `${first ?? ""} to ${last ?? ""}`;
}
