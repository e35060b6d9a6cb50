import { compilersOf } from "../answer/provenance";
import { FAMILIES } from "../catalog/entry";
import { nearest } from "../domain/nearest";
import { badInput } from "../domain/problem";
import * as read from "./bridge/arguments";
import { UNREMEMBERED, callMatrix } from "./bridge/call";
import type { Cell } from "./bridge/cells";
import { currentState, type Connection, type Figures, type GatewayContact } from "./bridge/runtime";

const FIELDS = [
  "newest",
  "stale",
  "embedded",
  "offline",
  "sources",
  "edition",
  "version",
  "gateway",
  "staged",
] as const;
type Field = (typeof FIELDS)[number];

/**
 * Where this workbook's figures stand: newest data, how many series are stale or embedded, whether a gateway is in use
 * and answers, sources, edition (pinned day), version, and newer figures that wait to be accepted.
 * @customfunction STATUS
 * @helpurl {{origin}}/help/functions.html#status
 * @param [what] newest, stale, embedded, offline, sources, edition, version, gateway or staged; left out: all
 * @returns One cell, or a table of field and value
 * @example =ISTEXT(DIGITRADE.STATUS("version")) → TRUE
 * @requiresAddress
 * @chunk later
 */
export function status(what: any, invocation: CustomFunctions.Invocation): any[][] {
  return callMatrix("STATUS", [what, UNREMEMBERED], invocation, (shelf) => {
    const asked = read.optionalText(what, "what")?.toLowerCase();
    const { connection } = currentState();
    const { figures } = connection;
    const entries = figures.entries();
    const newest = entries
      .flatMap((e) => (e.published ? [e.published] : []))
      .sort()
      .at(-1);
    const cells = {
      newest: newest ?? "nothing loaded yet",
      stale: entries.filter((e) => e.stale).length,
      embedded: entries.filter((e) => e.embedded).length,
      offline: originWords(connection),
      sources: sourceWords(figures),
      edition: `${entries.length} series${shelf.pin ? `, pinned to ${shelf.pin}` : ", not pinned"}`,
      version: connection.product,
      gateway: gatewayWords(connection.gateway?.(), figures),
      staged: stagedWords(figures),
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

/** Whether figures can come from outside at all, and whether they do. */
function originWords({ origin, gateway }: Connection): string {
  const contact = gateway?.();
  if (!contact) return origin;
  const { address, answered, failed } = contact;
  if (failed) return `offline: the gateway ${address} does not answer`;
  return answered ? `online, gateway ${address}` : `gateway ${address}, not asked yet`;
}

/** When the gateway answered or failed last, and what of the figures in use came from one. */
function gatewayWords(contact: GatewayContact | undefined, figures: Figures): string {
  if (!contact) return "none configured: embedded figures only";
  const { address, answered, failed } = contact;
  const entries = figures.entries();
  const own = entries.filter((e) => !e.embedded);
  const stale = own.filter((e) => e.stale).length;
  const share = `${own.length} of ${entries.length} series in use came from a gateway${stale > 0 ? `, ${stale} of them stale` : ""}`;
  const last = answered ? `last answered ${answered}` : "has not answered yet";
  const now = failed ? `did not answer ${failed.at} (${failed.why.replace(/\.$/, "")}); ${last}` : last;
  return `${address}: ${now}; ${share}`;
}

/** The compilers of the documents in use. */
function sourceWords(figures: Figures): string {
  const documents = figures.entries().flatMap(({ id }) => figures.peek(id) ?? []);
  const names = compilersOf(documents).map(({ name }) => name);
  return names.sort().join("; ") || `none asked yet (${FAMILIES.length} families embedded)`;
}

const MOST_NAMED = 10;

/** Which series have newer figures that nobody has accepted yet. */
function stagedWords({ staged }: Figures): string {
  const ids = [...(staged?.().keys() ?? [])];
  if (ids.length === 0) return "nothing";
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : "";
  return `${ids.length} series: ${ids.slice(0, MOST_NAMED).join(", ")}${more}`;
}
