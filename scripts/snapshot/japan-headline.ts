import { period, type Day } from "../../src/domain/period";
import { cell, figure, readTable, trimmed } from "./csv";
import { reading, type Reading } from "./reading";

/** The Ministry of Finance file is as of this day. */
export const HEADLINE_DAY: Day = period("2026-08-10");

export const HEADLINE_NOTE =
  "Months from 2015 on from the Ministry of Finance file as of 10 August 2026, rounded to a billion yen; months of 2026 are preliminary.";

const COLUMNS = [
  ["JP.CURRENTACCOUNT.NET", "current_account_tn_jpy"],
  ["JP.GOODSSERVICES.NET", "goods_services_balance_tn_jpy"],
  ["JP.GOODS.NET", "goods_balance_tn_jpy"],
  ["JP.GOODS.CREDIT", "goods_exports_tn_jpy"],
  ["JP.GOODS.DEBIT", "goods_imports_tn_jpy"],
  ["JP.SERVICES.NET", "services_balance_tn_jpy"],
  ["JP.PRIMARYINCOME.NET", "primary_income_balance_tn_jpy"],
  ["JP.SECONDARYINCOME.NET", "secondary_income_balance_tn_jpy"],
] as const;

const OKU_PER_TRILLION = 10_000;

/** Readings of the headline balances, month by month, by series id, in 100 million yen. */
export function headlineMonths(folder: string): ReadonlyMap<string, readonly Reading[]> {
  const rows = readTable(folder, "japan-headline-monthly.csv");
  return new Map(
    COLUMNS.map(([id, column]) => [
      id,
      rows.map((row) => {
        const month = period(cell(row, "month"));
        const trillions = figure(cell(row, column));
        const value = trillions === null ? null : trimmed(trillions * OKU_PER_TRILLION);
        return reading(month, value, HEADLINE_DAY, month >= "2026" ? "prelim" : undefined);
      }),
    ]),
  );
}
