import { period, type Day } from "../../src/domain/period";
import type { Series, Status } from "../../src/domain/series";
import { cell, figure, readTable, trimmed, type Row } from "./csv";
import { RETRIEVED, entryOf, makeDocument } from "./document";
import { groupBy } from "./group";
import { newestDay, reading, settle, type Reading } from "./reading";

const AREA_CODES: Readonly<Record<string, string>> = {
  CAN: "CA",
  CHE: "CH",
  CHN: "CN",
  DEU: "DE",
  EUU: "EU",
  FRA: "FR",
  G7: "G7",
  GBR: "GB",
  IND: "IN",
  IRL: "IE",
  ISR: "IL",
  ITA: "IT",
  JPN: "JP",
  KOR: "KR",
  NLD: "NL",
  SGP: "SG",
  USA: "US",
  WLD: "WORLD",
};

const CONCEPTS: Readonly<Record<string, string>> = {
  dds_computer_services: "DELIVERED.COMPUTER",
  dds_financial_services: "DELIVERED.FINANCIAL",
  dds_information_services: "DELIVERED.INFORMATION",
  dds_insurance_pension: "DELIVERED.INSURANCE",
  dds_ip_charges: "DELIVERED.IP",
  dds_other_business_services: "DELIVERED.OTHERBUSINESS",
  dds_personal_cultural_recreational: "DELIVERED.PERSONAL",
  dds_telecom_services: "DELIVERED.TELECOM",
  digital_balance_karakama: "DIGITALJP",
  digitally_deliverable_services: "DELIVERABLE",
  digitally_delivered_services: "DELIVERED",
  digitally_delivered_services_gtos2024: "DELIVERED",
  digitally_delivered_services_wto2023: "DELIVERED",
  ict_services: "ICT",
  ip_charges: "IPCHARGES",
  telecom_computer_information: "ICT",
  total_services: "SERVICES",
};

const FLOWS: Readonly<Record<string, string>> = { credit: "CREDIT", debit: "DEBIT", balance: "NET" };

/** Vintages by what the rows say of themselves; a figure without any counts from the day of collection. */
const KNOWN_ON: readonly (readonly [RegExp, Day])[] = [
  [/2025-12-18|third-party SUM/, period("2025-12-18")],
  [/June 2026/, period("2026-06-30")],
  [/April 2024/, period("2024-04-30")],
  [/published June 2023/, period("2023-06-30")],
  [/Sept 2025/, period("2025-09-30")],
  [/Noguchi, March 2024/, period("2024-03-31")],
  [/reported by Nikkei, 2024/, period("2024-12-31")],
  [/WIPO GII 2023/, period("2023-12-31")],
];

const NOTES: Readonly<Record<string, string>> = {
  DELIVERABLE:
    "Services that could be delivered over networks (UNCTAD), from a copy of the data set of December 2025.",
  DELIVERED:
    "Services delivered over networks as estimated by the WTO; figures of other vintages are kept as such.",
  IPCHARGES:
    "World Bank figure read in a mirror of September 2025; world totals as quoted by WIPO and the UN.",
  ICT: "World Bank figure read in a mirror of September 2025.",
  SERVICES: "World Bank figure read in a mirror of September 2025.",
  DIGITALJP:
    "Private estimate by D. Karakama, as reported by the press; not directly comparable with Japan's own figures.",
};
const ICT_NET_NOTE =
  "Balance of telecommunications, computer and information services as printed in the press.";
const GROUP_NOTE =
  "Sum of the members' UNCTAD figures by a third party (in some years without one of the 27 members of the EU); includes trade among them.";

const UNIT_POWERS: Readonly<Record<string, readonly [currency: string, power: number]>> = {
  USD: ["USD", 0],
  "USD million": ["USD", 6],
  "USD billion": ["USD", 9],
  "EUR billion": ["EUR", 9],
};

function statusOf(row: Row): Status | undefined {
  const concept = cell(row, "concept");
  if (concept === "digital_balance_karakama" || concept === "telecom_computer_information") return "approx";
  const secondHand = /mirror|third-party|GII|yearbook|vintage|published June 2023/;
  return secondHand.test(cell(row, "note")) ? "secondary" : undefined;
}

function valueIn(row: Row, id: string): number | null {
  const value = figure(cell(row, "value"));
  const [currency, power] = UNIT_POWERS[cell(row, "unit")] ?? [];
  const { unit } = entryOf(id);
  if (unit.kind !== "money" || unit.currency !== currency || power === undefined)
    throw new Error(`${id}: ${cell(row, "unit")} is not the unit of the catalogue`);
  const up = power - unit.power;
  return value === null ? null : trimmed(up >= 0 ? value * 10 ** up : value / 10 ** -up);
}

function readingOf(row: Row, id: string): Reading {
  const note = cell(row, "note");
  const knownOn = KNOWN_ON.find(([pattern]) => pattern.test(note))?.[1] ?? RETRIEVED;
  const status = statusOf(row);
  const [citation] = status === undefined ? [] : (/https?:\/\/\S+/.exec(cell(row, "source_url")) ?? []);
  return reading(period(cell(row, "period")), valueIn(row, id), knownOn, status, citation);
}

function noteOf(area: string, concept: string, flow: string): string {
  if (area === "EU" || area === "G7") return concept === "DELIVERABLE" ? GROUP_NOTE : (NOTES[concept] ?? "");
  if (concept === "ICT" && flow === "NET") return ICT_NET_NOTE;
  const note = NOTES[concept.split(".")[0] ?? ""];
  if (!note) throw new Error(`no note for ${concept}`);
  return note;
}

/** Digital services trade of other countries, and the rows that are no series of the catalogue. */
export function crossCountryDocuments(folder: string): {
  documents: readonly Series[];
  leftOut: readonly string[];
} {
  const leftOut: string[] = [];
  const rows = readTable(folder, "cross-country-digital.csv").filter((row) => {
    const kept = AREA_CODES[cell(row, "country_iso3")] && CONCEPTS[cell(row, "concept")];
    if (!kept)
      leftOut.push(["country_iso3", "concept", "flow", "period", "value"].map((n) => cell(row, n)).join(" "));
    return kept;
  });
  const keyOf = (row: Row): string =>
    [AREA_CODES[cell(row, "country_iso3")], CONCEPTS[cell(row, "concept")], FLOWS[cell(row, "flow")]].join(
      "|",
    );
  const documents = [...groupBy(rows, keyOf)].map(([key, own]) => {
    const [area = "", concept = "", flow = ""] = key.split("|");
    const id = `${area}.${concept}.${flow}`;
    const readings = own.map((row) => readingOf(row, id));
    const published = newestDay(readings);
    return makeDocument({ id, published, note: noteOf(area, concept, flow), ...settle(readings, published) });
  });
  return { documents, leftOut };
}
