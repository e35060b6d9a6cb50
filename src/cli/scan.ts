import { parseArgs } from "node:util";
import { scanBook, type Inventory } from "../xlsx/refresh/scan-book";
import { UsageError, type Command } from "./command";
import { filesOf } from "./file-list";
import { counted, firstOf, valueText } from "./file-words";
import { workOn } from "./file-work";

/** `digitrade scan`: what workbooks hold of ours, and what in it asks for attention. */
export const scan: Command = async (args, io) => {
  const { values, positionals } = readArguments(args);
  const files = await filesOf(positionals);
  return workOn(files, io, { json: values.json, target: () => undefined }, async (bytes) => {
    const inventory = await scanBook(bytes);
    return {
      json: inventory,
      lines: () => scanLines(inventory),
      isWhole: inventory.errors.length === 0 && inventory.stuck.length === 0,
    };
  });
};

function readArguments(args: readonly string[]): {
  readonly values: { readonly json?: boolean };
  readonly positionals: readonly string[];
} {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: "boolean" } } });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function scanLines(inventory: Inventory): readonly string[] {
  const { formulas, series, unkept, mixed, unfinished, stuck, errors, frozen, pin, onlyExcel } = inventory;
  const head = [
    formulas.length === 0 ? "no DIGITRADE formulas" : counted(formulas.length, "formula"),
    `${counted(series.length, "series", "series")} kept`,
    ...(pin === undefined ? [] : [`pinned to ${pin}`]),
    ...(frozen === 0 ? [] : [`${counted(frozen, "formula")} frozen`]),
  ].join(", ");
  return [
    head,
    ...firstOf(
      formulas.map(({ sheet, cell, formula, value }) => `${sheet}!${cell} ${formula} → ${valueText(value)}`),
    ),
    ...firstOf(
      series.map(
        ({ id, published, retrieved, embedded, stale }) =>
          `${id}: vintage ${published ?? retrieved}, retrieved ${retrieved}${embedded ? ", built in" : ""}${stale ? ", out of date" : ""}`,
      ),
    ),
    ...(unkept.length === 0 ? [] : [`not kept in the file: ${unkept.join(", ")}`]),
    ...mixed.map(
      ({ option, choices }) =>
        `mixed ${option}: ${choices.map(({ choice, formulas: n, first }) => `${choice} in ${n} (${first})`).join(", ")}`,
    ),
    ...firstOf(
      unfinished.map(({ sheet, cell, words }) => `${sheet}!${cell} asks for an unfinished year: ${words}`),
    ),
    ...firstOf(stuck.map(({ sheet, cell }) => `${sheet}!${cell} needs digitrade repair`)),
    ...firstOf(errors.map(({ sheet, cell, error }) => `${sheet}!${cell} is ${error}`)),
    ...onlyExcel.map((what) => `only Excel works out: ${what}`),
  ];
}
