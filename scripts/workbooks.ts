/**
 * Writes the ready-made workbooks of assets/workbooks: `npx tsx scripts/workbooks.ts`. With `--look FOLDER`, the same with
 * values in place of formulas, to be looked at in an office that has none of our functions.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as engine from "@odoo/o-spreadsheet";
import { makeBook } from "../src/cli/new-book";
import type { OpenBook } from "../src/cli/new-values";
import type { Language } from "../src/charts/common/language";
import { period, type Day } from "../src/domain/period";
import { sheetWriter } from "../src/functions/bridge/failure";
import { PRODUCT } from "../src/functions/bridge/product";
import { connect } from "../src/functions/bridge/runtime";
import { createEdition } from "../src/load/edition";
import { embeddedFigures } from "../src/workbench/connect";
import { templateBook } from "../src/xlsx/new/template-book";
import { TEMPLATES } from "../src/xlsx/new/templates/index";
import type { Template } from "../src/xlsx/new/templates/template";

/** When the embedded figures were gathered: the same workbooks come out on any day. */
const DAY: Day = period("2026-11-23");

/** A template's workbook over the embedded figures. */
export async function readyMade(
  template: Template,
  { lang = "en", frozen = false }: { readonly lang?: Language; readonly frozen?: boolean } = {},
): Promise<Uint8Array> {
  const edition = createEdition(embeddedFigures());
  let open: OpenBook | undefined;
  connect({
    figures: edition,
    writer: sheetWriter,
    today: () => DAY,
    book: { formulaAt: (address) => open?.formulaAt(address) },
    origin: "offline, embedded figures",
    product: PRODUCT,
  });
  const plan = templateBook(template, lang);
  const onOpen = (book: OpenBook): void => void (open = book);
  const { bytes, failed } = await makeBook({ engine, plan, lang, edition, created: DAY, onOpen, frozen });
  if (failed.length > 0)
    throw new Error(failed.map(({ sheet, cell, message }) => `'${sheet}'!${cell}: ${message}`).join("\n"));
  return bytes;
}

async function main(): Promise<void> {
  const look = process.argv.indexOf("--look");
  const folder = look < 0 ? join("assets", "workbooks") : (process.argv[look + 1] ?? ".");
  const lang = process.argv.includes("--ja") ? "ja" : "en";
  await mkdir(folder, { recursive: true });
  for (const template of TEMPLATES) {
    const file = join(folder, `${template.id}.xlsx`);
    await writeFile(file, await readyMade(template, { lang, frozen: look >= 0 }));
    console.log(file);
  }
}

if (process.argv[1]?.endsWith("workbooks.ts"))
  main().catch((problem: unknown) => {
    console.error(problem instanceof Error ? problem.message : problem);
    process.exitCode = 1;
  });
