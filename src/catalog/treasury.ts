import type { SeriesId, Text } from "../domain/series";
import { areaName } from "./areas";
import { idOf, type Entry } from "./entry";

/** Countries that the Treasury's tables list, now or in the past. */
const COUNTRIES =
  "JP GB CN BE LU CA KY FR IE TW CH SG HK NO IN BR SA KR AE IL DE TH AU BM ES IT KW MX NL PE PH PL SE VN CO CL RU TR ID IQ ZA MY DK EG OM KZ BS UY FI SV";

const GROUPS: readonly (readonly [string, Text])[] = [
  ["BELUX", { en: "Belgium and Luxembourg", ja: "ベルギー・ルクセンブルク" }],
  ["CARIB", { en: "Caribbean banking centers", ja: "カリブ海金融センター" }],
  ["OILEXPORTERS", { en: "oil exporters", ja: "石油輸出国" }],
];

const TOTALS: readonly (readonly [string, Text])[] = [
  ["TOTAL", { en: "all foreign holders", ja: "海外保有合計" }],
  ["OTHER", { en: "all other holders", ja: "その他" }],
  ["OFFICIAL", { en: "foreign official holders", ja: "海外公的部門" }],
  ["OFFICIALBILLS", { en: "foreign official holders, Treasury bills", ja: "海外公的部門・短期国債" }],
  ["OFFICIALBONDS", { en: "foreign official holders, bonds and notes", ja: "海外公的部門・中長期国債" }],
];

const countryNames = (code: string): readonly [string, Text] => [code, areaName(code)];
const RANKED = [...COUNTRIES.split(" ").map(countryNames), ...GROUPS];

const CAUTION_OTHER: Text = {
  en: "The rows that 'all other' leaves out differ between tables and years; not comparable across them.",
  ja: "「その他」に含まれる国は表や年によって異なる。",
};

function entry([code, name]: readonly [string, Text]): Entry {
  return {
    id: idOf(`TIC.${code}`),
    family: "treasury",
    area: "TIC",
    concept: "treasury holdings",
    title: { en: `US Treasury securities held by ${name.en}`, ja: `米国債保有残高：${name.ja}` },
    measure: "stock",
    unit: { kind: "money", currency: "USD", power: 9 },
    frequency: "M",
    adjusted: false,
    source: "tic",
    ...(code === "OTHER" ? { caution: CAUTION_OTHER } : {}),
  };
}

/** Holders that may be ranked: countries and published groups, never totals, "all other" or "of which" rows. */
export const RANKABLE_HOLDERS: readonly SeriesId[] = RANKED.map(([code]) => idOf(`TIC.${code}`));

/** Foreign holdings of US Treasury securities. */
export const TREASURY_ENTRIES: readonly Entry[] = [...TOTALS.slice(0, 1), ...RANKED, ...TOTALS.slice(1)].map(
  entry,
);
