import type { Shelf } from "../answer/shelf";
import type { Period } from "../domain/period";
import { answerPanel, nothingToShow, panelCall, type Track } from "./common/answered";
import { balanceEntry, moneyOf, moneyOptions, ownCurrency } from "./common/balance";
import { basketBalance, basketItems } from "./common/basket";
import { block, computed, down, spilled, type Column } from "./common/block";
import type { Call } from "./common/call";
import { datedOf, sizeIn } from "./common/change-words";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing, type Pattern, type Role } from "./common/drawing";
import { cell, figure, given, label, when, type Test } from "./common/formula";
import { balanceSubject, balanceSubtitle, HEADINGS } from "./common/headings";
import type { Language } from "./common/language";
import { amount, moneyFormat, moneyUnit } from "./common/money";
import { itemName } from "./common/names";
import { basisNote, gapNote, isExact, missingIn, someStatusNote } from "./common/notes";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import { newestWhole, sharesOf, type Share, type Whole } from "./common/shares";
import { fixed, listIn, paragraph, periodIn, periodsIn } from "./common/words";

const TOTAL = { en: "All together", ja: "合計" } as const;

/** The look of each part, in the order of the basket. */
const LOOKS: readonly (readonly [Role, Pattern])[] = [
  ["main", "plain"],
  ["second", "stripes"],
  ["third", "dots"],
  ["fourth", "grid"],
  ["fifth", "rising"],
];

export const chart: ChartDefinition = {
  id: "digital-components",
  kind: "chart",
  place: 2,
  title: { en: "What drives the digital deficit", ja: "デジタル赤字の内訳" },
  question: { en: "Which services make the deficit?", ja: "どのサービスが赤字を生んでいるか。" },
  options: [
    options.definition("3item", "3item", "5item"),
    options.years(10),
    options.lastYear(),
    options.currency(),
    options.basis(),
    options.rateSource(),
    options.asOf(),
    options.language(),
  ],
  block: (choices) => {
    const { years, lang } = choices;
    const format = moneyFormat(moneyOf(choices, balanceEntry(choices)));
    const items = basketItems(choices);
    const n = items.length;
    const year = { heading: HEADINGS.year[lang] };
    const parts: readonly Column[] = items.map((item) => ({ heading: itemName(item, lang), format }));
    const total = { heading: TOTAL[lang], format };
    const drawn = [year, ...parts, total];
    const raw = drawn.map((column): Column => ({ ...column, working: true }));
    const from = drawn.length;
    // A stack of some of the parts would look like a smaller whole: a year is stacked only with all of them.
    const all = (row: number): Test => given(...items.map((_, i) => ({ row, column: from + 1 + i })));
    return block(
      years,
      [...drawn, ...raw],
      [
        spilled(1, from, years, raw.length, balances(choices)),
        ...down(years, (row) => computed(row, 0, label(row, from))),
        ...items.flatMap((_, i) =>
          down(years, (row) => computed(row, i + 1, when(all(row), cell(row, from + 1 + i)))),
        ),
        ...down(years, (row) => computed(row, n + 1, figure(row, from + n + 1))),
      ],
    );
  },
  drawing: (choices) => {
    const { years: rows, lang } = choices;
    const money = moneyOf(choices, balanceEntry(choices));
    const items = basketItems(choices);
    const column = (index: number) => ({ row: 1, column: index, rows });
    return drawing({
      shape: "columns",
      categories: column(0),
      series: [
        ...items.map((item, i) => {
          const [role, pattern] = LOOKS[i] ?? ["quiet", "plain"];
          return { name: itemName(item, lang), values: column(i + 1), mark: "stack", role, pattern } as const;
        }),
        {
          name: TOTAL[lang],
          values: column(items.length + 1),
          mark: "line",
          role: "quiet",
          marker: "diamond",
        },
      ],
      axis: { title: moneyUnit(money, lang), format: moneyFormat(money), zero: true },
      marksGaps: true,
    });
  },
  finding,
};

function balances(choices: ChartChoices): Call {
  const total = balanceEntry(choices);
  const ids = [...basketItems(choices).map((item) => `JP.${item}.NET`), basketBalance(choices)];
  const how = moneyOptions(choices, ownCurrency(total), moneyOf(choices, total));
  return panelCall(ids, `-${choices.years}Y`, choices.end, { freq: "A", ...how });
}

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const money = moneyOf(choices, balanceEntry(choices));
  const { periods, tracks } = answerPanel(shelf, balances(choices));
  const [totals, parts] = [tracks.at(-1), tracks.slice(0, -1)];
  const latest = totals?.rows.findLast(({ answer }) => answer && isExact(answer))?.answer;
  if (!totals || !latest) throw nothingToShow(chart.title);
  const whole = newestWhole(basketItems(choices), parts, totals);
  const answers = tracks.flatMap(({ rows }) => rows.flatMap(({ answer }) => answer ?? []));
  const subject = balanceSubject(choices, true)(latest.value);
  const [when, size] = [periodIn(latest.period, lang), sizeIn(datedOf(latest), money, lang)];
  const only = lang === "ja" ? `${subject}は${when}に${size}。` : `${subject} was ${size} in ${when}.`;
  return {
    title: whole ? largestPart(whole, lang) : only.replace(/[.。]$/, ""),
    subtitle: balanceSubtitle(choices, money, periods),
    sentence: paragraph(
      [
        whole ? shareSentence(choices, whole) : "",
        whole?.period === latest.period ? "" : only,
        unsharedNote(periods, parts, totals, lang),
        gapNote(missingIn(totals), lang),
        someStatusNote(answers, lang),
        basisNote(answers, lang),
      ],
      lang,
    ),
    source: sourceLine({ answers }, lang),
  };
}

function largestPart(whole: Whole, lang: Language): string {
  const shares = sharesOf(whole);
  const [first] = shares;
  const percent = (share: Share | undefined): string =>
    share?.percent === undefined ? "" : fixed(share.percent, 0);
  const equal = shares.filter((share) => percent(share) === percent(first));
  const names = listIn(
    equal.map(({ item }, i) =>
      i === 0 || lang === "ja" ? itemName(item, lang) : itemName(item, lang).toLowerCase(),
    ),
    lang,
  );
  const when = periodIn(whole.period, lang);
  if (lang === "ja") return `${when}の最大の項目は${names}（${percent(first)}％）`;
  return `${names}: the largest part of the ${when} deficit, ${percent(first)} %`;
}

function shareSentence(choices: ChartChoices, whole: Whole): string {
  const { lang } = choices;
  const money = moneyOf(choices, balanceEntry(choices));
  const [when, size] = [periodIn(whole.period, lang), sizeIn(datedOf(whole.total), money, lang)];
  const subject = balanceSubject(choices, true)(whole.total.value);
  const parts = sharesOf(whole).map(({ item, value, percent }) => {
    const name = itemName(item, lang);
    const share = percent === undefined ? "" : fixed(percent, 0);
    return lang === "ja"
      ? `${name}${amount(value, money, lang)}${share && `（${share}％）`}`
      : `${name.toLowerCase()} ${amount(value, money, lang)}${share && ` (${share} %)`}`;
  });
  return lang === "ja"
    ? `${subject}は${when}に${size}。大きい順に${listIn(parts, lang)}。`
    : `In ${when} ${subject} was ${size}: ${listIn(parts, lang)}.`;
}

/** Years of which the total is held, but not every part, or not exactly. */
function unsharedNote(
  periods: readonly Period[],
  parts: readonly Track[],
  totals: Track,
  lang: Language,
): string {
  const without = periods.filter((_, i) => {
    const held = parts.filter(({ rows }) => rows[i]?.answer && isExact(rows[i].answer));
    return totals.rows[i]?.answer && held.length < parts.length;
  });
  if (without.length === 0) return "";
  const when = periodsIn(without, lang);
  return lang === "ja"
    ? `${when}は内訳がそろわないか概数で、合計と一致しない。`
    : `For ${when} not all parts are held, or only approximately: they need not add up to the total.`;
}
