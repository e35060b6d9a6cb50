import type { Progress } from "../answer/progress";
import type { Shelf } from "../answer/shelf";
import { resolveTarget } from "../catalog/targets";
import { asked, block, computed, words } from "./common/block";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { cell, figure, given, minus, when } from "./common/formula";
import { HEADINGS } from "./common/headings";
import type { Language } from "./common/language";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import {
  COUNTED,
  countedDocuments,
  measureOf,
  progressIn,
  setByWords,
  standingWords,
  targetAmount,
  targetCall,
  targetSubtitle,
} from "./common/targets";
import { capital, periodIn } from "./common/words";

const WORDS = {
  target: { en: "Target", ja: "目標" },
  base: { en: "Base", ja: "起点" },
  path: { en: "Straight path", ja: "直線経路" },
  rest: { en: "Up to the target", ja: "目標まで" },
  latest: { en: "Latest count", ja: "最新の実績" },
  counted: { en: "Counted", ja: "対象" },
} as const;

/** Base, path, target and latest count, from which the bands are made. */
const BASE = 6;
const PATH = 7;
const VALUE = 8;
const LATEST = 9;
const at = (column: number) => ({ row: 1, column });

export const chart: ChartDefinition = {
  id: "target-bullet",
  kind: "comparison",
  place: 1,
  title: { en: "Target and where it stands", ja: "目標と現状" },
  question: { en: "How far is the target?", ja: "目標までどれほどか。" },
  options: [options.target("JP.SPECIALISTS", COUNTED), options.asOf(), options.language()],
  block: (choices) => {
    const { lang } = choices;
    const target = resolveTarget(choices.target);
    const { format } = measureOf(target, lang);
    const working = { heading: HEADINGS.working[lang], format, working: true };
    const shown = [WORDS.base, WORDS.path, WORDS.rest, WORDS.latest, WORDS.target];
    const columns = [
      { heading: WORDS.counted[lang] },
      ...shown.map((name) => ({ heading: name[lang], format })),
      working,
      working,
      working,
      working,
    ];
    const step = minus(cell(1, PATH), cell(1, BASE));
    const rest = minus(cell(1, VALUE), cell(1, PATH));
    return block(1, columns, [
      words(1, 0, target.title[lang]),
      asked(1, BASE, targetCall(choices, "base")),
      asked(1, PATH, targetCall(choices, "path")),
      asked(1, VALUE, targetCall(choices, "value")),
      asked(1, LATEST, targetCall(choices, "latest")),
      computed(1, 1, figure(1, BASE)),
      computed(1, 2, when(given(at(BASE), at(PATH)), step)),
      computed(1, 3, when(given(at(PATH), at(VALUE)), rest, figure(1, VALUE))),
      computed(1, 4, figure(1, LATEST)),
      computed(1, 5, figure(1, VALUE)),
    ]);
  },
  drawing: (choices) => {
    const { lang } = choices;
    const strip = (column: number) => ({ row: 1, column, rows: 1 });
    const { title, format } = measureOf(resolveTarget(choices.target), lang);
    return drawing({
      shape: "bullet",
      categories: strip(0),
      series: [
        { name: WORDS.base[lang], values: strip(1), mark: "stack", role: "light" },
        { name: WORDS.path[lang], values: strip(2), mark: "stack", role: "paler" },
        { name: WORDS.rest[lang], values: strip(3), mark: "stack", role: "palest" },
        {
          name: WORDS.latest[lang],
          values: strip(4),
          mark: "column",
          role: "main",
          narrow: true,
          labelled: true,
        },
        {
          name: WORDS.target[lang],
          values: strip(5),
          mark: "points",
          role: "second",
          marker: "dash",
          labelled: true,
        },
      ],
      axis: { title, format, zero: true },
      size: { width: 360, height: 300 },
    });
  },
  finding,
};

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const progress = progressIn(shelf, choices);
  const { target } = progress;
  return {
    title: titleOf(progress, lang),
    subtitle: targetSubtitle(target, lang),
    sentence: standingWords(progress, lang),
    source: sourceLine(
      { documents: countedDocuments(shelf, target), more: [setByWords(target, lang)] },
      lang,
    ),
  };
}

function titleOf({ target, latest, standing }: Progress, lang: Language): string {
  const size = (value: number): string => targetAmount(target, value, lang);
  const goal = size(target.value);
  const by = periodIn(target.deadline, lang);
  if (!latest)
    return lang === "ja"
      ? `${by}までに${goal}：進捗は公表されていない`
      : `${goal} by ${by}: no progress is published`;
  const about = latest.about ? (lang === "ja" ? "約" : "about ") : "";
  const now = `${about}${size(latest.value)}`;
  const short = standing ? standing.aheadLinear : undefined;
  if (lang === "ja") {
    const track = short === undefined ? "" : `、直線経路に${size(short)}${short < 0 ? "不足" : "先行"}`;
    return `${by}の目標${goal}に対し${now}${track}`;
  }
  const track =
    short === undefined
      ? ""
      : short < 0
        ? `, ${size(short)} short of the path`
        : `, ${size(short)} ahead of the path`;
  return `${capital(now)} of ${goal} by ${by}${track}`;
}
