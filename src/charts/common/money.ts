import { currencyNameJa } from "../../catalog/fx";
import { currencyPlural, type Currency } from "../../domain/currency";
import type { Language } from "./language";
import { fixed } from "./words";

/** The currency and the size of the numbers of a chart. */
export interface Money {
  readonly currency: Currency;
  /** As the `unit` option says it: trillions, billions, or 億 (100 millions) in Japanese. */
  readonly scale: "tn" | "bn" | "oku";
}

/** Amounts of a whole economy: trillions of yen and won, billions of other currencies. */
export function largeMoney(currency: Currency, lang: Language): Money {
  return currency === "JPY" || currency === "KRW" ? { currency, scale: "tn" } : smallMoney(currency, lang);
}

/** Amounts of a single item: billions; in Japanese by 億, as is usual. */
export function smallMoney(currency: Currency, lang: Language): Money {
  return { currency, scale: lang === "ja" ? "oku" : "bn" };
}

const SIZES = {
  tn: { en: "trillion", ja: "兆", digits: 2, format: "#,##0.00" },
  bn: { en: "billion", ja: "十億", digits: 1, format: "#,##0.0" },
  oku: { en: "hundred million", ja: "億", digits: 0, format: "#,##0" },
} as const satisfies Record<Money["scale"], { en: string; ja: string; digits: number; format: string }>;

/** Excel's number format for such amounts. */
export const moneyFormat = ({ scale }: Money): string => SIZES[scale].format;

/** "Trillion yen", 兆円: the unit of an axis. */
export function moneyUnit({ currency, scale }: Money, lang: Language): string {
  const size = SIZES[scale];
  if (lang === "ja") return `${size.ja}${currencyNameJa(currency)}`;
  return `${size.en.charAt(0).toUpperCase()}${size.en.slice(1)} ${currencyPlural(currency)}`;
}

/** "6.46 trillion yen", 6.46兆円; the size without its sign. */
export function amount(value: number, money: Money, lang: Language): string {
  const { en, ja, digits } = SIZES[money.scale];
  const size = Math.abs(value);
  if (lang === "en") return `${fixed(size, digits)} ${en} ${currencyPlural(money.currency)}`;
  const name = currencyNameJa(money.currency);
  return money.scale === "oku" && Math.round(size) >= OKU_IN_CHO
    ? `${choAndOku(Math.round(size))}${name}`
    : `${fixed(size, digits)}${ja}${name}`;
}

const OKU_IN_CHO = 10_000;

/** 10,615 (億) is written 1兆615億. */
function choAndOku(oku: number): string {
  const [cho, rest] = [Math.floor(oku / OKU_IN_CHO), oku % OKU_IN_CHO];
  return `${fixed(cho, 0)}兆${rest === 0 ? "" : `${fixed(rest, 0)}億`}`;
}

/** The number alone, for the first of two amounts of one unit: "2.50". */
export const amountFigure = (value: number, { scale }: Money): string =>
  fixed(Math.abs(value), SIZES[scale].digits);
