import type { Unit } from "../domain/unit";
import { areaName } from "./areas";
import { basketId, basketParts } from "./baskets";
import { idOf, type Definition, type Entry, type Flow } from "./entry";
import { FLOW_NAMES, FLOWS, flowTitle } from "./flows";

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

type Row = readonly [item: string, codes: Codes | string, en: string, ja: string];

const BASKET_ROWS: readonly (readonly [Definition, en: string, ja: string])[] = [
  ["3item", "digital trade (3 items)", "3項目"],
  ["5item", "digital trade (5 items)", "5項目"],
];

/** Suffix after SN, SC and SD, or the three codes spelled out where the pattern does not hold. */
const ITEMS: readonly Row[] = [
  ["COMPUTER", "9072", "computer services", "コンピュータサービス"],
  ["COPYRIGHT", "9062", "charges for copyrights", "著作権等使用料"],
  [
    "CONSULTING",
    "9082",
    "professional and management consulting services",
    "専門・経営コンサルティングサービス",
  ],
  ["TELECOM", "9071", "telecommunications services", "通信サービス"],
  ["INFORMATION", "9073", "information services", "情報サービス"],
  ["TCI", "907", "telecommunications, computer and information services", "通信・コンピュータ・情報サービス"],
  ["IP", "906", "charges for the use of intellectual property", "知的財産権等使用料"],
  ["INDUSTRIALIP", "9061", "charges for industrial property", "産業財産権等使用料"],
  ["TRAVEL", "2", "travel", "旅行"],
  ["TRANSPORT", "1", "transport", "輸送"],
  ["SERVICES", "", "services", "サービス"],
  ["OTHERSERVICES", "9", "other services", "その他サービス"],
  ["OTHERBUSINESS", "908", "other business services", "その他業務サービス"],
  ["RESEARCH", "9081", "research and development services", "研究開発サービス"],
  [
    "TECHNICAL",
    "9083",
    "technical, trade-related and other business services",
    "技術・貿易関連・その他業務サービス",
  ],
  ["PERSONAL", "909", "personal, cultural and recreational services", "個人・文化・娯楽サービス"],
  ["AUDIOVISUAL", "9091", "audiovisual services", "音響映像サービス"],
  [
    "TOURISM",
    ["TRN", "TRC", "TRD"],
    "tourism (travel and passenger transport)",
    "観光関連サービス（旅行＋旅客輸送）",
  ],
  ["GOODS", ["TB", "EX", "IM"], "goods", "貿易"],
  ["GOODSSERVICES", ["TS", "", ""], "goods and services", "貿易・サービス"],
  ["CURRENTACCOUNT", ["CB", "", ""], "current account", "経常"],
  ["PRIMARYINCOME", ["PIN", "", ""], "primary income", "第一次所得"],
  ["SECONDARYINCOME", ["SIN", "", ""], "secondary income", "第二次所得"],
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
  return BASKET_ROWS.flatMap(([definition, en, ja]) =>
    FLOWS.map((flow) => ({
      ...COMMON,
      id: basketId(definition, flow),
      concept: "digital",
      flow,
      title: {
        en: flowTitle(JAPAN, { en, ja }, flow).en,
        ja: `${JAPAN.ja}：デジタル関連${FLOW_NAMES[flow].ja}（${ja}）`,
      },
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
  return ITEMS.flatMap(([item, codes, en, ja]) =>
    FLOWS.filter((flow) => codeOf(codes, flow) !== "").map((flow) => ({
      ...COMMON,
      id: idOf(`JP.${item}.${flow}`),
      concept: HEADLINE.has(item) ? "headline balance" : "services item",
      flow,
      title: flowTitle(JAPAN, { en, ja }, flow),
      frequency: "M" as const,
      code: `BPBP6JYN${codeOf(codes, flow)}`,
    })),
  );
}

function partners(): readonly Entry[] {
  return PARTNER_ITEMS.flatMap(([item, number]) =>
    PARTNERS.flatMap((partner) =>
      (["CREDIT", "DEBIT"] as const).map((flow) => {
        const [, , en, ja] = ITEMS.find(([code]) => code === item) as Row;
        const with_ = areaName(partner);
        const what = { en: `${en}, with ${with_.en}`, ja: `${ja}、対${with_.ja}` };
        return {
          ...COMMON,
          id: idOf(`JP.${item}.${partner}.${flow}`),
          concept: "services item",
          flow,
          title: flowTitle(JAPAN, what, flow),
          frequency: "Q" as const,
          ...(partner === "US" ? { code: `BPBP6QS${FLOW_LETTERS[flow]}US${number}` } : {}),
        };
      }),
    ),
  );
}

/** Japan's balance of payments: digital baskets, services items, headline balances, partners. */
export const JAPAN_ENTRIES: readonly Entry[] = [...baskets(), ...items(), ...partners()];
