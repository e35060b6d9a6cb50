import type { Shelf } from "../answer/shelf";
import { answerPanel, nothingToShow, panelCall } from "./common/answered";
import { balanceEntry, moneyOf, moneyOptions, ownCurrency } from "./common/balance";
import { block, spilled } from "./common/block";
import type { Call } from "./common/call";
import {
  aboutNote,
  changeSentence,
  changeTitle,
  datedOf,
  stateSentence,
  stateTitle,
} from "./common/change-words";
import type { ChartChoices } from "./common/choices";
import type { ChartDefinition, Finding } from "./common/definition";
import { drawing } from "./common/drawing";
import { balanceHeading, balanceSubject, balanceSubtitle, HEADINGS } from "./common/headings";
import { moneyFormat, moneyUnit } from "./common/money";
import { basisNote, cautionNote, gapNote, isExact, missingIn, statusNote, vintageNote } from "./common/notes";
import * as options from "./common/options";
import { sourceLine } from "./common/sources";
import { paragraph } from "./common/words";

export const chart: ChartDefinition = {
  id: "digital-balance",
  kind: "chart",
  place: 1,
  title: { en: "Digital balance by year", ja: "デジタル収支の推移" },
  question: { en: "Is the digital deficit widening?", ja: "デジタル赤字は拡大しているか。" },
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
  check: (choices) => void balanceEntry(choices),
  block: (choices) => {
    const { years, lang } = choices;
    const format = moneyFormat(moneyOf(choices, balanceEntry(choices)));
    const columns = [{ heading: HEADINGS.year[lang] }, { heading: balanceHeading(choices), format }];
    return block(years, columns, [spilled(1, 0, years, 2, balances(choices))]);
  },
  drawing: (choices) => {
    const { years: rows, lang } = choices;
    const money = moneyOf(choices, balanceEntry(choices));
    const name = balanceHeading(choices);
    return drawing({
      shape: "columns",
      categories: { row: 1, column: 0, rows },
      series: [{ name, values: { row: 1, column: 1, rows }, mark: "column", role: "main", labelled: true }],
      axis: { title: moneyUnit(money, lang), format: moneyFormat(money), zero: true },
      marksGaps: true,
    });
  },
  finding,
};

function balances(choices: ChartChoices): Call {
  const entry = balanceEntry(choices);
  const how = moneyOptions(choices, ownCurrency(entry), moneyOf(choices, entry));
  return panelCall([entry.id], `-${choices.years}Y`, choices.end, { freq: "A", ...how });
}

function finding(shelf: Shelf, choices: ChartChoices): Finding {
  const { lang } = choices;
  const entry = balanceEntry(choices);
  const money = moneyOf(choices, entry);
  const { periods, tracks } = answerPanel(shelf, balances(choices));
  const answers = tracks.flatMap(({ rows }) => rows.flatMap(({ answer }) => answer ?? []));
  const exact = answers.filter(isExact);
  const [first, last] = exact.length > 1 ? [exact[0], exact.at(-1)] : [answers[0], answers.at(-1)];
  const [short, full] = [balanceSubject(choices, false), balanceSubject(choices, true)];
  if (!first || !last) throw nothingToShow(chart.title);
  const compared = first !== last;
  const [from, to] = [datedOf(first), datedOf(last)];
  return {
    title: compared ? changeTitle(short, from, to, money, lang) : stateTitle(short, to, money, lang),
    subtitle: balanceSubtitle(choices, money, periods),
    sentence: paragraph(
      [
        compared ? changeSentence(full, from, to, money, lang) : stateSentence(full, to, money, lang),
        gapNote(tracks.flatMap(missingIn), lang),
        statusNote(exact, lang),
        aboutNote(answers, money, lang),
        compared ? vintageNote(first, last, lang) : "",
        basisNote(answers, lang),
        cautionNote(entry, lang),
      ],
      lang,
    ),
    source: sourceLine({ answers }, lang),
  };
}
