import type { Answer } from "../../answer/evaluate";
import { compilersOf, documentsBehind, freshnessOf } from "../../answer/provenance";
import { CREDITED, type FxSource } from "../../catalog/fx";
import { SOURCES } from "../../catalog/sources";
import { newest } from "../../domain/aggregate";
import type { Rate } from "../../domain/exchange";
import type { Day } from "../../domain/period";
import type { Series, Source } from "../../domain/series";
import type { Language } from "./language";

/** Japanese names of the compilers; one that is not listed keeps its own. */
const NAMES_JA: Readonly<Record<string, string>> = {
  boj: "日本銀行・財務省「国際収支統計」",
  tokyo: "日本銀行「外国為替市況」（東京市場17時）",
  mof: "財務省「国際収支状況」",
  ecb: "欧州中央銀行 ユーロ参照レート",
  fred: "米連邦準備制度理事会 H.10（ニューヨーク正午）",
  tic: "米国財務省 TIC「米国債の主要な海外保有者」（SLT表5）",
  unctad: "UNCTAD（世界銀行 Data360 経由）",
  wto: "WTO デジタル提供サービス貿易データ",
  worldbank: "世界銀行 世界開発指標",
  oecd: "OECD サービス貿易統計",
  press: "報道・調査資料（各値に出典を記載）",
  targets: "日本政府の政策文書・進捗報告（各値に出典を記載）",
};

const nameOf = ({ id, name }: Pick<Source, "id" | "name">, lang: Language): string =>
  lang === "ja" ? (NAMES_JA[id] ?? name) : name;

/** What a source line is made of. */
export interface Origins {
  readonly answers?: readonly Answer[];
  /** Documents that were read otherwise than through answers, with the days when their figures became known. */
  readonly documents?: readonly Series[];
  /** Words of one's own, such as who set a target. */
  readonly more?: readonly string[];
}

/** Sources, vintages and freshness in one line. */
export function sourceLine({ answers = [], documents = [], more = [] }: Origins, lang: Language): string {
  const own = answers.flatMap(({ subject, aggregate }) =>
    subject && aggregate ? documentsBehind(subject, aggregate.figures) : [],
  );
  const read = unique([...own, ...documents]);
  const days = [
    ...answers.flatMap(({ aggregate }) => (aggregate ? [newest(aggregate)] : [])),
    ...documents.map(({ published, retrieved }) => published ?? retrieved),
  ].sort();
  const rates = answers.flatMap(({ converted, rate }) => converted?.rates ?? (rate ? [rate] : []));
  const parts = [
    ...(read.length > 0 ? [`${compilersIn(read, lang)}${vintages(days, lang)}`] : []),
    ...(rates.length > 0 ? [ratesIn(rates, read.length > 0, lang)] : []),
    ...more,
  ];
  const state = stateIn([...read, ...unique(rates.flatMap((r) => r.documents ?? []))], lang);
  return lang === "ja"
    ? `出所：${parts.join("；")}。${state}`
    : `Source: ${parts.join("; ")}. ${state}`.trim();
}

const unique = (documents: readonly Series[]): readonly Series[] => [
  ...new Map(documents.map((d) => [d.id, d])).values(),
];

const compilersIn = (documents: readonly Series[], lang: Language): string =>
  compilersOf(documents)
    .map((source) => nameOf(source, lang))
    .join(lang === "ja" ? "、" : "; ");

function vintages(days: readonly Day[], lang: Language): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (lang === "ja") return `、公表時点 ${first}${first === last ? "" : `～${last}`}`;
  return first === last ? `, vintage ${first}` : `, vintages ${first} to ${last}`;
}

/** Beside other figures it is said that these are the rates. */
function ratesIn(rates: readonly Rate[], beside: boolean, lang: Language): string {
  const sources = [...new Set(rates.map(({ source }) => source))];
  const names = sources.map((source) => nameOf(SOURCES[CREDITED[source as FxSource]], lang));
  if (lang === "ja") return `${beside ? "為替レート " : ""}${names.join("、")}`;
  return `${beside ? "exchange rates: " : ""}${names.join("; ")}`;
}

/** "Embedded figures, as of 2026-11-23." Nothing of what is live: its vintage says it. */
function stateIn(documents: readonly Series[], lang: Language): string {
  const old = documents.filter((d) => freshnessOf(d) !== "live");
  const [first] = old;
  if (!first) return "";
  const days = old.map(({ retrieved }) => retrieved).sort();
  const last = days.at(-1) ?? first.retrieved;
  const isEmbedded = old.some((d) => freshnessOf(d) === "embedded");
  if (lang === "ja") return isEmbedded ? `同梱データ（${last}取得）。` : `${last}以降は更新されていない。`;
  return isEmbedded ? `Embedded figures, as of ${last}.` : `Not refreshed since ${last}.`;
}
