import type { Choices as FormulaChoices } from "../../answer/choices";
import { areaName } from "../../catalog/areas";
import { ENTRIES } from "../../catalog/catalog";
import { currencyNameJa } from "../../catalog/fx";
import { findTarget } from "../../catalog/targets";
import { CURRENCIES, currencyName, type Currency } from "../../domain/currency";
import type { Text } from "../../domain/series";
import type { ChoiceKey } from "./choices";

/** One allowed value, as it is written and as a form shows it. */
export interface OptionValue {
  readonly value: string;
  readonly label: Text;
}

/** What an option may be set to: a closed list, or a number, year, month or day within limits. */
export type Allowed =
  | { readonly kind: "list"; readonly values: readonly OptionValue[] }
  | { readonly kind: "count"; readonly least: number; readonly most: number }
  | { readonly kind: "year"; readonly latest: boolean }
  | { readonly kind: "month" }
  | { readonly kind: "basis" }
  | { readonly kind: "day" };

/** An option that a chart takes: `key=value` in its options text. */
export interface ChartOption {
  readonly key: ChoiceKey;
  readonly label: Text;
  readonly allowed: Allowed;
  /** The value where it is left out; an empty one stands for "as published" or "not chosen". */
  readonly standard: string;
}

const option = (key: ChoiceKey, en: string, ja: string, standard: string, allowed: Allowed): ChartOption => ({
  key,
  label: { en, ja },
  standard,
  allowed,
});

const list = (...rows: readonly (readonly [value: string, en: string, ja: string])[]): Allowed => ({
  kind: "list",
  values: rows.map(([value, en, ja]) => ({ value, label: { en, ja } })),
});

export const years = (standard: number, least = 3, most = 30): ChartOption =>
  option("years", "Years shown", "表示年数", String(standard), { kind: "count", least, most });

export const lastYear = (): ChartOption =>
  option("end", "Last year", "最終年", "latest", { kind: "year", latest: true });

const year = (
  key: ChoiceKey,
  en: string,
  ja: string,
  standard: string,
  latest = standard === "latest",
): ChartOption => option(key, en, ja, standard, { kind: "year", latest });

export const baseYear = (standard: string): ChartOption =>
  year("base", "Base year (= 100)", "基準年（＝100）", standard);
export const fromYear = (standard: string): ChartOption => year("from", "From", "比較の始年", standard);
export const toYear = (): ChartOption => year("to", "To", "比較の終年", "latest");
export const oneYear = (): ChartOption => year("year", "Year", "対象年", "latest");

export const month = (): ChartOption => option("month", "Month", "対象月", "latest", { kind: "month" });

export const top = (standard: number, most = 20): ChartOption =>
  option("top", "How many holders", "保有者の数", String(standard), { kind: "count", least: 3, most });

/** Areas with some digital balance of their own; the balance of the world is the asymmetry of statistics. */
const AREAS = [
  ...new Set(
    ENTRIES.filter(({ concept, area }) => concept === "deliverable" && area !== "WORLD").map((e) => e.area),
  ),
];

export const area = (): ChartOption =>
  option(
    "area",
    "Country",
    "国・地域",
    "JP",
    list(...AREAS.map((code) => [code, areaName(code).en, areaName(code).ja] as const)),
  );

const DEFINITIONS = {
  "3item": ["Three items (Japan)", "3項目（日本）"],
  "5item": ["Five items (Japan)", "5項目（日本）"],
  deliverable: ["Digitally deliverable (UNCTAD)", "デジタル提供可能（UNCTAD）"],
  delivered: ["Digitally delivered (WTO)", "デジタル提供（WTO）"],
} as const satisfies Record<NonNullable<FormulaChoices["def"]>, readonly [string, string]>;

type Definition = keyof typeof DEFINITIONS;

/** Which definition of the digital balance; standard "" leaves it to the area. */
export const definition = (standard: Definition | "", ...allowed: readonly Definition[]): ChartOption =>
  option(
    "def",
    "Definition",
    "定義",
    standard,
    list(...allowed.map((value) => [value, ...DEFINITIONS[value]] as const)),
  );

const currencyList = (currencies: readonly Currency[]): Allowed =>
  list(...currencies.map((c) => [c, currencyName(c), currencyNameJa(c)] as const));

const HELD = CURRENCIES.filter((c) => c !== "NZD");

/** The currency of the figures; as published where it is left out. */
export const currency = (): ChartOption => option("fx", "Currency", "通貨", "", currencyList(HELD));

/** A currency that the market quotes in yen: dollars, euros and so on. */
export const foreignCurrency = (): ChartOption =>
  option("fx", "Currency", "通貨", "USD", currencyList(HELD.slice(0, HELD.indexOf("JPY"))));

export const basis = (): ChartOption =>
  option("basis", "Rate basis", "為替レートの基準", "avg", { kind: "basis" });

export const rateSource = (): ChartOption =>
  option(
    "fxsrc",
    "Rate source",
    "為替レートの出所",
    "auto",
    list(
      ["auto", "Default", "既定"],
      ["ecb", "European Central Bank", "欧州中央銀行"],
      ["fred", "Federal Reserve H.10", "米連邦準備 H.10"],
      ["boj", "Bank of Japan, Tokyo 17:00", "日本銀行 東京市場17時"],
      ["te", "Trading Economics", "Trading Economics"],
    ),
  );

export const method = (): ChartOption =>
  option(
    "method",
    "Method",
    "分解の方法",
    "endpoint",
    list(
      ["endpoint", "Between the two years", "両端の2年で分解"],
      ["chain", "Year by year, linked", "年ごとに連鎖"],
    ),
  );

/** Targets that a comparison can show, by id. */
export const target = (standard: string, ids: readonly string[]): ChartOption =>
  option(
    "target",
    "Target",
    "目標",
    standard,
    list(...ids.map((id) => [id, findTarget(id)?.title.en ?? id, findTarget(id)?.title.ja ?? id] as const)),
  );

export const approximate = (): ChartOption =>
  option(
    "approx",
    "Approximate figures",
    "概数",
    "",
    list(["allow", "Use them where no exact ones exist", "正確な値がないとき使う"]),
  );

export const asOf = (): ChartOption =>
  option("asof", "As known on", "この日に知られていた値", "", { kind: "day" });

export const language = (): ChartOption =>
  option("lang", "Language", "言語", "en", list(["en", "English", "英語"], ["ja", "Japanese", "日本語"]));
