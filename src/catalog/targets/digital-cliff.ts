import { period } from "../../domain/period";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.DIGITALCLIFF",
  kind: "risk",
  title: {
    en: "2025 digital cliff: economic loss a year, at most",
    ja: "2025年の崖：経済損失（年間・最大）",
  },
  words: { en: "DX legacy systems loss", ja: "DX レガシー 損失" },
  value: 12,
  unit: { kind: "money", currency: "JPY", power: 12 },
  deadline: period("2030"),
  setBy: "METI, DX Report, September 2018",
  knownOn: period("2018-09-30"),
  source: "https://shanaitaisei.metro.tokyo.lg.jp/r5/seminar02/page4-2-2.html",
  scope: {
    en: "Up to 12 trillion yen in each year from 2025 to 2030.",
    ja: "2025年から2030年までの各年、最大12兆円。",
  },
  note: "A risk estimate, neither a target nor a forecast.",
};
