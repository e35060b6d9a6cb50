import { ENTRIES } from "../../catalog/catalog";
import type { Entry } from "../../catalog/entry";
import { routesOf } from "../../catalog/routes";

/** The Bank of Japan's code of a rate or of its monthly figures. */
export const TOKYO = {
  /** Yen per dollar at 17:00 in Tokyo, every calendar day. */
  days: "FXERD04",
  /** Average of a month's fixings, and the month's last one. */
  averages: "FXERM07",
  monthEnds: "FXERM06",
} as const;

/** Everything in the catalogue that the Bank of Japan is asked for, by its own code. */
export const ENTRY_BY_CODE: ReadonlyMap<string, Entry> = new Map(
  ENTRIES.filter((entry) => routesOf(entry).some(({ provider }) => provider === "boj")).flatMap((entry) =>
    entry.code === undefined ? [] : [[entry.code, entry]],
  ),
);

const coded = (form: RegExp): readonly Entry[] =>
  [...ENTRY_BY_CODE].filter(([code]) => form.test(code)).map(([, entry]) => entry);

/** Monthly items of the services account: net, receipts and payments by number, and tourism. */
export const SERVICES: readonly Entry[] = coded(/^BPBP6JYN(?:S[NCD]\d*|TR[NCD])$/);
/** Monthly balances of the other accounts, and goods. */
export const HEADLINES: readonly Entry[] = coded(/^BPBP6JYN(?!S[NCD]\d*$|TR[NCD]$)/);
/** Quarterly trade in services with single partners. */
export const PARTNERS: readonly Entry[] = coded(/^BPBP6QS/);
