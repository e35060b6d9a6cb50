import * as engine from "@odoo/o-spreadsheet";
import type { OptionKey } from "../../src/answer/choices";
import { OPTION_KEYS } from "../../src/answer/choices";
import { connectEmbedded } from "../../src/workbench/connect";
import { directFunctions } from "../../src/workbench/direct-functions";
import { openSheet, type HeadlessSheet, type SheetAnswer } from "../../src/workbench/sheet/headless";
import { JAPANESE, type FunctionWords } from "../complete-metadata";
import type { BaseFunction, BaseMetadata } from "../function-index";
import { FAILURES } from "./failures";
import { mismatch } from "./stated-answer";

/** A formula and what it came to just now. */
export interface Answered {
  readonly formula: string;
  readonly answer: SheetAnswer;
}

/** One function with everything that the reference says about it. */
export interface ReferenceEntry {
  readonly base: BaseFunction;
  readonly japanese: FunctionWords;
  readonly options: readonly OptionKey[];
  readonly examples: readonly Answered[];
  readonly failures: readonly Answered[];
}

/**
 * Works out every example and failure over the embedded figures. Throws with a list of all that do not come to what is
 * stated, so that the reference cannot say anything that the functions do not.
 */
export async function answeredReference(base: BaseMetadata): Promise<readonly ReferenceEntry[]> {
  connectEmbedded();
  const sheet = openSheet({ engine, ...directFunctions() });
  const faults: string[] = [];
  try {
    const entries: ReferenceEntry[] = [];
    for (const f of base.functions) entries.push(await entryOf(sheet, f, faults));
    if (faults.length > 0) throw new Error(faults.join("\n"));
    return entries;
  } finally {
    sheet.dispose();
  }
}

async function entryOf(sheet: HeadlessSheet, f: BaseFunction, faults: string[]): Promise<ReferenceEntry> {
  const japanese = JAPANESE[f.id];
  if (!japanese) throw new Error(`${f.id} has no Japanese words.`);
  const shown: string[] = [];
  for (const { formula, answer } of f.examples) {
    const fault = mismatch(answer, await sheet.evaluate(formula));
    if (fault !== undefined) faults.push(`${formula}: ${fault}`);
    shown.push(withHeader(formula), ...ownCallIn(formula));
  }
  const failures = FAILURES[f.id] ?? [];
  if (failures.length === 0) faults.push(`${f.id}: no failure is shown; add one to reference/failures.ts`);
  for (const [formula, error] of failures) {
    const fault = mismatch(error, await sheet.evaluate(formula));
    if (fault !== undefined) faults.push(`${formula}: ${fault}`);
  }
  return {
    base: f,
    japanese,
    options: f.parameters.some((p) => p.name === "options") ? await optionsOf(sheet, f) : [],
    examples: await answers(sheet, shown),
    failures: await answers(
      sheet,
      failures.map(([formula]) => formula),
    ),
  };
}

async function answers(sheet: HeadlessSheet, formulas: readonly string[]): Promise<readonly Answered[]> {
  const found: Answered[] = [];
  for (const formula of formulas) found.push({ formula, answer: await sheet.evaluate(formula) });
  return found;
}

/** Examples are stated without header rows, and shown with them. */
function withHeader(formula: string): string {
  return formula.startsWith("=DIGITRADE.")
    ? formula.replace(',"header=off")', ")").replace(";header=off", "")
    : formula;
}

/** The call of ours inside another formula, so that a reader sees what was cut out of it. */
function ownCallIn(formula: string): readonly string[] {
  const start = formula.indexOf("DIGITRADE.");
  if (start <= 1) return [];
  let depth = 0;
  let quoted = false;
  for (let i = start; i < formula.length; i++) {
    const c = formula[i];
    if (c === '"') quoted = !quoted;
    if (quoted) continue;
    if (c === "(") depth++;
    if (c === ")" && --depth === 0) return [withHeader(`=${formula.slice(start, i + 1)}`)];
  }
  throw new Error(`${formula}: a bracket is not closed`);
}

/** Takes the options of the chart that it is asked about: docs/charts.md lists them. */
const OF_A_CHART: readonly string[] = ["CAPTION"];

/** The options that a function takes, from what it answers to one that does not exist. */
async function optionsOf(sheet: HeadlessSheet, f: BaseFunction): Promise<readonly OptionKey[]> {
  if (OF_A_CHART.includes(f.id)) return [];
  const commas = ",".repeat(f.parameters.findIndex((p) => p.name === "options"));
  const answer = await sheet.evaluate(`=DIGITRADE.${f.id}(${commas}"no such option=1")`);
  const list = answer.kind === "error" ? /Options here: (.+)\.$/.exec(answer.message)?.[1] : undefined;
  const keys = (list ?? "").split(", ");
  const known = OPTION_KEYS.filter((key) => keys.includes(key));
  if (known.length !== keys.length) throw new Error(`${f.id} does not say which options it takes.`);
  return known;
}
