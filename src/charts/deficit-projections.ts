import type { Answer } from "../answer/evaluate";
import type { Shelf } from "../answer/shelf";
import { basketId } from "../catalog/baskets";
import { resolveTarget, type Target } from "../catalog/targets";
import { countBetween, enclosing, lastDay, period, type Period } from "../domain/period";
import { badInput } from "../domain/problem";
import { answerPanel, nothingToShow, panelCall } from "./common/answered";
import { asked, block, spilled, type Placed } from "./common/block";
import { call, optionText, type Call } from "./common/call";
import { aboutNote, datedOf, sizeIn } from "./common/change-words";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing, type DrawnSeries } from "./common/drawing";
import { HEADINGS } from "./common/headings";
import { amount, amountFigure, moneyFormat, moneyUnit, type Money } from "./common/money";
import { definitionNote } from "./common/names";
import { gapNote, isExact, missingIn, statusNote } from "./common/notes";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import { lineOf, paragraph, periodIn, spanIn, trimmed } from "./common/words";

const WORDS = {
  actual: { en: "Actual, five items", ja: "実績（5項目）" },
} as const;

/** The projections, by the headings of their columns, and how each is marked. */
const PROJECTIONS = [
  {
    id: "JP.DEFICIT2030",
    name: { en: "METI for 2030", ja: "経産省 2030年" },
    role: "second",
    marker: "diamond",
  },
  {
    id: "JP.DEFICIT2035",
    name: { en: "PIVOT base, own scope", ja: "PIVOT ベース（独自の範囲）" },
    role: "third",
    marker: "square",
  },
  {
    id: "JP.DEFICIT2035PESSIMISTIC",
    name: { en: "PIVOT pessimistic, own scope", ja: "PIVOT 悲観（独自の範囲）" },
    role: "fourth",
    marker: "triangle",
  },
] as const satisfies readonly ({ id: string; name: { en: string; ja: string } } & Pick<
  DrawnSeries,
  "role" | "marker"
>)[];

const MONEY: Money = { currency: "JPY", scale: "tn" };
const ACTUAL = basketId("5item", "NET");
const targetOf = (i: number): Target => resolveTarget(PROJECTIONS[i]?.id ?? "");
const deadlineYear = ({ deadline }: Target): Period => enclosing(lastDay(deadline), "A");
/** The last year that any projection is for. */
const LAST =
  PROJECTIONS.map((_, i) => deadlineYear(targetOf(i)))
    .sort()
    .at(-1) ?? period("2035");

export const chart: ChartDefinition = {
  id: "deficit-projections",
  kind: "comparison",
  place: 4,
  title: { en: "Digital deficit and projections", ja: "デジタル赤字と将来の見通し" },
  question: {
    en: "How large is the deficit expected to become?",
    ja: "赤字はどこまで拡大すると見込まれているか。",
  },
  options: [options.fromYear("2014"), options.asOf(), options.language()],
  check: ({ from }) => {
    if (from >= LAST) throw badInput(`from=${from} must be earlier than ${LAST}, the last year projected.`);
  },
  block: (choices) => {
    const { lang } = choices;
    const rows = rowsOf(choices);
    const format = moneyFormat(MONEY);
    const columns = [
      { heading: HEADINGS.year[lang] },
      { heading: WORDS.actual[lang], format },
      ...PROJECTIONS.map(({ name }) => ({ heading: name[lang], format })),
    ];
    return block(rows, columns, [
      spilled(1, 0, rows, 2, actuals(choices)),
      ...PROJECTIONS.flatMap((_, i) => projectionCells(choices, i)),
    ]);
  },
  drawing: (choices) => {
    const { lang } = choices;
    const rows = rowsOf(choices);
    const column = (index: number) => ({ row: 1, column: index, rows });
    return drawing({
      shape: "columns",
      categories: column(0),
      series: [
        { name: WORDS.actual[lang], values: column(1), mark: "column", role: "main" },
        ...PROJECTIONS.map(({ name, role, marker }, i): DrawnSeries => ({
          name: name[lang],
          values: column(i + 2),
          mark: "points",
          role,
          marker,
          labelled: true,
        })),
      ],
      axis: { title: moneyUnit(MONEY, lang), format: "#,##0", zero: true },
    });
  },
  finding,
};

const rowsOf = ({ from }: ChartChoices): number => countBetween(from, LAST);

const actuals = ({ from, asof }: ChartChoices): Call =>
  panelCall([ACTUAL], Number(from), Number(LAST), { freq: "A", unit: "tn", sign: "deficit", asof });

/** A projection stands at its year, and at its base year where it states one; between them nothing is drawn. */
function projectionCells(choices: ChartChoices, i: number): readonly Placed[] {
  const { from, asof } = choices;
  const target = targetOf(i);
  const how = optionText({ asof });
  const ask = (what: string): Call => call("TARGET", target.id, what, null, how === "" ? null : how);
  const at = (year: Period, what: string): readonly Placed[] =>
    year < from ? [] : [asked(countBetween(from, year), i + 2, ask(what))];
  return [
    ...(target.base ? at(enclosing(target.base.date, "A"), "base") : []),
    ...at(deadlineYear(target), "value"),
  ];
}

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const { tracks } = answerPanel(shelf, actuals(choices));
  const answers = tracks.flatMap(({ rows }) => rows.flatMap(({ answer }) => answer ?? []));
  const exact = answers.filter(isExact);
  const last = exact.at(-1) ?? answers.at(-1);
  if (!last) throw nothingToShow(chart.title);
  // Years to come are not gaps.
  const past = tracks.flatMap(missingIn).filter((p) => p < last.period);
  const known = PROJECTIONS.map((_, i) => targetOf(i)).filter(
    ({ knownOn }) =>
      (choices.asof ?? shelf.pin) === undefined || knownOn <= (choices.asof ?? shelf.pin ?? knownOn),
  );
  return {
    title: titleOf(last, known, lang),
    subtitle: lineOf(
      [moneyUnit(MONEY, lang), definitionNote("5item", lang), spanIn([choices.from, LAST], lang)],
      lang,
    ),
    sentence: paragraph(
      [
        actualWords(last, lang),
        projectionsNote(known, lang),
        gapNote(past, lang),
        statusNote(exact, lang),
        aboutNote(answers, MONEY, lang),
      ],
      lang,
    ),
    source: sourceLine(
      { answers, more: known.map(({ setBy }) => setBy).filter((words, i, all) => all.indexOf(words) === i) },
      lang,
    ),
  };
}

function titleOf(last: Answer, known: readonly Target[], lang: ChartChoices["lang"]): string {
  const [when, now] = [periodIn(last.period, lang), sizeIn(datedOf(last), MONEY, lang)];
  const values = known.map(({ value }) => value);
  if (known.length === 0)
    return lang === "ja" ? `${when}のデジタル赤字は${now}` : `The digital deficit was ${now} in ${when}`;
  const most = Math.max(...values);
  const least = Math.min(...values);
  if (lang === "ja")
    return `${when}の赤字${now}に対し、見通しは${trimmed(amount(least, MONEY, lang))}から${trimmed(amount(most, MONEY, lang))}`;
  return `${now} in ${when}; projections run from ${trimmed(amountFigure(least, MONEY))} to ${trimmed(amount(most, MONEY, lang))}`;
}

const actualWords = (last: Answer, lang: ChartChoices["lang"]): string => {
  const [when, now] = [periodIn(last.period, lang), sizeIn(datedOf(last), MONEY, lang)];
  return lang === "ja"
    ? `日本のデジタル赤字（5項目）は${when}に${now}。`
    : `Japan's digital deficit (five items) was ${now} in ${when}.`;
};

/** Projections with what they are of: neither targets nor of the same scope as the figures beside them. */
function projectionsNote(known: readonly Target[], lang: ChartChoices["lang"]): string {
  if (known.length === 0) return "";
  const parts = known.map(({ title, value, scope, base }) => {
    const size = trimmed(amount(value, MONEY, lang));
    const start = base && trimmed(amount(base.value, MONEY, lang));
    const since = base ? periodIn(base.date, lang) : "";
    const note = scope ? scope[lang].replace(/[.。]$/, "") : "";
    if (lang === "ja")
      return `${title.ja}は${size}（${[start && `${since}の${start}から`, note].filter(Boolean).join("。")}）`;
    const noted = [start && `from ${start} in ${since}`, note.charAt(0).toLowerCase() + note.slice(1)];
    return `${title.en}: ${size} (${noted.filter(Boolean).join("; ")})`;
  });
  return lang === "ja"
    ? `見通し（目標ではない）：${parts.join("、")}。`
    : `Projections, not targets. ${parts.join(". ")}.`;
}
