import { memory } from "../load/memory";
import { refreshBook } from "../xlsx/refresh/refresh-book";
import type { Command } from "./command";
import { openFigures } from "./figures";
import { readFiguresArguments } from "./file-arguments";
import { refreshHost } from "./file-host";
import { filesOf } from "./file-list";
import { targetOf } from "./file-target";
import { workOn } from "./file-work";
import { refreshLines } from "./file-words";
import type { GatewayHost } from "./gateway-host";

/** `digitrade repair`: formulas of ours that Excel shows as `#NAME?`, written anew and worked out with the figures in use. */
export const repairWith =
  (host: GatewayHost): Command =>
  async (args, io) => {
    const { values, positionals } = readFiguresArguments(args);
    const files = await filesOf(positionals);
    const target = await targetOf(values, files);
    const figures = await openFigures(values, host, io);
    try {
      const refreshing = refreshHost(host, { ...figures, load: memory(figures.load) });
      return await workOn(files, io, { json: values.json, target }, async (given) => {
        const { bytes, report } = await refreshBook(given, refreshing, {
          take: "kept",
          unpin: false,
          formulas: "stuck",
        });
        return {
          bytes,
          isChanged: report.isChanged,
          json: report,
          lines: () => refreshLines(report),
          isWhole: report.kept.length === 0 && report.errors.length === 0,
        };
      });
    } finally {
      await figures.close();
    }
  };
