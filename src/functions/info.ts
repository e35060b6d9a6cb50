import { cardFields, cardOf } from "../answer/card";
import { entryFor } from "../answer/subject";
import { nearest } from "../domain/nearest";
import { badInput } from "../domain/problem";
import * as read from "./bridge/arguments";
import { callMatrix } from "./bridge/call";
import type { Cell } from "./bridge/cells";

/**
 * What a series is: unit, measure, frequency, definition, coverage, source, terms, vintage, notes.
 * @customfunction INFO
 * @helpurl {{origin}}/help/functions.html#info
 * @param series Series id, such as JP.DIGITAL.NET
 * @param [field] id, title, titleja, unit, measure, frequency, adjusted, definition, first, last, lastvalue, count, source, url, code, terms, credit, published, retrieved, state, version, note or caution; left out: all
 * @returns One cell, or a table of field and value
 * @example =DIGITRADE.INFO("JP.COMPUTER.NET","code") → BPBP6JYNSN9072
 * @example =INDEX(DIGITRADE.INFO("TIC.JP"),4,2) → billion US dollars
 * @requiresAddress
 * @chunk later
 */
export function info(series: any, field: any, invocation: CustomFunctions.Invocation): any[][] {
  return callMatrix("INFO", [series, field], invocation, (shelf) => {
    const entry = entryFor(read.text(series, "series"));
    const asked = read.optionalText(field, "field")?.toLowerCase();
    const fields = cardFields(cardOf(shelf, entry, shelf.pin));
    const why = (): string => `${entry.id} in the catalogue, with what is held of it.`;
    if (asked === undefined)
      return { cells: [...fields].map(([name, value]): readonly Cell[] => [name, value]), why };
    const value = fields.get(asked);
    if (value !== undefined) return { cells: value, why };
    const near = nearest(asked, [...fields.keys()], 1)[0] ?? "";
    throw badInput(
      `field "${asked}" is not known; did you mean ${near}? Fields: ${[...fields.keys()].join(", ")}.`,
    );
  });
}
