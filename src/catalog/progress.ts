import { idOf, type Entry } from "./entry";

const COMMON = {
  family: "progress",
  area: "JP",
  concept: "progress",
  adjusted: false,
  source: "targets",
} as const;

/** What is counted against policy targets. */
export const PROGRESS_ENTRIES: readonly Entry[] = [
  {
    ...COMMON,
    id: idOf("JP.SPECIALISTS"),
    title: {
      en: "Japan: registered information security specialists",
      ja: "日本：情報処理安全確保支援士（登録者数）",
    },
    measure: "stock",
    unit: { kind: "persons" },
    frequency: "D",
    caution: {
      en: "The register can fall: entries lapse after three years unless renewed.",
      ja: "登録は3年ごとの更新制で、登録者数は減ることもある。",
    },
  },
  {
    ...COMMON,
    id: idOf("JP.VISITORS"),
    title: { en: "Japan: foreign visitors", ja: "日本：訪日外国人旅行者数" },
    measure: "flow",
    unit: { kind: "persons" },
    frequency: "A",
  },
  {
    ...COMMON,
    id: idOf("JP.INBOUNDSPEND"),
    title: { en: "Japan: spending of foreign visitors", ja: "日本：訪日外国人旅行消費額" },
    measure: "flow",
    unit: { kind: "money", currency: "JPY", power: 12 },
    frequency: "A",
  },
];
