import { statisticOf } from "../catalog/routes";
import { SOURCES, type SourceId } from "../catalog/sources";
import type { Card } from "./card";
import { compilersOf, creditOf } from "./provenance";

export const CITATION_STYLES = ["plain", "apa", "bibtex"] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** A citation of a series: compiler, title, official code, vintage, day of retrieval and, where the style has room, terms. */
export function citationOf(card: Card, style: CitationStyle): string {
  return CITATIONS[style](card);
}

const newest = (days: readonly (string | undefined)[]): string =>
  days
    .flatMap((d) => (d ? [d] : []))
    .sort()
    .at(-1) ?? "";
const vintage = ({ used }: Card): string =>
  newest(used.map((d) => d.published)) || newest(used.map((d) => d.retrieved));
const retrieved = ({ used }: Card): string => newest(used.map((d) => d.retrieved));

/** The catalogue's code names the series at its own compiler; another compiler's figures do not carry it. */
function codeIn({ entry, used }: Card): string | undefined {
  const statistic = statisticOf(entry.source);
  const isTheirs = used.every(({ source }) => statistics(source.id) === statistic);
  return isTheirs ? entry.code : undefined;
}

const statistics = (source: string): string => (isSource(source) ? statisticOf(source) : source);
const isSource = (id: string): id is SourceId => Object.hasOwn(SOURCES, id);

const CITATIONS = {
  plain: (card) => {
    const { name, url, credit, terms } = creditOf(card.used);
    const own = codeIn(card);
    const code = own ? `, series ${own}` : "";
    return `${name}: ${card.entry.title.en} (${card.entry.id}${code}), vintage ${vintage(card)}, retrieved ${retrieved(card)}. ${url} ${credit} ${terms}`;
  },
  apa: (card) => {
    const { name, url } = creditOf(card.used);
    const own = codeIn(card);
    const code = own ? ` (${own})` : "";
    return `${name}. (${vintage(card).slice(0, 4)}). ${card.entry.title.en}${code} [Data set; vintage ${vintage(card)}]. Retrieved ${retrieved(card)}, from ${url}`;
  },
  bibtex: (card) => {
    const { url, credit } = creditOf(card.used);
    const authors = compilersOf(card.used).map(({ name }) => `{${name}}`);
    const key = card.entry.id.toLowerCase().replaceAll(".", "-");
    return `@misc{${key}, author = {${authors.join(" and ")}}, title = {${card.entry.title.en}}, year = {${vintage(card).slice(0, 4)}}, howpublished = {\\url{${url}}}, note = {Series ${codeIn(card) ?? card.entry.id}, vintage ${vintage(card)}, retrieved ${retrieved(card)}. ${credit}}}`;
  },
} as const satisfies Record<CitationStyle, (card: Card) => string>;
