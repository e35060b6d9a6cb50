import { period } from "../../domain/period";
import { idOf } from "../entry";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.SPECIALISTS2025",
  kind: "target",
  title: {
    en: "Registered information security specialists, earlier target for 2025",
    ja: "情報処理安全確保支援士（2025年目標・旧）",
  },
  words: { en: "cybersecurity RISS earlier", ja: "登録セキスペ セキュリティ 人材" },
  value: 30_000,
  unit: { kind: "persons" },
  deadline: period("2025"),
  base: { value: 19_752, date: period("2020-10") },
  latest: idOf("JP.SPECIALISTS"),
  setBy: "Action plan draft, July 2020",
  knownOn: period("2020-07-31"),
  source: "https://xtech.nikkei.com/atcl/nxt/column/18/00138/030100992/",
  note: "More than 30,000; missed (about 24,000 in April 2025).",
};
