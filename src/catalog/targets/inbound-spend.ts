import { period } from "../../domain/period";
import { idOf } from "../entry";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.INBOUNDSPEND",
  kind: "target",
  title: { en: "Spending of foreign visitors, a year", ja: "訪日外国人旅行消費額（年間）" },
  words: { en: "inbound tourism travel", ja: "インバウンド消費 観光" },
  value: 15,
  unit: { kind: "money", currency: "JPY", power: 12 },
  deadline: period("2030"),
  latest: idOf("JP.INBOUNDSPEND"),
  setBy: "Government of Japan, Tourism Vision of 30 March 2016",
  knownOn: period("2016-03-30"),
  source: "https://news.livedoor.com/topics/detail/30402876/",
};
