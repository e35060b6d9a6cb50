import { textOf } from "../common/reply";
import { csvTable } from "../common/csv-table";
import { dayOf, rateOf, type Refuse } from "../common/rate";
import { QUOTED, quotedCurrency, type Fixing } from "./fixings";
import type { Route } from "./route";

const WHO = "the European Central Bank";

/** The Bank's own data portal. Currencies are named one by one: asking for all of them has failed before. */
export const dataPortal: Route = {
  who: WHO,
  longest: 5 * 365,
  ask: ({ first, last }) => ({
    at: "ecb",
    path: `/service/data/EXR/D.${QUOTED.join("+")}.EUR.SP00.A`,
    query: { format: "csvdata", detail: "dataonly", startPeriod: first, endPeriod: last },
    types: ["text/csv", "application/vnd.sdmx.data+csv", "text/plain"],
    // Some times what is needed, should the descriptions of every row come along.
    maxBytes: 12_000_000,
  }),
  read: (reply, refuse) => fixingsOfPortal(textOf(reply, WHO), refuse),
};

/** What a row of the data set must say where it says it: daily reference rates against the euro, not scaled. */
const FIXED = { FREQ: "D", CURRENCY_DENOM: "EUR", EXR_TYPE: "SP00", UNIT_MULT: "0" } as const;

/** Rates of the data set EXR as CSV, columns by name; an empty value or NaN is published as not observed. */
export function fixingsOfPortal(text: string, refuse: Refuse): readonly Fixing[] {
  const { names, rows } = csvTable(text, refuse);
  const at = (name: string): number => {
    const index = names.indexOf(name);
    if (index < 0) throw refuse(`the table lacks ${name}`);
    return index;
  };
  const [currencyAt, periodAt, valueAt] = [at("CURRENCY"), at("TIME_PERIOD"), at("OBS_VALUE")];
  const fixed = Object.entries(FIXED).map(([name, value]) => [name, names.indexOf(name), value] as const);
  return rows.flatMap((row): readonly Fixing[] => {
    const currency = quotedCurrency(row[currencyAt]);
    if (!currency) return [];
    const odd = fixed.find(([, index, value]) => index >= 0 && row[index] !== value && row[index] !== "");
    if (odd) throw refuse(`${odd[0]} is not ${odd[2]}; daily reference rates against the euro are needed`);
    const day = dayOf(row[periodAt], refuse);
    const value = row[valueAt] ?? "";
    const observed = value !== "" && value.toLowerCase() !== "nan";
    return [{ currency, day, rate: observed ? rateOf(value, `${currency}, ${day}`, refuse) : null }];
  });
}
