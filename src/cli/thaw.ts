import { thawBook } from "../xlsx/refresh/thaw-book";
import type { Command } from "./command";
import { readFileArguments } from "./file-arguments";
import { thawLines } from "./file-frozen-words";
import { filesOf } from "./file-list";
import { targetOf } from "./file-target";
import { workOn } from "./file-work";

/** `digitrade thaw`: the frozen formulas back, where their values still stand. */
export const thaw: Command = async (args, io) => {
  const { values, positionals } = readFileArguments(args);
  const files = await filesOf(positionals);
  const target = await targetOf(values, files);
  return workOn(files, io, { json: values.json, target }, async (given) => {
    const { bytes, report } = await thawBook(given);
    return {
      bytes,
      isChanged: bytes !== given,
      json: report,
      lines: () => thawLines(report),
      isWhole: report.left.length === 0,
    };
  });
};
