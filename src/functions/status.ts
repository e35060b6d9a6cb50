import { nearest } from "../domain/nearest";
import { badInput } from "../domain/problem";
import { FAMILIES } from "../catalog/entry";
import { findEntry } from "../catalog/catalog";
import { SOURCES } from "../catalog/sources";
import * as read from "./bridge/arguments";
import { UNREMEMBERED, callMatrix } from "./bridge/call";
import type { Cell } from "./bridge/cells";
import { currentState } from "./bridge/runtime";

const FIELDS = ["newest", "stale", "embedded", "offline", "sources", "edition", "version"] as const;
type Field = (typeof FIELDS)[number];

/**
 * Where this workbook's figures stand: newest data, how many series are stale or embedded, whether a gateway is in use,
 * sources, edition (pinned day) and version.
 * @customfunction STATUS
 * @helpurl {{origin}}/help/functions.html#status
 * @param [what] newest, stale, embedded, offline, sources, edition or version; left out: all
 * @returns One cell, or a table of field and value
 * @example =ISTEXT(DIGITRADE.STATUS("version")) → TRUE
 * @requiresAddress
 * @chunk later
 */
export function status(what: any, invocation: CustomFunctions.Invocation): any[][] {
  return callMatrix("STATUS", [what, UNREMEMBERED], invocation, (shelf) => {
    const asked = read.optionalText(what, "what")?.toLowerCase();
    const { connection } = currentState();
    const entries = connection.figures.entries();
    const newest = entries
      .flatMap((e) => (e.published ? [e.published] : []))
      .sort()
      .at(-1);
    const sources = new Set(entries.flatMap((e) => findEntry(e.id)?.source ?? []));
    const cells = {
      newest: newest ?? "nothing loaded yet",
      stale: entries.filter((e) => e.stale).length,
      embedded: entries.filter((e) => e.embedded).length,
      offline: connection.origin,
      sources:
        [...sources]
          .map((s) => SOURCES[s].name)
          .sort()
          .join("; ") || `none asked yet (${FAMILIES.length} families embedded)`,
      edition: `${entries.length} series${shelf.pin ? `, pinned to ${shelf.pin}` : ", not pinned"}`,
      version: connection.product,
    } as const satisfies Record<Field, Cell>;
    const why = (): string => "What this workbook has asked for since it was opened.";
    if (asked === undefined || asked === "all")
      return { cells: FIELDS.map((f): readonly Cell[] => [f, cells[f]]), why };
    const field = FIELDS.find((f) => f === asked);
    if (field) return { cells: cells[field], why };
    throw badInput(
      `what=${asked} is not known; did you mean ${nearest(asked, FIELDS, 1)[0] ?? ""}? Allowed: ${FIELDS.join(", ")}, all.`,
    );
  });
}
