import { CURRENCIES, currencyName, marketPair, type Currency, type Pair } from "../domain/currency";
import type { SeriesId } from "../domain/series";
import { idOf, type Entry } from "./entry";
import type { SourceId } from "./sources";

/** Who is asked for a rate. */
export type FxSource = "ecb" | "fred" | "boj" | "te";

/** The documents whose quotes form a pair: the pair itself, or base and quote per euro for a cross. */
export type Legs = readonly [direct: SeriesId] | readonly [base: SeriesId, quote: SeriesId];

/** Currencies of the European Central Bank's reference rates that the product carries; the New Zealand dollar is not held. */
const ECB_CURRENCIES: readonly Currency[] = CURRENCIES.filter((c) => c !== "NZD");

const NAMES_JA = {
  EUR: "ユーロ",
  GBP: "英ポンド",
  AUD: "豪ドル",
  NZD: "NZドル",
  USD: "米ドル",
  CAD: "カナダドル",
  CHF: "スイスフラン",
  SGD: "シンガポールドル",
  HKD: "香港ドル",
  CNY: "人民元",
  THB: "タイバーツ",
  INR: "インドルピー",
  JPY: "円",
  KRW: "韓国ウォン",
} as const satisfies Record<Currency, string>;

export function currencyNameJa(currency: Currency): string {
  return NAMES_JA[currency];
}

const isDollarYen = ({ base, quote }: Pair): boolean => base === "USD" && quote === "JPY";

/** The id of a pair, whichever source answers: `FX.USDJPY`. */
export function pairId({ base, quote }: Pair): SeriesId {
  return idOf(`FX.${base}${quote}`);
}

/** Every pair of the currencies held, in market direction, dollar and yen first. */
const PAIRS: readonly Pair[] = ECB_CURRENCIES.flatMap((base, i) =>
  ECB_CURRENCIES.slice(i + 1).map((quote) => ({ base, quote })),
).sort((a, b) => Number(isDollarYen(b)) - Number(isDollarYen(a)));

const quotedByEcb = ({ base, quote }: Pair): boolean =>
  base !== quote && ECB_CURRENCIES.includes(base) && ECB_CURRENCIES.includes(quote);

/** The sources that quote a pair, in the order in which they are asked; none for a pair that nobody here quotes. */
export function sourcesOf(pair: Pair): readonly FxSource[] {
  if (isDollarYen(pair)) return ["ecb", "fred", "boj", "te"];
  return quotedByEcb(pair) ? ["ecb"] : [];
}

const perEuro = (currency: Currency): SeriesId => idOf(`FX.EUR${currency}.ECB`);

/** The documents that a source's quotes of a pair are read from; undefined where the source does not quote it. */
export function legsOf(pair: Pair, source: FxSource): Legs | undefined {
  if (!sourcesOf(pair).includes(source)) return undefined;
  if (source !== "ecb") return [idOf(`${pairId(pair)}.${source.toUpperCase()}`)];
  return pair.base === "EUR" ? [perEuro(pair.quote)] : [perEuro(pair.base), perEuro(pair.quote)];
}

/** The pair behind an id such as `FX.JPYUSD`, in market direction, and whether the id names it the other way round. */
export function readPairId(id: string): { readonly pair: Pair; readonly reversed: boolean } | undefined {
  const m = /^FX\.([A-Z]{3})([A-Z]{3})$/.exec(id);
  const base = CURRENCIES.find((c) => c === m?.[1]);
  const quote = CURRENCIES.find((c) => c === m?.[2]);
  if (!base || !quote || base === quote) return undefined;
  const pair = marketPair(base, quote);
  return { pair, reversed: pair.base !== base };
}

function rate(pair: Pair, source: SourceId): Omit<Entry, "id" | "title"> {
  return {
    family: "fx",
    area: "FX",
    concept: "exchange rate",
    measure: "rate",
    unit: { kind: "rate", ...pair, per: 1 },
    frequency: "D",
    adjusted: false,
    source,
  };
}

function pairEntry(pair: Pair): Entry {
  const { base, quote } = pair;
  return {
    ...rate(pair, "ecb"),
    id: pairId(pair),
    title: {
      en: `${base}/${quote}: ${currencyName(quote)} per ${currencyName(base)}`,
      ja: `${NAMES_JA[base]}／${NAMES_JA[quote]} 為替レート`,
    },
    virtual: true,
  };
}

type DocumentRow = readonly [FxSource, Pair, en: string, ja: string, code: string];

const USDJPY: Pair = { base: "USD", quote: "JPY" };

const DOCUMENTS: readonly DocumentRow[] = [
  ["fred", USDJPY, "H.10 noon New York", "FRB H.10 ニューヨーク正午", "DEXJPUS/EXJPUS/AEXJPUS"],
  ["boj", USDJPY, "Bank of Japan, Tokyo 17:00", "日本銀行 東京市場17時", "FXERD04"],
  ["te", USDJPY, "Trading Economics", "Trading Economics", "USDJPY:CUR"],
  ...ECB_CURRENCIES.filter((c) => c !== "EUR").map((quote): DocumentRow => [
    "ecb",
    { base: "EUR", quote },
    "ECB reference rate",
    "欧州中央銀行 参照相場",
    `EXR/D.${quote}.EUR.SP00.A`,
  ]),
];

/** Under which name each source is credited. */
export const CREDITED = { ecb: "ecb", fred: "fred", boj: "tokyo", te: "te" } as const satisfies Record<
  FxSource,
  SourceId
>;

/** The source that an id names, `FX.USDJPY.FRED`; undefined for `FX.USDJPY`, which any source may answer. */
export function fxSourceOf(id: SeriesId): FxSource | undefined {
  const named = id.split(".")[2]?.toLowerCase() ?? "";
  return Object.hasOwn(CREDITED, named) ? (named as FxSource) : undefined;
}

/** What Trading Economics expects of the yen; a series of its own, for nobody quotes or trades at it. */
const FORECAST: Entry = {
  ...rate(USDJPY, "te"),
  id: idOf(`${pairId(USDJPY)}.FORECAST`),
  concept: "exchange rate forecast",
  frequency: "Q",
  title: {
    en: `${pairEntry(USDJPY).title.en}, projection by Trading Economics for quarter ends`,
    ja: `${pairEntry(USDJPY).title.ja}（Trading Economics 四半期末の予測）`,
  },
  code: "USDJPY:CUR",
  caution: {
    en: "a projection, not a quote",
    ja: "予測であり、実際の相場ではありません",
  },
};

/** Whether an entry is a rate that a source quotes, answered from quotes of its pair; a projection is not. */
export const isQuoted = ({ concept }: Entry): boolean => concept === "exchange rate";

/** Whether an entry holds what somebody expects of the quarters to come. */
export const isForecast = ({ concept }: Entry): boolean => concept === "exchange rate forecast";

function documentEntry([source, pair, en, ja, code]: DocumentRow): Entry {
  const own = pairEntry(pair);
  return {
    ...rate(pair, CREDITED[source]),
    id: idOf(`${own.id}.${source.toUpperCase()}`),
    title: { en: `${own.title.en}, ${en}`, ja: `${own.title.ja}（${ja}）` },
    code,
  };
}

/** Exchange rates: every pair, answered by whichever source can, the source documents behind them, and a projection. */
export const FX_ENTRIES: readonly Entry[] = [
  ...PAIRS.map(pairEntry),
  ...DOCUMENTS.map(documentEntry),
  FORECAST,
];
