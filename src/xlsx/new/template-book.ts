import type { Language } from "../../charts/common/language";
import { choicesFrom } from "../../charts/common/read-choices";
import { resolveChart } from "../../charts/common/resolve";
import { splitOptions } from "../../answer/choices";
import { Problem } from "../../domain/problem";
import { absoluteAddress } from "../../file/address";
import type { ChosenChart } from "../../file/chart-cells";
import { chartSheets } from "./chart-book";
import { oneCell, type BookPlan } from "./plan";
import { firstSheet, type AnswerCells } from "./template-first-sheet";
import { reasonsSheet, tableSheet } from "./template-tables";
import type { Template } from "./templates/template";

/** The workbook of a template: what it tells first, its tables and derivations, then its charts, each with its block. */
export function templateBook(template: Template, lang: Language): BookPlan {
  const { title, sheet, tables, reasons } = template;
  const others = [sheet, ...tables.map(({ name }) => name)].map((name) => name[lang]);
  const charts = chartSheets(
    template.charts.map(([id, options]) => chosen(id, options, lang)),
    others,
  );
  const first = firstSheet(template, lang, charts.slice(0, template.shown), (text, answers) =>
    withCells(text, answers),
  );
  const elsewhere = (text: string): string => withCells(text, first.answers, sheet[lang]);
  return {
    title: title[lang],
    sheets: [
      first.plan,
      ...tables.map((table) => tableSheet(table, lang, elsewhere)),
      ...(reasons.length === 0 ? [] : [reasonsSheet(reasons, lang, elsewhere)]),
      ...charts,
    ],
  };
}

export function chosen(id: string, options: string, lang: Language): ChosenChart {
  const definition = resolveChart(id);
  const pairs = [...splitOptions(options), ["lang", lang] as const];
  return { definition, choices: choicesFrom(definition, pairs) };
}

/** A formula with the cells of the answers that it names by their keys; a key that no line has is a mistake of ours. */
function withCells(text: string, answers: AnswerCells, sheet?: string): string {
  return text.replace(/\{([a-zA-Z]\w*)\}/g, (_, key: string) => {
    const place = answers.get(key);
    if (!place)
      throw new Problem(
        "unreadable",
        `No line has the key ${key}, which ${text} names. Please report the template.`,
      );
    const address = absoluteAddress(sheet ?? "", oneCell(place.row, place.column));
    return sheet === undefined ? address.slice(address.lastIndexOf("!") + 1) : address;
  });
}
