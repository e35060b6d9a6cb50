import { embeddedFigures } from "../workbench/connect";
import { freezeBook } from "../xlsx/refresh/freeze-book";
import type { Command } from "./command";
import { readFileArguments } from "./file-arguments";
import { freezeLines } from "./file-frozen-words";
import { refreshHost } from "./file-host";
import { filesOf } from "./file-list";
import { targetOf } from "./file-target";
import { workOn } from "./file-work";
import type { GatewayHost } from "./gateway-host";

/** `digitrade freeze`: values in place of our formulas, for readers without DigiTrade; `thaw` brings the formulas back. */
export const freezeWith =
  (host: Pick<GatewayHost, "now">): Command =>
  async (args, io) => {
    const { values, positionals } = readFileArguments(args);
    const files = await filesOf(positionals);
    const target = await targetOf(values, files);
    // Which values are days, the functions tell; the figures that the file keeps are enough for that.
    const figures = { load: embeddedFigures(), origin: "offline, embedded figures" };
    const freezing = refreshHost(host, figures);
    return workOn(files, io, { json: values.json, target }, async (given) => {
      const { bytes, report } = await freezeBook(given, freezing);
      return {
        bytes,
        isChanged: report.frozen.length > 0,
        json: report,
        lines: () => freezeLines(report),
        isWhole: report.left.length === 0,
      };
    });
  };
