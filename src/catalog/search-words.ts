import type { Text } from "../domain/series";
import { isArea } from "./areas";
import type { Concept, Entry, Flow } from "./entry";

type Words = readonly [en: string, ja: string];

/** Further words under which people look for a series. Only searching loads them; cells never wait for them. */
export function searchWords(entry: Entry): Text {
  const found = [...subjectWords(entry), ...(entry.flow ? [FLOWS[entry.flow]] : [])];
  return { en: found.map(([en]) => en).join(" "), ja: found.map(([, ja]) => ja).join(" ") };
}

function subjectWords({ id, family, concept }: Entry): readonly Words[] {
  const [, stem = ""] = id.split(".");
  if (family === "japan") return [JAPAN[stem] ?? NONE, ...(id.split(".").length > 3 ? [PARTNER] : [])];
  if (concept === "exchange rate forecast") return [RATES, DOLLAR_YEN, FORECASTS];
  if (family === "fx") return stem === "USDJPY" ? [RATES, DOLLAR_YEN] : [RATES];
  if (family === "treasury") return [TREASURIES, ...(isArea(stem) ? [] : [["total", ""] as const])];
  if (family === "progress") return [PROGRESS[id] ?? NONE];
  return [COUNTRIES[concept] ?? NONE];
}

const NONE: Words = ["", ""];

const FLOWS = {
  NET: ["net deficit surplus", "赤字 黒字 ネット"],
  CREDIT: ["credit exports income", "輸出 収入"],
  DEBIT: ["debit imports expenses", "輸入 支出"],
} as const satisfies Record<Flow, Words>;

const PARTNER: Words = ["partner bilateral", "相手国 地域別"];
const RATES: Words = ["exchange rate currency forex FX", "為替 為替レート 為替相場"];
const DOLLAR_YEN: Words = ["dollar", "ドル円 円相場 円安 円高"];
const FORECASTS: Words = ["forecast outlook expectation", "予測 予想 見通し"];
const TREASURIES: Words = [
  "treasuries treasury bonds holders holdings government debt TIC foreign",
  "米国債 保有 国債 保有国",
];

const JAPAN: Readonly<Record<string, Words>> = {
  DIGITAL: [
    "computer copyright consulting cloud software streaming advertising platform big tech",
    "デジタル赤字 デジタル収支 クラウド ソフトウェア 広告 動画配信 巨大IT",
  ],
  DIGITAL5ITEM: [
    "computer copyright consulting telecommunications information cloud software streaming advertising",
    "デジタル赤字 デジタル収支 通信 情報 クラウド ソフトウェア 広告 動画配信",
  ],
  COMPUTER: ["cloud software SaaS hosting IT", "クラウド ソフトウェア"],
  COPYRIGHT: [
    "streaming video music software licence subscription royalties",
    "動画配信 音楽配信 ソフトウェア ライセンス サブスク",
  ],
  CONSULTING: ["advertising internet ads legal accounting head office", "広告 インターネット広告 法務 会計"],
  TELECOM: ["telephone network", "電話 回線"],
  INFORMATION: ["data news database", "データ ニュース"],
  TCI: ["ICT cloud software heading", "クラウド ソフトウェア"],
  IP: ["royalties licence fees patents", "特許 ロイヤルティ"],
  INDUSTRIALIP: ["patents trademarks royalties", "特許 商標 ロイヤルティ"],
  TRAVEL: ["inbound visitors tourism spending", "インバウンド 訪日 観光"],
  TRANSPORT: ["shipping freight air passenger", "海運 貨物 航空"],
  SERVICES: ["total services account", "サービス収支"],
  OTHERSERVICES: ["services without transport and travel", ""],
  OTHERBUSINESS: ["advertising consulting research", "広告 研究開発"],
  RESEARCH: ["R&D", ""],
  TECHNICAL: ["engineering leasing", "エンジニアリング"],
  PERSONAL: ["entertainment games", "エンタメ ゲーム"],
  AUDIOVISUAL: ["film video music", "映画 映像 音楽"],
  TOURISM: ["inbound visitors", "インバウンド 訪日"],
  GOODS: ["trade balance merchandise exports imports", "貿易収支 輸出 輸入"],
  GOODSSERVICES: ["trade", "貿易・サービス収支"],
  CURRENTACCOUNT: ["balance of payments", "経常収支 国際収支"],
  PRIMARYINCOME: ["dividends interest investment", "第一次所得収支 配当 利子"],
  SECONDARYINCOME: ["transfers remittances", "第二次所得収支 移転"],
};

const COUNTRIES: Readonly<Partial<Record<Concept, Words>>> = {
  deliverable: ["digital trade UNCTAD services", "デジタル貿易 デジタル赤字 国際比較"],
  delivered: ["digital trade WTO services", "デジタル貿易 国際比較"],
  "ip charges": ["royalties licence patents", "特許 ロイヤルティ 国際比較"],
  "ict services": ["ICT software", "ICT ソフトウェア 国際比較"],
  "services total": ["total services", "国際比較"],
  "digital, japanese scope": ["Karakama digital", "唐鎌 デジタル赤字 国際比較"],
};

const PROGRESS: Readonly<Record<string, Words>> = {
  "JP.SPECIALISTS": ["cybersecurity RISS register digital talent", "登録セキスペ セキュリティ 人材"],
  "JP.VISITORS": ["inbound tourism arrivals", "インバウンド 訪日客 観光"],
  "JP.INBOUNDSPEND": ["inbound tourism consumption", "インバウンド消費 訪日客 観光"],
};
