import { period } from "../../domain/period";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.LOCALGOV2024",
  kind: "target",
  title: {
    en: "Local governments with digital implementation, target for FY2024",
    ja: "デジタル実装に取り組む自治体（2024年度目標）",
  },
  words: { en: "municipalities digital garden city", ja: "自治体 デジタル田園都市" },
  value: 1_000,
  unit: { kind: "number" },
  deadline: period("FY2024"),
  setBy: "Digital Garden City comprehensive strategy",
  knownOn: period("2023-06-30"),
  source: "https://jihyo.co.jp/topics/saizennsen-cs202305ichikawa02.html",
  note: "Passed by the middle of 2023.",
};
