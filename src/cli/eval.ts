import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import * as engine from "@odoo/o-spreadsheet";
import { frequencyOf, readPeriod, type Day } from "../domain/period";
import { Problem } from "../domain/problem";
import { connectFigures } from "../workbench/connect";
import { directFunctions } from "../workbench/direct-functions";
import { openSheet, type HeadlessSheet, type SheetAnswer } from "../workbench/sheet/headless";
import { UsageError, type Command } from "./command";
import { FIGURES_OPTIONS, freshnessNote, openFigures, type FiguresAsked } from "./figures";
import type { GatewayHost } from "./gateway-host";

const ERROR_VALUE = 3;

/** `digitrade eval`: any formula, ours and built-in ones nested, in an empty sheet. */
export const evalWith =
  (host: GatewayHost): Command =>
  async (args, io) => {
    const { values, positionals } = readArguments(args);
    const asOf = values.asof === undefined ? undefined : readDay(values.asof);
    if ((values.file === undefined) === (positionals.length === 0))
      throw new UsageError("Give one formula, or --file with one formula a line.");
    if (positionals.length > 1)
      throw new UsageError("Give one formula; put it into quotes so that the shell leaves it whole.");
    const figures = await openFigures(values, host, io);
    const edition = connectFigures(figures, { asOf });
    const sheet = openSheet({ engine, ...directFunctions() });
    try {
      if (values.file !== undefined) return await evaluateFile(sheet, values.file, io.out);
      const answer = await sheet.evaluate(positionals[0] ?? "");
      if (values.json) io.out(`${JSON.stringify(asJson(answer))}\n`);
      else if (answer.kind === "error") io.error(`${answer.error}: ${answer.message}\n`);
      else io.out(`${asText(answer)}\n`);
      return answer.kind === "error" ? ERROR_VALUE : 0;
    } finally {
      const note = figures.isOffline ? undefined : freshnessNote(edition.entries());
      if (note !== undefined) io.error(note);
      sheet.dispose();
      await figures.close();
    }
  };

function readArguments(args: readonly string[]): {
  values: FiguresAsked & { json?: boolean; asof?: string; file?: string };
  positionals: readonly string[];
} {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...FIGURES_OPTIONS,
        json: { type: "boolean" },
        asof: { type: "string" },
        file: { type: "string" },
      },
    });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function readDay(text: string): Day {
  try {
    const p = readPeriod(text);
    if (frequencyOf(p) === "D") return p;
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
  }
  throw new UsageError(`--asof ${text} is not a day; write --asof 2024-06-21.`);
}

/** One formula a line, answers in the same order; empty lines are answered with an empty value. */
async function evaluateFile(
  sheet: HeadlessSheet,
  file: string,
  out: (text: string) => void,
): Promise<number> {
  let failed = false;
  for (const line of (await readLines(file)).values()) {
    const answer: SheetAnswer =
      line.trim() === "" ? { kind: "value", value: "", text: "" } : await sheet.evaluate(line.trim());
    failed ||= answer.kind === "error";
    out(`${JSON.stringify(asJson(answer))}\n`);
  }
  return failed ? ERROR_VALUE : 0;
}

async function readLines(file: string): Promise<readonly string[]> {
  try {
    const text = await readFile(file, "utf8");
    return text.replace(/\r?\n$/, "").split(/\r?\n/);
  } catch (thrown) {
    throw new UsageError(
      `${file} cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
  }
}

/** `{"value": …}`, `{"values": [[…], …]}` or `{"error": "#N/A", "message": "…"}`; an error inside a table is such an object too. */
function asJson(answer: SheetAnswer): unknown {
  if (answer.kind === "error") return { error: answer.error, message: answer.message };
  if (answer.kind === "value") return { value: answer.value };
  return { values: answer.values };
}

/** Plain text: columns by tab, rows by line; numbers in their format without thousands separators. */
function asText(answer: SheetAnswer): string {
  if (answer.kind === "error") return answer.error;
  if (answer.kind === "value") return plainNumber(answer.value, answer.text);
  return answer.values
    .map((row, r) =>
      row
        .map((value, c) =>
          typeof value === "object" ? value.error : plainNumber(value, answer.texts[r]?.[c] ?? ""),
        )
        .join("\t"),
    )
    .join("\n");
}

/** `1,061.50` is for people who read; a terminal gets 1061.5. Dates stay as they are shown. */
function plainNumber(value: unknown, text: string): string {
  if (typeof value !== "number" || !/^[-\d,.]+$/.test(text)) return text;
  const decimals = text.split(".")[1]?.length ?? 0;
  return String(Number(value.toFixed(decimals)));
}
