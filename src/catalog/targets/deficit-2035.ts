import { period } from "../../domain/period";
import { idOf } from "../entry";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.DEFICIT2035",
  kind: "projection",
  title: {
    en: "Digital deficit in 2035, METI PIVOT base scenario",
    ja: "2035年のデジタル赤字（経産省PIVOT・ベース）",
  },
  words: { en: "digital deficit forecast METI", ja: "デジタル赤字 予測 経済産業省" },
  value: 18,
  unit: { kind: "money", currency: "JPY", power: 12 },
  deadline: period("2035"),
  base: { value: 6.85, date: period("2024") },
  latest: idOf("JP.DIGITAL5ITEM.NET"),
  deficit: true,
  setBy: "METI, Digital Economy Report (PIVOT)",
  knownOn: period("2025-04-30"),
  source: "https://www.newton-consulting.co.jp/itilnavi/flash/id=8001",
  scope: {
    en: "Own scope: three items re-cut into business segments, not the balance-of-payments sum.",
    ja: "独自の範囲：3項目を事業別に組み替えたもので、国際収支の合計ではない。",
  },
};
