import { period } from "../../domain/period";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.DIGITALTALENT",
  kind: "target",
  title: {
    en: "Digital-promotion personnel trained, FY2022 to FY2026 together",
    ja: "デジタル推進人材の育成（2022～26年度累計）",
  },
  words: { en: "digital talent training", ja: "デジタル人材 育成" },
  value: 2_300_000,
  unit: { kind: "persons" },
  deadline: period("FY2026"),
  setBy: "Digital Garden City Nation basic policy",
  knownOn: period("2022-06-30"),
  source: "https://www.wic-net.com/material/document/2831/25",
  scope: { en: "People trained in five fiscal years together.", ja: "5年間の育成数の累計。" },
  note: "Beside about 1,000,000 existing engineers, for a need of 3,300,000; interim capacity 250,000 a year by the end of FY2022 and 450,000 by the end of FY2024. Progress by year is not published in what was read.",
};
