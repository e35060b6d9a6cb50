import { period, type Day } from "../../src/domain/period";
import { cell, figure, readTable } from "./csv";
import { groupBy } from "./group";
import { reading, type Reading } from "./reading";

/** The Bank of Japan's flat file was copied on this day. */
export const FLAT_FILE_DAY: Day = period("2017-05-26");

export const FLAT_FILE_NOTE =
  "Monthly figures from the Bank of Japan's flat file of May 2017: 2014 and 2015 are final, 2016 is before its second annual revision, 2017 is preliminary.";

/** Item names of the tables, as the catalogue calls them. */
export const ITEM_CODES: Readonly<Record<string, string>> = {
  audiovisual: "AUDIOVISUAL",
  computer_services: "COMPUTER",
  copyright_charges: "COPYRIGHT",
  industrial_property_charges: "INDUSTRIALIP",
  information_services: "INFORMATION",
  ip_charges: "IP",
  other_business_services: "OTHERBUSINESS",
  other_services: "OTHERSERVICES",
  professional_mgmt_consulting: "CONSULTING",
  research_development: "RESEARCH",
  services: "SERVICES",
  technical_trade_related_other: "TECHNICAL",
  telecom_computer_info: "TCI",
  telecom_services: "TELECOM",
  transport: "TRANSPORT",
  travel: "TRAVEL",
};

const FLOW_COLUMNS = [
  ["NET", "net_100m_jpy"],
  ["CREDIT", "credit_100m_jpy"],
  ["DEBIT", "debit_100m_jpy"],
] as const;

/** Readings of every services item, month by month, by series id. */
export function monthlyItems(folder: string): ReadonlyMap<string, readonly Reading[]> {
  const series = new Map<string, readonly Reading[]>();
  const table = readTable(folder, "japan-services-monthly-2014-2017.csv");
  for (const [item, rows] of groupBy(table, (row) => cell(row, "item"))) {
    const code = ITEM_CODES[item];
    if (!code) throw new Error(`unknown item ${item}`);
    for (const [flow, column] of FLOW_COLUMNS)
      series.set(
        `JP.${code}.${flow}`,
        rows.map((row) => {
          const month = period(cell(row, "month"));
          const status = month >= "2017" ? "prelim" : undefined;
          return reading(month, figure(cell(row, column)), FLAT_FILE_DAY, status);
        }),
      );
  }
  return series;
}

const PARTNER_ROWS = /^(telecom_computer_info|ip_charges)_(USA|Singapore|Netherlands)$/;
const PARTNER_CODES: Readonly<Record<string, string>> = { USA: "US", Singapore: "SG", Netherlands: "NL" };

/** Readings by partner country, quarter by quarter; "all regions" only repeats the monthly totals. */
export function quarterlyPartners(folder: string): ReadonlyMap<string, readonly Reading[]> {
  const series = new Map<string, Reading[]>();
  for (const row of readTable(folder, "japan-services-by-partner-quarterly.csv")) {
    const [, item = "", partner = ""] = PARTNER_ROWS.exec(cell(row, "item")) ?? [];
    const id = `JP.${ITEM_CODES[item] ?? ""}.${PARTNER_CODES[partner] ?? ""}.${cell(row, "flow").toUpperCase()}`;
    if (item === "") continue;
    const quarter = period(cell(row, "quarter").replace("Q", "-Q"));
    const list = series.get(id) ?? [];
    list.push(reading(quarter, figure(cell(row, "value_100m_jpy")), FLAT_FILE_DAY));
    series.set(id, list);
  }
  return series;
}
