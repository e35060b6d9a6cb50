import { noData } from "../../domain/problem";
import { annualObservations, type AnnualFigure } from "../common/annual-figures";
import type { Refuse } from "../common/rate";
import { textOf, unreadable } from "../common/reply";
import { annualFigure, cell, readSdmxCsv, type SdmxRow } from "../common/sdmx-rows";
import type { Ask, Dialogue, Reading, Reply } from "../common/source";
import type { Item } from "./series";

const WHO = "the OECD";
const refuse: Refuse = (what, cause) => unreadable(WHO, what, cause);

/**
 * International trade in services, EBOPS 2010. The version between the last comma and the key is left open, which asks for
 * the newest; it was 1.0 from 2024 to 2026.
 */
const DATAFLOW = "OECD.SDD.TPS,DSD_BOP@DF_TIS,";

/** US dollars converted at the exchange rates of the year, as against purchasing power parities. */
const UNIT = "USD_EXC";
/** The power of ten of every series asked for. */
const MILLIONS = 6;

/** Columns of both of the OECD's tables, with labels beside the codes and without. */
export const OECD_COLUMNS = [
  "REF_AREA",
  "COUNTERPART_AREA",
  "MEASURE",
  "ACCOUNTING_ENTRY",
  "FS_ENTRY",
  "FREQ",
  "UNIT_MEASURE",
  "ADJUSTMENT",
  "TIME_PERIOD",
  "OBS_VALUE",
  "UNIT_MULT",
] as const;

/**
 * The key leaves two dimensions open, and rows of the items above the one asked for come too, so every dimension is looked
 * at here: transactions (T), all partners (W), not seasonally adjusted (N), by year.
 */
const FIXED: Readonly<Record<string, string>> = {
  COUNTERPART_AREA: "W",
  FS_ENTRY: "T",
  FREQ: "A",
  UNIT_MEASURE: UNIT,
  ADJUSTMENT: "N",
};

const isAnnualTotal = (row: SdmxRow): boolean =>
  Object.entries(FIXED).every(([name, code]) => cell(row, name) === code);

function askItem({ measure, accountingEntry, series }: Item): Ask {
  const areas = [...series.keys()].join("+");
  return {
    at: "sdmx",
    path: `/data/${DATAFLOW}/${areas}.W.${measure}.${accountingEntry}..A.${UNIT}.`,
    query: { dimensionAtObservation: "AllDimensions", format: "csvfilewithlabels" },
    // Which of them the OECD names was seen in no exchange.
    types: ["text/csv", "application/vnd.sdmx.data+csv", "application/csv", "text/plain"],
    maxBytes: 8_000_000,
  };
}

/** What rows state of the series of one item. */
export function itemReadings(rows: readonly SdmxRow[], item: Item, refuse: Refuse): readonly Reading[] {
  const figures: AnnualFigure[] = [];
  for (const row of rows) {
    const id = item.series.get(cell(row, "REF_AREA"));
    const isOfItem =
      cell(row, "MEASURE") === item.measure && cell(row, "ACCOUNTING_ENTRY") === item.accountingEntry;
    if (id === undefined || !isOfItem || !isAnnualTotal(row)) continue;
    const figure = annualFigure(row, id, MILLIONS, refuse);
    if (figure) figures.push(figure);
  }
  return [...annualObservations(figures, refuse)].map(([id, observations]) => ({
    id,
    source: "oecd",
    observations,
    note: "Trade in services with the whole world as the OECD states it, converted to US dollars at exchange rates.",
  }));
}

/** A key without any figure is answered with status 404 and a word, as an address that is wrong would be. */
const saysNothingFound = ({ status, text }: Reply): boolean =>
  status === 404 && /^\W*No(?:Records|Results)Found\b/i.test(text);

/** Asks for every year of one item, for all areas that the catalogue has of it. */
export function* askOecd(item: Item): Dialogue {
  const what = `${item.measure}.${item.accountingEntry} of trade in services`;
  const reply = yield askItem(item);
  const readings = saysNothingFound(reply)
    ? []
    : itemReadings(readSdmxCsv(textOf(reply, WHO), OECD_COLUMNS, refuse), item, refuse);
  if (readings.length > 0) return readings;
  throw noData(`The OECD states no figure of ${what} for any area asked for; report it if it stays so.`);
}
