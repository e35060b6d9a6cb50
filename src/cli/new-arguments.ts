import { parseArgs } from "node:util";
import { LANGUAGES, type Language } from "../charts/common/language";
import { nearest } from "../domain/nearest";
import { Problem } from "../domain/problem";
import { chartBook } from "../xlsx/new/chart-book";
import type { BookPlan } from "../xlsx/new/plan";
import { chosen, templateBook } from "../xlsx/new/template-book";
import { TEMPLATES } from "../xlsx/new/templates/index";
import { UsageError } from "./command";
import { FIGURES_OPTIONS, type FiguresAsked } from "./figures";

export interface NewArguments {
  readonly plan: BookPlan;
  readonly lang: Language;
  readonly out: string;
  /** Whether a file that is there may be replaced. */
  readonly force: boolean;
  readonly figures: FiguresAsked;
}

const EXAMPLE = "write --chart digital-balance, or --template japan";

/** What was asked for; what contradicts itself or names no chart, template or option of theirs is a UsageError. */
export function readNewArguments(args: readonly string[]): NewArguments {
  const { values, positionals } = parsed(args);
  const { output: out, chart = [], template, force = false, lang: language = "en", ...figures } = values;
  const lang = LANGUAGES.find((one) => one === language);
  if (!lang) throw new UsageError(`--lang ${language} is not a language; write --lang en or --lang ja.`);
  if (out === undefined) throw new UsageError("Say where to write the workbook: -o FILE.xlsx.");
  if (!/\.xlsx$/i.test(out)) throw new UsageError(`-o ${out} is not an Excel workbook; name it FILE.xlsx.`);
  if (template !== undefined && chart.length > 0)
    throw new UsageError("Ask for --chart or for --template, not for both.");
  if (positionals.length > 0 && chart.length === 0)
    throw new UsageError(`"${positionals[0] ?? ""}" stands alone; ${EXAMPLE}.`);
  const plan =
    template === undefined ? planOfCharts([...chart, ...positionals], lang) : planOf(template, lang);
  return { plan, lang, out, force, figures };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      // More charts may follow the first one.
      allowPositionals: true,
      options: {
        ...FIGURES_OPTIONS,
        chart: { type: "string", multiple: true },
        template: { type: "string" },
        output: { type: "string", short: "o" },
        lang: { type: "string" },
        force: { type: "boolean" },
      },
    });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** `digital-balance;years=5` is a chart with options, as CAPTION takes them; commas keep several apart. */
function planOfCharts(asked: readonly string[], lang: Language): BookPlan {
  const texts = asked.flatMap((text) => text.split(",")).filter((text) => text.trim() !== "");
  if (texts.length === 0) throw new UsageError(`Say what the workbook shall hold: ${EXAMPLE}.`);
  return orUsage(() =>
    chartBook(
      texts.map((text) => {
        const [id = "", ...options] = text.split(";");
        return chosen(id, options.join(";"), lang);
      }),
    ),
  );
}

function planOf(name: string, lang: Language): BookPlan {
  const ids = TEMPLATES.map(({ id }) => id);
  const template = TEMPLATES.find(({ id }) => id === name.trim().toLowerCase());
  if (template) return templateBook(template, lang);
  throw new UsageError(
    `--template: "${name}" is not a template; did you mean ${nearest(name, ids, 1)[0] ?? ""}? There are ${ids.join(", ")}.`,
  );
}

/** A chart or an option that is none is wrong usage here. */
function orUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Problem) throw new UsageError(`--chart: ${thrown.message}`);
    throw thrown;
  }
}
