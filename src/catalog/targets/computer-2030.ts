import { period } from "../../domain/period";
import { idOf } from "../entry";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.COMPUTER2030",
  kind: "projection",
  title: {
    en: "Computer-services deficit in 2030 at the pace of 2022, METI",
    ja: "2030年のコンピュータサービス赤字（経産省試算）",
  },
  words: { en: "cloud software deficit forecast METI", ja: "クラウド 赤字 予測 経済産業省" },
  value: 8,
  unit: { kind: "money", currency: "JPY", power: 12 },
  deadline: period("2030"),
  latest: idOf("JP.COMPUTER.NET"),
  deficit: true,
  setBy: "METI, Semiconductor and Digital Industry Strategy meeting of 20 July 2022",
  knownOn: period("2022-07-20"),
  source: "https://media.finasee.jp/articles/-/14301?page=1",
};
