import { period } from "../../domain/period";
import { idOf } from "../entry";
import type { Target } from "../target";

export const target: Target = {
  id: "JP.VISITORS",
  kind: "target",
  title: { en: "Foreign visitors, a year", ja: "訪日外国人旅行者数（年間）" },
  words: { en: "inbound tourism arrivals", ja: "インバウンド 訪日客 観光" },
  value: 60_000_000,
  unit: { kind: "persons" },
  deadline: period("2030"),
  base: { value: 31_880_000, date: period("2019"), about: true },
  latest: idOf("JP.VISITORS"),
  setBy: "Government of Japan, Tourism Vision of 30 March 2016",
  knownOn: period("2016-03-30"),
  source: "https://news.livedoor.com/topics/detail/30402876/",
};
