import { Problem } from "../../domain/problem";
import { isRecord, type Refuse } from "../common/rate";
import { excerpt, isHtml, parseJson, refused, textOf, unreadable } from "../common/reply";
import type { Ask, Reply } from "../common/source";

export const SYMBOL = "USDJPY:CUR";

const WHO = "Trading Economics";

export const refuse: Refuse = (what, cause) => unreadable(WHO, what, cause);

/** A row of an answer, by the names that Trading Economics gives its fields. */
export type Row = Readonly<Record<string, unknown>>;

/** A request below /markets; the key travels as a secret. */
export function marketsAsk(path: string, query: Readonly<Record<string, string>>, key: string): Ask {
  return {
    at: "api",
    path: `/markets/${path}`,
    query: { ...query, f: "json" },
    secret: { c: key },
    // Refusals are explained in plain text, or on a page.
    types: ["application/json", "text/json", "text/plain", "text/html"],
    maxBytes: 6_000_000,
  };
}

/** The rows of an answer; none at all where the list is empty. Whatever is said of a refusal is said without the key. */
export function rowsOf(reply: Reply, key: string): readonly Row[] {
  const clean = { status: reply.status, text: withoutKey(reply.text, key) };
  if (clean.status !== 200) throw refusal(clean);
  const raw = parseJson(textOf(clean, WHO), WHO);
  const said = isRecord(raw) ? (raw.Message ?? raw.message) : raw;
  if (typeof said === "string")
    throw saysNoAccess(said) ? notCovered(said) : refuse(`it says "${excerpt(said)}"`);
  if (!Array.isArray(raw)) throw refuse("it is not a list");
  return raw.map((row: unknown): Row => {
    if (!isRecord(row)) throw refuse("it is not a list of rows");
    if (String(field(row, "Symbol")).trim().toUpperCase() !== SYMBOL)
      throw refuse(`it is not of ${SYMBOL} only`);
    return row;
  });
}

/** A field by its name in any case: `Url` and `URL`, `Forecast1` and `forecast1` both occur. */
export function field(row: Row, name: string): unknown {
  const wanted = name.toLowerCase();
  return Object.entries(row).find(([own]) => own.toLowerCase() === wanted)?.[1];
}

/** The key, and its two halves where they are long enough to be told from ordinary words, struck out. */
function withoutKey(text: string, key: string): string {
  const halves = key.split(":").filter((half) => half.length >= 8);
  return [key, ...halves].reduce((rest, part) => rest.replaceAll(part, "…"), text);
}

function refusal({ status, text }: Reply): Problem {
  const said = isHtml(text) ? "" : text;
  if (saysNoAccess(said)) return notCovered(said);
  const words = said === "" ? "" : `: ${excerpt(said)}`;
  const because = (what: string): Problem =>
    new Problem("unreachable", `Trading Economics ${what} (${status}${words}).`);
  if (status === 401)
    return because("does not accept the key; check that it is whole, in the form key:secret");
  if (status === 403)
    return because("refuses more downloads with this key, or blocks this address; look at the plan's limits");
  if (status === 409) return because("gets too many requests a second with this key; wait a minute");
  return refused(status, WHO, said);
}

const saysNoAccess = (said: string): boolean =>
  /no access|free user|not (?:have|included).*access/i.test(said);

/** The Problem of a plan without Japan. */
export function notCovered(said: string): Problem {
  return new Problem(
    "unreachable",
    `This Trading Economics key does not cover Japan: ${excerpt(said).replace(/[.…\s]+$/, "")}. Free keys cover Mexico, New Zealand, Sweden and Thailand only; use one whose plan has Japan's currency.`,
  );
}
