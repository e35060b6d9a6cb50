import type { Answer } from "../answer/evaluate";
import type { Shelf } from "../answer/shelf";
import { answerPanel, nothingToShow, panelCall, type Tracks } from "./common/answered";
import { balanceEntry, definitionOf, moneyOf, moneyOptions, ownCurrency } from "./common/balance";
import { block, spilled } from "./common/block";
import type { Call } from "./common/call";
import { datedOf, sizeIn } from "./common/change-words";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { balanceSubtitle, bracketed, HEADINGS } from "./common/headings";
import { moneyFormat, moneyUnit, type Money } from "./common/money";
import { definitionNote, FLOW_WORDS, tradeName } from "./common/names";
import { basisNote, bothGapNote, cautionNote, isExact, someStatusNote } from "./common/notes";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import { capital, fixed, ownerIn, paragraph, periodIn } from "./common/words";

export const chart: ChartDefinition = {
  id: "receipts-payments",
  kind: "chart",
  place: 4,
  title: { en: "Digital receipts and payments", ja: "デジタル関連の受取と支払" },
  question: {
    en: "Do weak receipts or high payments make the deficit?",
    ja: "赤字の原因は受取の少なさか、支払の多さか。",
  },
  options: [
    options.area(),
    options.definition("", "3item", "5item", "deliverable", "delivered"),
    options.years(10),
    options.lastYear(),
    options.currency(),
    options.basis(),
    options.rateSource(),
    options.asOf(),
    options.language(),
  ],
  check: (choices) => void flowsOf(choices),
  block: (choices) => {
    const { years, lang } = choices;
    const format = moneyFormat(moneyFor(choices));
    const columns = [
      { heading: HEADINGS.year[lang] },
      { heading: FLOW_WORDS.credit[lang], format },
      { heading: FLOW_WORDS.debit[lang], format },
    ];
    return block(years, columns, [spilled(1, 0, years, 3, flows(choices))]);
  },
  drawing: (choices) => {
    const { years: rows, lang } = choices;
    const money = moneyFor(choices);
    return drawing({
      shape: "lines",
      categories: { row: 1, column: 0, rows },
      series: [
        {
          name: FLOW_WORDS.credit[lang],
          values: { row: 1, column: 1, rows },
          mark: "line",
          role: "main",
          marker: "circle",
        },
        {
          name: FLOW_WORDS.debit[lang],
          values: { row: 1, column: 2, rows },
          mark: "line",
          role: "second",
          marker: "square",
          dash: "dash",
        },
      ],
      axis: { title: moneyUnit(money, lang), format: moneyFormat(money), zero: true },
      marksGaps: true,
    });
  },
  finding,
};

const flowsOf = (choices: ChartChoices) =>
  [balanceEntry(choices, "CREDIT"), balanceEntry(choices, "DEBIT")] as const;

const moneyFor = (choices: ChartChoices): Money => moneyOf(choices, flowsOf(choices)[0]);

function flows(choices: ChartChoices): Call {
  const [credit, debit] = flowsOf(choices);
  const how = moneyOptions(choices, ownCurrency(credit), moneyFor(choices));
  return panelCall([credit.id, debit.id], `-${choices.years}Y`, choices.end, { freq: "A", ...how });
}

/** Receipts and payments of one year, both exact. */
interface Both {
  readonly credit: Answer;
  readonly debit: Answer;
}

function bothIn({ periods, tracks: [credits, debits] }: Tracks): readonly Both[] {
  return periods.flatMap((_, i) => {
    const [credit, debit] = [credits?.rows[i]?.answer, debits?.rows[i]?.answer];
    return credit && debit && isExact(credit) && isExact(debit) ? [{ credit, debit }] : [];
  });
}

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const money = moneyFor(choices);
  const found = answerPanel(shelf, flows(choices));
  const both = bothIn(found);
  const [first, last] = [both[0], both.at(-1)];
  if (!last) throw nothingToShow(chart.title);
  const answers = found.tracks.flatMap(({ rows }) => rows.flatMap(({ answer }) => answer ?? []));
  const missing = found.periods.filter((_, i) => !found.tracks.every(({ rows }) => rows[i]?.answer));
  return {
    title: titleOf(last, choices),
    subtitle: balanceSubtitle(choices, money, found.periods),
    sentence: paragraph(
      [
        sentenceOf(last, money, choices),
        first && first !== last ? earlier(first, lang) : "",
        bothGapNote(missing, lang),
        someStatusNote(answers, lang),
        basisNote(answers, lang),
        cautionNote(last.credit.entry, lang),
      ],
      lang,
    ),
    source: sourceLine({ answers }, lang),
  };
}

function titleOf({ credit, debit }: Both, choices: ChartChoices): string {
  const { area, lang } = choices;
  const [owner, when] = [capital(ownerIn(area, lang)), periodIn(debit.period, lang)];
  const trade = tradeName(definitionOf(choices), lang);
  const pays = debit.value >= credit.value;
  const ratio = fixed(pays ? debit.value / credit.value : credit.value / debit.value, 2);
  if (lang === "ja") return `${owner}${trade}、${when}の${pays ? "支払は受取" : "受取は支払"}の${ratio}倍`;
  const [more, less] = pays ? ["payments", "receipts"] : ["receipts", "payments"];
  return `${owner} ${more} for ${trade} were ${ratio} times its ${less} in ${when}`;
}

function sentenceOf({ credit, debit }: Both, money: Money, choices: ChartChoices): string {
  const { area, lang } = choices;
  const def = definitionOf(choices);
  const when = periodIn(debit.period, lang);
  const [received, paid] = [sizeIn(datedOf(credit), money, lang), sizeIn(datedOf(debit), money, lang)];
  const ratio = fixed(debit.value / credit.value, 2);
  const trade = `${tradeName(def, lang)}${bracketed(definitionNote(def, lang), lang)}`;
  return lang === "ja"
    ? `${ownerIn(area, lang)}${trade}は${when}に支払${paid}、受取${received}で、支払は受取の${ratio}倍。`
    : `In ${when} ${ownerIn(area, lang)} payments for ${trade} were ${paid} and its receipts ${received}: payments were ${ratio} times receipts.`;
}

function earlier({ credit, debit }: Both, lang: ChartChoices["lang"]): string {
  const [when, ratio] = [periodIn(debit.period, lang), fixed(debit.value / credit.value, 2)];
  return lang === "ja" ? `${when}は${ratio}倍だった。` : `In ${when} they were ${ratio} times.`;
}
