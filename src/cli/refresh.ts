import { few } from "../load/few";
import { memory } from "../load/memory";
import { freezeBook } from "../xlsx/refresh/freeze-book";
import { refreshBook } from "../xlsx/refresh/refresh-book";
import type { Command } from "./command";
import { freshnessNote, openFigures } from "./figures";
import { readFiguresArguments } from "./file-arguments";
import { refreshHost } from "./file-host";
import { filesOf } from "./file-list";
import { targetOf } from "./file-target";
import { freezeLines } from "./file-frozen-words";
import { refreshLines } from "./file-words";
import { workOn } from "./file-work";
import type { GatewayHost } from "./gateway-host";

/** Series that are looked for at the same time. */
const AT_A_TIME = 8;

/** `digitrade refresh`: newer figures in workbooks, and everything that depends on them, without Excel. */
export const refreshWith =
  (host: GatewayHost): Command =>
  async (args, io) => {
    const { values, positionals } = readFiguresArguments(args, {
      unpin: { type: "boolean" },
      freeze: { type: "boolean" },
    });
    const files = await filesOf(positionals);
    const target = await targetOf(values, files);
    const figures = await openFigures(values, host, io);
    try {
      // Files of one run have the same figures, and each series is asked for once.
      const refreshing = refreshHost(host, { ...figures, load: memory(few(figures.load, AT_A_TIME)) });
      return await workOn(files, io, { json: values.json, target }, async (bytes) => {
        const { bytes: made, report } = await refreshBook(bytes, refreshing, {
          take: "newer",
          unpin: values.unpin === true,
          formulas: "all",
        });
        const note = figures.isOffline ? undefined : freshnessNote(report.series)?.trimEnd();
        const lines = (): readonly string[] => [
          ...refreshLines(report),
          ...(note === undefined ? [] : [note]),
        ];
        const refreshed = {
          bytes: made,
          isChanged: report.isChanged,
          json: report,
          lines,
          isWhole: isWhole(report, figures.isOffline),
        };
        if (!values.freeze) return refreshed;
        const frozen = await freezeBook(made, refreshing);
        return {
          bytes: frozen.bytes,
          isChanged: report.isChanged || frozen.report.frozen.length > 0,
          json: { ...report, ...frozen.report },
          lines: () => [...lines(), ...freezeLines(frozen.report)],
          isWhole: refreshed.isWhole && frozen.report.left.length === 0,
        };
      });
    } finally {
      await figures.close();
    }
  };

/**
 * Offline nobody is asked, so that nothing that was not looked for is amiss. An error that stood there before, such as a
 * chart's year without figures, is told but wakes nobody.
 */
const isWhole = (
  { kept, errors, series }: Awaited<ReturnType<typeof refreshBook>>["report"],
  isOffline: boolean,
): boolean =>
  kept.length === 0 &&
  errors.every(({ isNew }) => !isNew) &&
  (isOffline || series.every(({ outcome }) => outcome !== "failed"));
