import type { Unit } from "../domain/unit";
import { areaName } from "./areas";
import { basketId, basketParts } from "./baskets";
import { idOf, type Definition, type Entry, type Flow } from "./entry";
import { FLOW_NAMES, FLOWS, flowTitle, flowWords } from "./flows";

const JAPAN = areaName("JP");
const OKU: Unit = { kind: "money", currency: "JPY", power: 8 };

const COMMON = {
  family: "japan",
  area: "JP",
  measure: "flow",
  unit: OKU,
  adjusted: false,
  source: "boj",
} as const;

/** Codes of the Bank of Japan by flow, after `BPBP6JYN`; an empty one is not published. */
type Codes = readonly [net: string, credit: string, debit: string];

type Row = readonly [
  item: string,
  codes: Codes | string,
  en: string,
  ja: string,
  wordsEn: string,
  wordsJa: string,
];

const BASKET_ROWS: readonly (readonly [Definition, string, string, string, string])[] = [
  [
    "3item",
    "digital trade (3 items)",
    "3項目",
    "computer copyright consulting cloud software streaming advertising platform big tech",
    "デジタル赤字 デジタル収支 クラウド ソフトウェア 広告 動画配信 巨大IT",
  ],
  [
    "5item",
    "digital trade (5 items)",
    "5項目",
    "computer copyright consulting telecommunications information cloud software streaming advertising",
    "デジタル赤字 デジタル収支 通信 情報 クラウド ソフトウェア 広告 動画配信",
  ],
];

/** Suffix after SN, SC and SD, or the three codes spelled out where the pattern does not hold. */
const ITEMS: readonly Row[] = [
  [
    "COMPUTER",
    "9072",
    "computer services",
    "コンピュータサービス",
    "cloud software SaaS hosting IT",
    "クラウド ソフトウェア",
  ],
  [
    "COPYRIGHT",
    "9062",
    "charges for copyrights",
    "著作権等使用料",
    "streaming video music software licence subscription royalties",
    "動画配信 音楽配信 ソフトウェア ライセンス サブスク",
  ],
  [
    "CONSULTING",
    "9082",
    "professional and management consulting services",
    "専門・経営コンサルティングサービス",
    "advertising internet ads legal accounting head office",
    "広告 インターネット広告 法務 会計",
  ],
  ["TELECOM", "9071", "telecommunications services", "通信サービス", "telephone network", "電話 回線"],
  ["INFORMATION", "9073", "information services", "情報サービス", "data news database", "データ ニュース"],
  [
    "TCI",
    "907",
    "telecommunications, computer and information services",
    "通信・コンピュータ・情報サービス",
    "ICT cloud software heading",
    "クラウド ソフトウェア",
  ],
  [
    "IP",
    "906",
    "charges for the use of intellectual property",
    "知的財産権等使用料",
    "royalties licence fees patents",
    "特許 ロイヤルティ",
  ],
  [
    "INDUSTRIALIP",
    "9061",
    "charges for industrial property",
    "産業財産権等使用料",
    "patents trademarks royalties",
    "特許 商標 ロイヤルティ",
  ],
  ["TRAVEL", "2", "travel", "旅行", "inbound visitors tourism spending", "インバウンド 訪日 観光"],
  ["TRANSPORT", "1", "transport", "輸送", "shipping freight air passenger", "海運 貨物 航空"],
  ["SERVICES", "", "services", "サービス", "total services account", "サービス収支"],
  ["OTHERSERVICES", "9", "other services", "その他サービス", "services without transport and travel", ""],
  [
    "OTHERBUSINESS",
    "908",
    "other business services",
    "その他業務サービス",
    "advertising consulting research",
    "広告 研究開発",
  ],
  ["RESEARCH", "9081", "research and development services", "研究開発サービス", "R&D", ""],
  [
    "TECHNICAL",
    "9083",
    "technical, trade-related and other business services",
    "技術・貿易関連・その他業務サービス",
    "engineering leasing",
    "エンジニアリング",
  ],
  [
    "PERSONAL",
    "909",
    "personal, cultural and recreational services",
    "個人・文化・娯楽サービス",
    "entertainment games",
    "エンタメ ゲーム",
  ],
  ["AUDIOVISUAL", "9091", "audiovisual services", "音響映像サービス", "film video music", "映画 映像 音楽"],
  [
    "TOURISM",
    ["TRN", "TRC", "TRD"],
    "tourism (travel and passenger transport)",
    "観光関連サービス（旅行＋旅客輸送）",
    "inbound visitors",
    "インバウンド 訪日",
  ],
  [
    "GOODS",
    ["TB", "EX", "IM"],
    "goods",
    "貿易",
    "trade balance merchandise exports imports",
    "貿易収支 輸出 輸入",
  ],
  ["GOODSSERVICES", ["TS", "", ""], "goods and services", "貿易・サービス", "trade", "貿易・サービス収支"],
  ["CURRENTACCOUNT", ["CB", "", ""], "current account", "経常", "balance of payments", "経常収支 国際収支"],
  [
    "PRIMARYINCOME",
    ["PIN", "", ""],
    "primary income",
    "第一次所得",
    "dividends interest investment",
    "第一次所得収支 配当 利子",
  ],
  [
    "SECONDARYINCOME",
    ["SIN", "", ""],
    "secondary income",
    "第二次所得",
    "transfers remittances",
    "第二次所得収支 移転",
  ],
];

const HEADLINE: ReadonlySet<string> = new Set([
  "SERVICES",
  "GOODS",
  "GOODSSERVICES",
  "CURRENTACCOUNT",
  "PRIMARYINCOME",
  "SECONDARYINCOME",
]);

const FLOW_LETTERS = { NET: "N", CREDIT: "C", DEBIT: "D" } as const satisfies Record<Flow, string>;

/** Quarterly trade with single partners; the Bank of Japan's code is known for the United States only. */
const PARTNER_ITEMS = [
  ["TCI", "96"],
  ["IP", "95"],
] as const;
const PARTNERS = ["US", "SG", "NL"] as const;

function baskets(): readonly Entry[] {
  return BASKET_ROWS.flatMap(([definition, en, ja, wordsEn, wordsJa]) =>
    FLOWS.map((flow) => ({
      ...COMMON,
      id: basketId(definition, flow),
      concept: "digital",
      flow,
      title: {
        en: flowTitle(JAPAN, { en, ja }, flow).en,
        ja: `${JAPAN.ja}：デジタル関連${FLOW_NAMES[flow].ja}（${ja}）`,
      },
      words: flowWords({ en: wordsEn, ja: wordsJa }, flow),
      frequency: "M" as const,
      parts: basketParts(definition, flow),
      definition,
    })),
  );
}

function codeOf(codes: Codes | string, flow: Flow): string {
  if (typeof codes === "string") return `S${FLOW_LETTERS[flow]}${codes}`;
  return codes[FLOWS.indexOf(flow)] ?? "";
}

function items(): readonly Entry[] {
  return ITEMS.flatMap(([item, codes, en, ja, wordsEn, wordsJa]) =>
    FLOWS.filter((flow) => codeOf(codes, flow) !== "").map((flow) => ({
      ...COMMON,
      id: idOf(`JP.${item}.${flow}`),
      concept: HEADLINE.has(item) ? "headline balance" : "services item",
      flow,
      title: flowTitle(JAPAN, { en, ja }, flow),
      words: flowWords({ en: wordsEn, ja: wordsJa }, flow),
      frequency: "M" as const,
      code: `BPBP6JYN${codeOf(codes, flow)}`,
    })),
  );
}

function partners(): readonly Entry[] {
  return PARTNER_ITEMS.flatMap(([item, number]) =>
    PARTNERS.flatMap((partner) =>
      (["CREDIT", "DEBIT"] as const).map((flow) => {
        const [, , en, ja, wordsEn, wordsJa] = ITEMS.find(([code]) => code === item) as Row;
        const with_ = areaName(partner);
        const what = { en: `${en}, with ${with_.en}`, ja: `${ja}、対${with_.ja}` };
        return {
          ...COMMON,
          id: idOf(`JP.${item}.${partner}.${flow}`),
          concept: "services item",
          flow,
          title: flowTitle(JAPAN, what, flow),
          words: flowWords({ en: `${wordsEn} partner bilateral`, ja: `${wordsJa} 相手国 地域別` }, flow),
          frequency: "Q" as const,
          ...(partner === "US" ? { code: `BPBP6QS${FLOW_LETTERS[flow]}US${number}` } : {}),
        };
      }),
    ),
  );
}

/** Japan's balance of payments: digital baskets, services items, headline balances, partners. */
export const JAPAN_ENTRIES: readonly Entry[] = [...baskets(), ...items(), ...partners()];
