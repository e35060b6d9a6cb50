import { stat } from "node:fs/promises";
import * as engine from "@odoo/o-spreadsheet";
import { dayOfInstant } from "../domain/period";
import { Problem } from "../domain/problem";
import { connectFigures } from "../workbench/connect";
import type { BookPlan } from "../xlsx/new/plan";
import { UsageError, type Command } from "./command";
import { freshnessNote, openFigures } from "./figures";
import { counted } from "./file-words";
import { writeWhole } from "./file-write";
import type { GatewayHost } from "./gateway-host";
import { readNewArguments } from "./new-arguments";
import { makeBook } from "./new-book";
import type { FailedCell, OpenBook } from "./new-values";

const ERROR_VALUE = 3;
const NOT_WRITTEN = 1;

/** `digitrade new`: a workbook of charts or from a template, with live formulas and the figures that they were made of. */
export const newWith =
  (host: GatewayHost): Command =>
  async (args, io) => {
    const { plan, lang, out, force, figures: asked } = readNewArguments(args);
    await refuseOverwriting(out, force);
    const figures = await openFigures(asked, host, io);
    try {
      let open: OpenBook | undefined;
      const edition = connectFigures(figures, {
        book: { formulaAt: (address) => open?.formulaAt(address) },
      });
      const {
        bytes,
        plan: made,
        failed,
      } = await makeBook({
        engine,
        plan,
        lang,
        edition,
        created: dayOfInstant(host.now()),
        onOpen: (book) => (open = book),
      });
      await refuseOverwriting(out, force);
      await writeWhole(out, bytes);
      io.out(
        `${out}: ${words(made)}, figures of ${counted(edition.entries().length, "series", "series")}.\n`,
      );
      for (const cell of failed) io.error(failureLine(cell));
      const note = figures.isOffline ? undefined : freshnessNote(edition.entries());
      if (note !== undefined) io.error(note);
      return failed.length === 0 ? 0 : ERROR_VALUE;
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      io.error(`${thrown.message}\n`);
      return NOT_WRITTEN;
    } finally {
      await figures.close();
    }
  };

async function refuseOverwriting(file: string, force: boolean): Promise<void> {
  if (force) return;
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (isThere)
    throw new UsageError(`${file} is there already; choose another name, or add --force to replace it.`);
}

function words({ sheets }: BookPlan): string {
  const charts = sheets.reduce((n, sheet) => n + sheet.charts.length, 0);
  return `${counted(sheets.length, "sheet")}, ${counted(charts, "chart")}`;
}

const failureLine = ({ sheet, cell, error, message }: FailedCell): string =>
  `'${sheet}'!${cell}: ${error}${message === "" ? "" : `: ${message}`}\n`;
