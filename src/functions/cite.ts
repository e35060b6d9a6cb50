import { cardOf, type Card } from "../answer/card";
import { entryFor } from "../answer/subject";
import { SOURCES } from "../catalog/sources";
import { nearest } from "../domain/nearest";
import { badInput } from "../domain/problem";
import * as read from "./bridge/arguments";
import { call } from "./bridge/call";

const STYLES = ["plain", "apa", "bibtex"] as const;

/**
 * A citation of a series: compiler, title, official code, vintage, day of retrieval and terms.
 * @customfunction CITE
 * @helpurl {{origin}}/help/functions.html#cite
 * @param series Series id, such as TIC.JP
 * @param [style] plain, apa or bibtex; left out: plain
 * @returns Text
 * @example =LEFT(DIGITRADE.CITE("TIC.JP"),11) → US Treasury
 * @requiresAddress
 * @chunk later
 */
export function cite(series: any, style: any, invocation: CustomFunctions.Invocation): any {
  return call("CITE", [series, style], invocation, (shelf) => {
    const entry = entryFor(read.text(series, "series"));
    const asked = (read.optionalText(style, "style") ?? "plain").toLowerCase();
    const known = STYLES.find((s) => s === asked);
    if (!known)
      throw badInput(
        `style "${asked}" is not known; did you mean ${nearest(asked, STYLES, 1)[0] ?? ""}? Styles: ${STYLES.join(", ")}.`,
      );
    const card = cardOf(shelf, entry, shelf.pin);
    return { cells: CITATIONS[known](card), why: () => `Citation of ${entry.id} from its documents.` };
  });
}

const newest = (days: readonly (string | undefined)[]): string =>
  days
    .flatMap((d) => (d ? [d] : []))
    .sort()
    .at(-1) ?? "";
const vintage = (card: Card): string =>
  newest(card.documents.map((d) => d.published)) || newest(card.documents.map((d) => d.retrieved));
const retrieved = (card: Card): string => newest(card.documents.map((d) => d.retrieved));

const CITATIONS = {
  plain: (card) => {
    const source = SOURCES[card.entry.source];
    const code = card.entry.code ? `, series ${card.entry.code}` : "";
    return `${source.name}: ${card.entry.title.en} (${card.entry.id}${code}), vintage ${vintage(card)}, retrieved ${retrieved(card)}. ${source.url} ${source.credit} ${source.terms}`;
  },
  apa: (card) => {
    const source = SOURCES[card.entry.source];
    const code = card.entry.code ? ` (${card.entry.code})` : "";
    return `${source.name}. (${vintage(card).slice(0, 4)}). ${card.entry.title.en}${code} [Data set; vintage ${vintage(card)}]. Retrieved ${retrieved(card)}, from ${source.url}`;
  },
  bibtex: (card) => {
    const source = SOURCES[card.entry.source];
    const key = card.entry.id.toLowerCase().replaceAll(".", "-");
    return `@misc{${key}, author = {{${source.name}}}, title = {${card.entry.title.en}}, year = {${vintage(card).slice(0, 4)}}, howpublished = {\\url{${source.url}}}, note = {Series ${card.entry.code ?? card.entry.id}, vintage ${vintage(card)}, retrieved ${retrieved(card)}. ${source.credit}}}`;
  },
} as const satisfies Record<(typeof STYLES)[number], (card: Card) => string>;
