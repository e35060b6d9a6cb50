import { period } from "../../domain/period";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.SEMICONDUCTORS",
  kind: "target",
  title: {
    en: "Sales of firms making semiconductors in Japan, a year",
    ja: "国内で半導体を生産する企業の年間売上高",
  },
  words: { en: "chips semiconductor industry", ja: "半導体 産業" },
  value: 15,
  unit: { kind: "money", currency: "JPY", power: 12 },
  deadline: period("2030"),
  base: { value: 5, date: period("2020"), about: true },
  setBy: "METI, Semiconductor and Digital Industry Strategy, April 2023",
  knownOn: period("2023-04-30"),
  source: "https://newsdig.tbs.co.jp/articles/withbloomberg/414259?display=1",
  note: "Earlier (November 2021): 13 trillion yen against 4.5 trillion in 2020, Japanese firms only.",
};
