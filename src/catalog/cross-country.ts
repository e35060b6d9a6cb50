import type { Text } from "../domain/series";
import type { Unit } from "../domain/unit";
import { areaName } from "./areas";
import { idOf, type Concept, type Entry, type Flow } from "./entry";
import { flowTitle } from "./flows";
import type { SourceId } from "./sources";

const usd = (power: number): Unit => ({ kind: "money", currency: "USD", power });

interface Kind {
  readonly concept: Concept;
  readonly source: SourceId;
  readonly unit: Unit;
  readonly name: Text;
}

const DELIVERABLE: Kind = {
  concept: "deliverable",
  source: "unctad",
  unit: usd(6),
  name: { en: "digitally deliverable services", ja: "デジタル提供可能サービス" },
};
const DELIVERED: Kind = {
  concept: "delivered",
  source: "wto",
  unit: usd(6),
  name: { en: "digitally delivered services", ja: "デジタル提供サービス" },
};
const IPCHARGES: Kind = {
  concept: "ip charges",
  source: "worldbank",
  unit: usd(6),
  name: { en: "charges for the use of intellectual property", ja: "知的財産権使用料" },
};
const ICT: Kind = {
  concept: "ict services",
  source: "worldbank",
  unit: usd(6),
  name: {
    en: "telecommunications, computer and information services",
    ja: "通信・コンピュータ・情報サービス",
  },
};
const ICT_NET: Kind = { ...ICT, source: "press", unit: usd(9) };
const SERVICES: Kind = {
  concept: "services total",
  source: "worldbank",
  unit: usd(6),
  name: { en: "services", ja: "サービス" },
};
const JAPANESE_SCOPE: Kind = {
  concept: "digital, japanese scope",
  source: "press",
  unit: usd(9),
  name: {
    en: "digital trade in the Japanese scope (estimate)",
    ja: "デジタル関連収支（日本の定義に準じた試算）",
  },
};

const COUNTRIES = "JP US GB DE FR IT CA CN IN KR IE IL NL SG CH".split(" ");

const CAUTION_GROUP: Text = {
  en: "A third party's sum of the members; it includes trade among them and is no official aggregate.",
  ja: "第三者による加盟国の合算。域内取引を含み、公式の集計ではない。",
};
const CAUTION_WORLD: Text = {
  en: "World receipts and payments should be equal; the balance is the asymmetry of the statistics, not a surplus.",
  ja: "世界全体の受取と支払は本来等しく、この差は統計の非対称であって黒字ではない。",
};
const CAUTION_SCOPE: Text = {
  en: "A private estimate; where a country does not publish copyright charges, all intellectual-property charges are in it.",
  ja: "民間の試算。著作権使用料の内訳がない国では知的財産権使用料の全額を含む。",
};

interface More {
  readonly code?: string;
  readonly detail?: readonly [code: string, name: Text];
  readonly caution?: Text;
}

function entry(area: string, concept: string, kind: Kind, flow: Flow, more: More = {}): Entry {
  const { code, detail, caution } = more;
  const stem = detail ? `${concept}.${detail[0]}` : concept;
  const what: Text = detail
    ? { en: `${kind.name.en}: ${detail[1].en}`, ja: `${kind.name.ja}・${detail[1].ja}` }
    : kind.name;
  return {
    id: idOf(`${area}.${stem}.${flow}`),
    family: "cross-country",
    area,
    concept: kind.concept,
    flow,
    title: flowTitle(areaName(area), what, flow),
    measure: "flow",
    unit: kind.unit,
    frequency: "A",
    adjusted: false,
    source: kind.source,
    ...(code === undefined ? {} : { code }),
    ...(caution === undefined ? {} : { caution }),
  };
}

/** A balance that nobody publishes: receipts less payments. */
function net(area: string, concept: string, kind: Kind, caution?: Text): Entry {
  return {
    ...entry(area, concept, kind, "NET", caution === undefined ? {} : { caution }),
    parts: [
      { id: idOf(`${area}.${concept}.CREDIT`), sign: 1 },
      { id: idOf(`${area}.${concept}.DEBIT`), sign: -1 },
    ],
    virtual: true,
  };
}

function deliverable(area: string): readonly Entry[] {
  const group = area === "EU" || area === "G7" ? CAUTION_GROUP : undefined;
  const gross = group ? { caution: group } : {};
  const code = (end: string): More => (group ? {} : { code: `UNCTAD_DE_DIG_SERVTRADE_ANN_${end}` });
  return [
    net(area, "DELIVERABLE", DELIVERABLE, area === "WORLD" ? CAUTION_WORLD : group),
    entry(area, "DELIVERABLE", DELIVERABLE, "CREDIT", { ...gross, ...code("EXP") }),
    entry(area, "DELIVERABLE", DELIVERABLE, "DEBIT", { ...gross, ...code("IMP") }),
  ];
}

/** Parts of the World Trade Organization's data set, by its indicator. */
const DELIVERED_ITEMS: readonly (readonly [code: string, indicator: string, en: string, ja: string])[] = [
  ["INSURANCE", "SF", "insurance and pension", "保険・年金"],
  ["FINANCIAL", "SG", "financial", "金融"],
  ["IP", "SH", "intellectual property", "知的財産権使用料"],
  ["TELECOM", "SI1", "telecommunications", "通信"],
  ["COMPUTER", "SI2", "computer", "コンピュータ"],
  ["INFORMATION", "SI3", "information", "情報"],
  ["OTHERBUSINESS", "SJ", "other business", "その他業務"],
  ["PERSONAL", "SK", "personal, cultural and recreational", "個人・文化・娯楽"],
];

function delivered(): readonly Entry[] {
  return [
    net("IN", "DELIVERED", DELIVERED),
    entry("IN", "DELIVERED", DELIVERED, "CREDIT", { code: "DDS" }),
    entry("IN", "DELIVERED", DELIVERED, "DEBIT", { code: "DDS" }),
    ...["WORLD", "US", "CN"].map((area) => entry(area, "DELIVERED", DELIVERED, "CREDIT", { code: "DDS" })),
    ...DELIVERED_ITEMS.flatMap(([item, code, en, ja]) =>
      (["CREDIT", "DEBIT"] as const).map((flow) =>
        entry("IN", "DELIVERED", DELIVERED, flow, { code, detail: [item, { en, ja }] }),
      ),
    ),
  ];
}

function worldBank(): readonly Entry[] {
  return [
    ...[...COUNTRIES, "WORLD"].flatMap((area) => [
      entry(area, "IPCHARGES", IPCHARGES, "CREDIT", { code: "BX.GSR.ROYL.CD" }),
      entry(area, "IPCHARGES", IPCHARGES, "DEBIT", { code: "BM.GSR.ROYL.CD" }),
    ]),
    ...COUNTRIES.map((area) => entry(area, "ICT", ICT, "CREDIT", { code: "BX.GSR.CCIS.CD" })),
    ...COUNTRIES.filter((area) => area !== "JP").map((area) =>
      entry(area, "SERVICES", SERVICES, "CREDIT", { code: "BX.GSR.NFSV.CD" }),
    ),
  ];
}

const euro: Kind = { ...JAPANESE_SCOPE, unit: { kind: "money", currency: "EUR", power: 9 } };

function estimates(): readonly Entry[] {
  return [
    ...["JP", "US", "GB", "DE", "FR", "IE", "IN", "IL", "CN"].map((area) =>
      entry(area, "ICT", ICT_NET, "NET"),
    ),
    ...["US", "GB", "EU", "DE"].map((area) =>
      entry(area, "DIGITALJP", area === "DE" ? euro : JAPANESE_SCOPE, "NET", { caution: CAUTION_SCOPE }),
    ),
  ];
}

/** Digital services trade of other countries, each concept by its own compiler. */
export const CROSS_COUNTRY_ENTRIES: readonly Entry[] = [
  ...[...COUNTRIES, "EU", "G7", "WORLD"].flatMap(deliverable),
  ...delivered(),
  ...worldBank(),
  ...estimates(),
];
