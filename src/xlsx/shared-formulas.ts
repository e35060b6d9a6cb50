import { tokenize } from "@borgar/fx/xlsx";
import { stringifyTokens, translateTokensToA1, translateTokensToR1C1, type Token } from "@borgar/fx";
import { cellName } from "../file/address";
import type { Budget } from "./limits";
import { damaged } from "./refusal";

/** Formulas that are stored once and hold for many cells, by their number. */
export interface SharedFormulas {
  /** The formula of the cell where it is written. */
  readonly define: (group: string, text: string, row: number, column: number) => void;
  /** The formula written out for another cell; a Problem ("unreadable") where it is not defined, or the texts grow without end. */
  readonly at: (group: string, row: number, column: number) => string;
}

export function sharedFormulas(part: string, budget: Budget): SharedFormulas {
  const groups = new Map<string, Master>();
  return {
    define: (group, text, row, column) => groups.set(group, { text, cell: cellName(row, column) }),
    at: (group, row, column) => {
      const master = groups.get(group);
      if (!master) throw damaged(`a formula of its part ${part} (${cellName(row, column)}) is missing`);
      // References relative to their cell are worked out once for the whole group.
      master.relative ??= translateTokensToR1C1(
        tokenize(`=${master.text}`, { mergeRefs: false }),
        master.cell,
      );
      const text = stringifyTokens(translateTokensToA1([...master.relative], cellName(row, column))).slice(1);
      budget.spend("characters of formulas", text.length);
      return text;
    },
  };
}

interface Master {
  readonly text: string;
  readonly cell: string;
  relative?: readonly Token[];
}

/** A formula as it reads in another cell, as if it had been copied there. */
export function movedFormula(
  text: string,
  from: readonly [number, number],
  to: readonly [number, number],
): string {
  const tokens = translateTokensToR1C1(tokenize(`=${text}`, { mergeRefs: false }), cellName(...from));
  return stringifyTokens(translateTokensToA1(tokens, cellName(...to))).slice(1);
}
