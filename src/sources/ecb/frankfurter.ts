import { parseJson, refused, textOf } from "../common/reply";
import { dayOf, isRecord, rateOf, type Refuse } from "../common/rate";
import type { Reply } from "../common/source";
import { QUOTED, quotedCurrency, type Fixing } from "./fixings";
import type { Route } from "./route";

const JSON_TYPES = ["application/json"] as const;

/** Frankfurter relays the Bank's rates as published, with the Bank named as the only provider. */
export const frankfurterV2: Route = {
  who: "Frankfurter (v2)",
  // More than five years at once were refused for more than five currencies, and may be again.
  longest: 5 * 365,
  ask: ({ first, last }) => ({
    at: "frankfurter",
    path: "/v2/rates",
    query: { base: "EUR", quotes: QUOTED.join(","), from: first, to: last, providers: "ecb" },
    types: JSON_TYPES,
    maxBytes: 4_000_000,
  }),
  read: (reply, refuse) => fixingsOfV2(answerOf(reply, "Frankfurter (v2)"), refuse),
};

/** The older interface, which knows the Bank's rates only. */
export const frankfurterV1: Route = {
  who: "Frankfurter (v1)",
  // Longer ranges were answered with one day a week at times.
  longest: 366,
  ask: ({ first, last }) => ({
    at: "frankfurter",
    path: `/v1/${first}..${last}`,
    query: { base: "EUR", symbols: QUOTED.join(",") },
    types: JSON_TYPES,
    maxBytes: 1_000_000,
  }),
  read: (reply, refuse) => fixingsOfV1(answerOf(reply, "Frankfurter (v1)"), refuse),
};

/** JSON of an answer; refusals come as `{"message": …}`. */
function answerOf(reply: Reply, who: string): unknown {
  if (reply.status === 200) return parseJson(textOf(reply, who), who);
  const said = /"message"\s*:\s*"([^"]*)"/.exec(reply.text)?.[1];
  throw said === undefined ? refused(reply.status, who) : refused(reply.status, who, said);
}

/** Rates of `[{date, base, quote, rate}]`; the euro against itself and currencies that the catalogue lacks are passed by. */
export function fixingsOfV2(raw: unknown, refuse: Refuse): readonly Fixing[] {
  if (!Array.isArray(raw)) throw refuse("it is not a list of rates");
  return raw.flatMap((row: unknown): readonly Fixing[] => {
    if (!isRecord(row)) throw refuse("it is not a list of rates");
    checkBase(row.base, refuse);
    const currency = quotedCurrency(row.quote);
    if (!currency || row.rate === null) return [];
    const day = dayOf(row.date, refuse);
    return [{ currency, day, rate: rateOf(row.rate, `${currency}, ${day}`, refuse) }];
  });
}

/** Rates of `{amount, base, start_date, end_date, rates: {day: {currency: rate}}}`. */
export function fixingsOfV1(raw: unknown, refuse: Refuse): readonly Fixing[] {
  if (!isRecord(raw) || !isRecord(raw.rates)) throw refuse("it is not a table of rates by day");
  checkBase(raw.base, refuse);
  if (raw.amount !== 1) throw refuse("its rates are not for one euro");
  return Object.entries(raw.rates).flatMap(([date, rates]): readonly Fixing[] => {
    const day = dayOf(date, refuse);
    if (!isRecord(rates)) throw refuse(`it has no rates for ${day}`);
    return Object.entries(rates).flatMap(([code, rate]): readonly Fixing[] => {
      const currency = quotedCurrency(code);
      if (!currency || rate === null) return [];
      return [{ currency, day, rate: rateOf(rate, `${currency}, ${day}`, refuse) }];
    });
  });
}

function checkBase(base: unknown, refuse: Refuse): void {
  if (base !== "EUR") throw refuse("its rates are not against the euro");
}
