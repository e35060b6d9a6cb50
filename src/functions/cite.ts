import { cardOf } from "../answer/card";
import { CITATION_STYLES, citationOf } from "../answer/citation";
import { entryFor } from "../answer/subject";
import { nearest } from "../domain/nearest";
import { badInput } from "../domain/problem";
import * as read from "./bridge/arguments";
import { call } from "./bridge/call";

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
    const known = CITATION_STYLES.find((s) => s === asked);
    if (!known)
      throw badInput(
        `style "${asked}" is not known; did you mean ${nearest(asked, CITATION_STYLES, 1)[0] ?? ""}? Styles: ${CITATION_STYLES.join(", ")}.`,
      );
    const card = cardOf(shelf, entry, shelf.pin);
    return { cells: citationOf(card, known), why: () => `Citation of ${entry.id} from its documents.` };
  });
}
