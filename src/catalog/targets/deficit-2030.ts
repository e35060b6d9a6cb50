import { period } from "../../domain/period";
import { idOf } from "../entry";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.DEFICIT2030",
  kind: "projection",
  title: { en: "Digital deficit in 2030, METI", ja: "2030年のデジタル赤字（経産省試算）" },
  words: { en: "digital deficit forecast METI", ja: "デジタル赤字 予測 経済産業省" },
  value: 10,
  unit: { kind: "money", currency: "JPY", power: 12 },
  deadline: period("2030"),
  latest: idOf("JP.DIGITAL5ITEM.NET"),
  deficit: true,
  setBy: "METI estimate, October 2024",
  knownOn: period("2024-10-31"),
  source: "https://news.infoseek.co.jp/amp/article/250210jijiX607",
  scope: {
    en: "About 10 trillion yen; beside it METI quotes the five-item deficit.",
    ja: "約10兆円。5項目の赤字と並べて示された。",
  },
  note: "A projection, not a target; no official target for the deficit itself was found.",
};
