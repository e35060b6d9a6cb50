import { evaluate } from "../../answer/evaluate";
import type { CheckedPair } from "../../answer/headline-check";
import { findMatches } from "../../answer/matches";
import type { Shelf } from "../../answer/shelf";
import { Problem } from "../../domain/problem";
import type { CellBlock, CellContent, CellNames } from "../../workbook/cell-block";
import type { Speech } from "../words/speech";
import { linesOf, otherCurrency, type NamedLine } from "./cell-lines";

const LABEL_WIDTH = 240;
const VALUE_WIDTH = 130;

type Line = readonly [label: string, content: CellContent];
/** The checks of a text as a table of labels and live formulas, one under another with an empty row between. */
export function cellsOf(checked: readonly CheckedPair[], namespace: string, speech: Speech): CellBlock {
  const parts = checked.map((one) => ({
    title: titleOf(one, speech),
    lines: linesOf(one, namespace, speech),
  }));
  const starts: number[] = [];
  let rows = 0;
  for (const { lines } of parts) {
    starts.push(rows);
    rows += lines.length + 2;
  }
  return {
    rows: rows - 1,
    columns: 2,
    titles: starts,
    widths: [LABEL_WIDTH, VALUE_WIDTH],
    contents: (names) =>
      parts.flatMap(({ title, lines }, i) => [
        ...(i === 0 ? [] : [[EMPTY, EMPTY]]),
        [{ text: title }, EMPTY],
        ...placed(lines, starts[i] ?? 0, names).map(([label, content]) => [{ text: label }, content]),
      ]),
  };
}

const EMPTY: CellContent = { text: "" };

function placed(lines: readonly NamedLine[], start: number, names: CellNames): readonly Line[] {
  const at = (line: string): string => names(start + 1 + lines.findIndex(([name]) => name === line), 1);
  return lines.map(([, label, make]) => [label, make(at)]);
}

function titleOf({ pair: { first, second } }: CheckedPair, { say }: Speech): string {
  return say("cellsTitle", { text: `${first.text} = ${second.text}` });
}

/** Reads the figures that the cells will ask for, so that the workbook has them when they do; nothing else of the check. */
export function readForCells(shelf: Shelf, checked: readonly CheckedPair[]): void {
  for (const one of checked) {
    findMatches(shelf, one.implied, one.period, {});
    const [found] = one.found;
    if (!found) continue;
    try {
      const fx = otherCurrency(one, found);
      evaluate(shelf, found.entry, found.period, { approx: "allow", fx });
    } catch (thrown) {
      // What there is none of, the cell says itself; Absent goes on to whoever loads.
      if (!(thrown instanceof Problem)) throw thrown;
    }
  }
}
