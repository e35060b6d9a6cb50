import * as engine from "@odoo/o-spreadsheet";
import { dayOfInstant } from "../domain/period";
import { memory } from "../load/memory";
import { chartFile, type ChartReport } from "./chart-file";
import { readChartArguments } from "./chart-arguments";
import type { Command } from "./command";
import { freshnessNote, openFigures } from "./figures";
import { filesOf } from "./file-list";
import { targetOf } from "./file-target";
import { counted } from "./file-words";
import { workOn } from "./file-work";
import type { GatewayHost } from "./gateway-host";

/** `digitrade chart`: prebuilt charts into workbooks that are there, with live formulas, without Excel. */
export const chartWith =
  (host: GatewayHost): Command =>
  async (args, io) => {
    const { charts, spot, json, ...asked } = readChartArguments(args);
    const files = await filesOf(asked.files);
    const target = await targetOf(asked.target, files);
    const figures = await openFigures(asked.figures, host, io);
    try {
      // Files of one run have the same figures, and each series is asked for once.
      const charting = {
        engine,
        figures: { ...figures, load: memory(figures.load) },
        today: dayOfInstant(host.now()),
      };
      return await workOn(files, io, { json, target }, async (bytes) => {
        const { bytes: made, isChanged, report } = await chartFile(bytes, { charts, spot }, charting);
        const note = figures.isOffline ? undefined : freshnessNote(report.series)?.trimEnd();
        return {
          ...{ bytes: made, isChanged, json: report, isWhole: report.failed.length === 0 },
          lines: () => [...chartLines(report), ...(note === undefined ? [] : [note])],
        };
      });
    } finally {
      await figures.close();
    }
  };

/** What became of a file, in lines for a terminal. */
function chartLines({ charts, failed, series }: ChartReport): readonly string[] {
  return [
    `${counted(charts.length, "chart")}, figures of ${counted(series.length, "series", "series")}`,
    ...charts.map(
      ({ sheet, cells, isUpdate, title }) =>
        `'${sheet}'!${cells}: ${title}${isUpdate ? " (was there, brought up to date)" : ""}`,
    ),
    ...failed.map(({ sheet, cell, error, message }) => `'${sheet}'!${cell} is ${error}: ${message}`),
  ];
}
