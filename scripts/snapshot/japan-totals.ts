import { isPeriod, lastDay, period, type Day, type Period } from "../../src/domain/period";
import type { Status } from "../../src/domain/series";
import { cell, figure, readTable, trimmed, type Row } from "./csv";
import { RETRIEVED } from "./document";
import { ITEM_CODES } from "./japan-items";
import { reading, type Reading } from "./reading";

const SPECIAL_SERIES: Readonly<Record<string, string>> = {
  digital_balance_3item: "JP.DIGITAL.NET",
  digital_3item: "JP.DIGITAL.NET",
  digital_balance_5item: "JP.DIGITAL5ITEM.NET",
  digital_5item: "JP.DIGITAL5ITEM.NET",
  digital_credit_5item: "JP.DIGITAL5ITEM.CREDIT",
  digital_debit_5item: "JP.DIGITAL5ITEM.DEBIT",
  current_account: "JP.CURRENTACCOUNT.NET",
  goods: "JP.GOODS.NET",
  goods_services: "JP.GOODSSERVICES.NET",
  primary_income: "JP.PRIMARYINCOME.NET",
  secondary_income: "JP.SECONDARYINCOME.NET",
};

/** The programme that printed 5兆3452億円 was decided on this day. */
const PROGRAMME = { series: "digital_balance_3item", value: "-53452", day: period("2024-06-21") };

/** Kyodo names no items; its 2014 figure fits three, so it is the agency's reading, not the compiler's. */
const READ_AT_AGENCY: Readonly<Record<string, Status>> = {
  "-20225": "secondary",
  "-64622": "prelim",
  "-53452": "prelim",
};

/** Pages of private persons; their figures are second-hand whatever they say of the vintage. */
const PERSONAL_PAGES = /tips\.jp|hatenadiary\.jp|hidezumi\.com|shinjukuacc\.com|blog\.goo\.ne\.jp/;

function seriesOf(row: Row): string | undefined {
  const name = cell(row, "series");
  const stem = name.replace(/_balance$/, "");
  const special = SPECIAL_SERIES[name] ?? SPECIAL_SERIES[stem];
  if (special) return special;
  const code = ITEM_CODES[stem];
  return code ? `JP.${code}.NET` : undefined;
}

function periodOf(row: Row): Period | undefined {
  const text = cell(row, "period").replace(/^(\d{4})([HQ]\d)$/, "$1-$2");
  return isPeriod(text) ? text : undefined;
}

/** The day stated, else the last day of the month or year stated, but never after the day of collection. */
function knownOn(row: Row): Day {
  if (cell(row, "series") === PROGRAMME.series && cell(row, "value") === PROGRAMME.value)
    return PROGRAMME.day;
  const stated = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(cell(row, "vintage"))?.[0];
  if (stated === undefined) throw new Error(`no vintage in ${JSON.stringify(row)}`);
  const day = lastDay(period(stated));
  return day > RETRIEVED ? RETRIEVED : day;
}

function statusOf(row: Row): Status | undefined {
  if (cell(row, "unit") === "JPY_TN") return "approx";
  const agency = cell(row, "series").startsWith("digital") ? READ_AT_AGENCY[cell(row, "value")] : undefined;
  if (agency) return agency;
  if (PERSONAL_PAGES.test(cell(row, "source_url"))) return "secondary";
  return cell(row, "vintage").includes("preliminary") ? "prelim" : undefined;
}

const OKU = { JPY_100M: 1, JPY_TN: 10_000 } as const;

export interface PublishedTotals {
  readonly series: ReadonlyMap<string, readonly Reading[]>;
  /** Rows that stand for no series or period of the catalogue, and why. */
  readonly leftOut: readonly string[];
}

/** Totals as printed, every vintage, by series id. */
export function publishedTotals(folder: string): PublishedTotals {
  const series = new Map<string, Reading[]>();
  const leftOut: string[] = [];
  for (const row of readTable(folder, "japan-published-totals.csv")) {
    const label = ["series", "period", "value", "unit"].map((name) => cell(row, name)).join(" ");
    const id = seriesOf(row);
    const at = periodOf(row);
    const unit = cell(row, "unit");
    const value = figure(cell(row, "value"));
    if (unit !== "JPY_100M" && unit !== "JPY_TN") leftOut.push(`${label}: not in yen`);
    else if (!id) leftOut.push(`${label}: items not stated`);
    else if (!at) leftOut.push(`${label}: no period of the calendar`);
    else if (value === null) leftOut.push(`${label}: no value`);
    else {
      const [citation] = /https?:\/\/\S+/.exec(cell(row, "source_url")) ?? [];
      const list = series.get(id) ?? [];
      list.push(reading(at, trimmed(value * OKU[unit]), knownOn(row), statusOf(row), citation));
      series.set(id, list);
    }
  }
  return { series, leftOut };
}
