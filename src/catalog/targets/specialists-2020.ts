import { period } from "../../domain/period";
import { idOf } from "../entry";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.SPECIALISTS2020",
  kind: "target",
  title: {
    en: "Registered information security specialists, earlier target for 2020",
    ja: "情報処理安全確保支援士（2020年目標・旧）",
  },
  words: { en: "cybersecurity RISS earlier", ja: "登録セキスペ セキュリティ 人材" },
  value: 30_000,
  unit: { kind: "persons" },
  deadline: period("2020"),
  latest: idOf("JP.SPECIALISTS"),
  setBy: "Japan Revitalization Strategy 2016",
  knownOn: period("2016-12-31"),
  source: "https://hrzine.jp/article/detail/333?anchor=0&p=2",
  note: "More than 30,000; missed.",
};
