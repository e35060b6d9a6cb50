import type { SheetAnswer } from "../../src/workbench/sheet/headless";
import type { GeneratedParameter } from "../function-files";
import type { BaseFunction } from "../function-index";
import type { ReferenceEntry } from "./answered";

const MOST_ROWS = 14;

/** An answer as a page shows it: one text, or a table of texts, of which the last rows may be left out. */
export type Shown =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "table";
      /** Empty where the function answers without a header row. */
      readonly head: readonly string[];
      readonly body: readonly (readonly string[])[];
      readonly more: number;
    };

/** What to show of an answer of a function. */
export function shortened(answer: SheetAnswer, f: BaseFunction): Shown {
  if (answer.kind === "error") return { kind: "text", text: `${answer.error} ${answer.message}` };
  if (answer.kind === "value") return { kind: "text", text: answer.text };
  const rows = answer.texts.slice(0, MOST_ROWS);
  const [head = [], ...body] = f.returns.includes("header row") ? rows : [[], ...rows];
  return { kind: "table", head, body, more: answer.texts.length - rows.length };
}

export const isRequired = (p: GeneratedParameter): boolean => p.optional !== true;

/** `DIGITRADE.VALUE(series, [period], [options])` */
export function signature(f: BaseFunction): string {
  const parameters = f.parameters.map((p) => (isRequired(p) ? p.name : `[${p.name}]`));
  return `=DIGITRADE.${f.id}(${parameters.join(", ")})`;
}

/** The functions that take an option. */
export function takersOf(entries: readonly ReferenceEntry[], key: string): readonly string[] {
  return entries.filter((e) => e.options.some((o) => o === key)).map((e) => e.base.id);
}
