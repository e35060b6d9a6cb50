import { period } from "../../domain/period";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.COVERAGE5G",
  kind: "target",
  title: { en: "5G population coverage", ja: "5G人口カバー率" },
  words: { en: "mobile network digital garden city", ja: "携帯 デジタル田園都市" },
  value: 99,
  unit: { kind: "percent" },
  deadline: period("FY2030"),
  setBy: "Digital Garden City comprehensive strategy",
  knownOn: period("2023-06-30"),
  source: "https://ab.jcci.or.jp/article/74916/",
  note: "97 per cent in FY2025 on the way.",
};
