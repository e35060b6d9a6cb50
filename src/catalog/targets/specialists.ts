import { period } from "../../domain/period";
import { idOf } from "../entry";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.SPECIALISTS",
  kind: "target",
  title: { en: "Registered information security specialists", ja: "情報処理安全確保支援士（登録者数）" },
  words: { en: "cybersecurity RISS digital talent", ja: "登録セキスペ セキュリティ 人材" },
  value: 50_000,
  unit: { kind: "persons" },
  deadline: period("FY2030"),
  base: { value: 20_000, date: period("2023-04-01"), about: true },
  latest: idOf("JP.SPECIALISTS"),
  setBy: "Digital Agency, Priority Policy Program (Cabinet decision of 21 June 2024)",
  knownOn: period("2024-06-21"),
  source: "https://asia.nikkei.com/Economy/Japan-lays-out-strategy-to-tackle-33bn-digital-trade-deficit",
  note: "METI (14 May 2025) words the deadline as 'by 2030' and counts from about 24,000 in April 2025. The register can fall, so a straight-line forecast misleads.",
};
