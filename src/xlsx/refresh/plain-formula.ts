import { quotedSheet, readArea, splitAddress, type Area } from "../../file/address";
import { tokensOf, type Token } from "../../file/formula-tokens";
import { constantCall } from "./constant-call";
import type { Words } from "./names";
import { storedCell } from "../stored-area";
import type { Place } from "../table-references";
import { withoutLet } from "./without-let";

/** Cells that a formula reads. */
export interface Precedent {
  /** The place of their sheet among the book's. */
  readonly sheet: number;
  readonly area: Area;
}

/** A formula taken apart: with nothing in it but functions, constants and cells. */
export interface PlainFormula {
  /** With `=`: names and tables' columns are written out, our functions as they are typed. */
  readonly text: string;
  readonly precedents: readonly Precedent[];
  /** Whether it calls a function of ours, also through a name. */
  readonly isOurs: boolean;
  readonly isVolatile: boolean;
  /** Why only Excel can work it out. */
  readonly onlyExcel: string | undefined;
  /** It may read other cells than can be seen in it. */
  readonly isBlind: boolean;
}

const VOLATILE = ["NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY"];
/** What they read depends on what they work out. */
const BLIND = ["INDIRECT", "OFFSET"];
/** Answered from more than the cells' values: the formulas themselves, formats, pivot tables, other programs. */
const BEYOND_VALUES = ["CELL", "INFO", "FORMULATEXT", "ISFORMULA", "GETPIVOTDATA", "SHEET", "SHEETS", "RTD"];
/** What the calculator calls the cells that the formula in one cell fills: `A1#`. */
export const SPILLED = "XLSX.SPILLED";
const MOST_DEEP = 20;

interface Reading {
  readonly words: Words;
  /** The name of a function of ours, in whatever form it is called; undefined for all others. */
  readonly ours: (name: string) => string | undefined;
  readonly knows: (functionName: string) => boolean;
  readonly namespace: string;
}

/** Reads a formula as the file stores it, of a cell on one of the sheets. */
export function plainFormula(
  stored: string,
  at: { readonly sheet: number; readonly here: Place },
  { words, ours: oursCalled, knows, namespace }: Reading,
): PlainFormula {
  const constant = constantCall(stored, namespace, knows);
  if (constant !== undefined)
    return {
      text: constant,
      precedents: [],
      isOurs: true,
      isVolatile: false,
      isBlind: false,
      onlyExcel: undefined,
    };
  const precedents: Precedent[] = [];
  let isOurs = false;
  let isVolatile = false;
  let isBlind = false;
  let onlyExcel: string | undefined;
  const cannot = (why: string): string => {
    onlyExcel ??= why;
    return "";
  };

  /** As it is stored where it cannot be written out: what it reads is of interest even so. */
  const letless = (formula: string): string => {
    const written = withoutLet(formula);
    if ("formula" in written) return written.formula;
    cannot(written.onlyExcel);
    return formula;
  };

  const reference = (text: string, home: string): string => {
    const here = home === at.here.sheet ? storedCell(text) : undefined;
    if (here) {
      precedents.push({ sheet: at.sheet, area: { row: here.row, column: here.column, rows: 1, columns: 1 } });
      return text;
    }
    const { sheet: named, cells } = splitAddress(text);
    if (/^'?[^!]*\[/.test(text)) return cannot("a cell of another workbook");
    const sheet = words.sheet(named === "" ? home : named);
    if (sheet === undefined) return cannot(`the sheet ${named}`);
    const area = areaOf(cells.replace(/#$/, ""));
    if (!area) {
      isBlind = true;
      return cannot(text);
    }
    precedents.push({ sheet, area });
    return named === "" && sheet !== at.sheet ? `${quotedSheet(home)}!${cells}` : text.replaceAll("$", "");
  };

  const name = (text: string, home: string, passed: readonly string[]): string => {
    const upper = text.toUpperCase();
    if (upper === "TRUE" || upper === "FALSE") return upper;
    if (text.includes("[")) {
      if (/^\[?\d+\]/.test(text)) return cannot("a name of another workbook");
      const cells = words.table(text, at.here);
      if (cells === undefined) isBlind = true;
      return cells === undefined ? cannot(`the columns ${text}`) : reference(cells, home);
    }
    const formula = words.name(text, home);
    const table = formula === undefined ? words.table(text, at.here) : undefined;
    if (table !== undefined) return reference(table, home);
    if (formula === undefined) return cannot(`the name ${text}`);
    const inner =
      passed.length < MOST_DEEP && !passed.includes(upper) ? tokensOf(letless(formula)) : undefined;
    // What such a name means depends on where it is used.
    if (!inner || inner.some((token) => token.kind === "reference" && isRelative(token.text))) {
      isBlind = true;
      return cannot(`the name ${text}`);
    }
    const written = write(inner, home, [...passed, upper]);
    return inner.length === 1 ? written : `(${written})`;
  };

  const call = (text: string): string => {
    const bare = text.replace(/^.*!/s, "").replace(/^_xlfn\.(?:_xlws\.)?/i, "");
    // Others are looked at no closer.
    const ours = /DIGITRADE/i.test(bare) ? oursCalled(bare) : undefined;
    if (ours !== undefined) {
      isOurs = true;
      const written = `${namespace}.${ours}`;
      return knows(written) ? written : cannot(`the function ${written}`);
    }
    const upper = bare.toUpperCase();
    isVolatile ||= VOLATILE.includes(upper);
    isBlind ||= BLIND.includes(upper);
    if (BLIND.includes(upper) || BEYOND_VALUES.includes(upper) || !knows(upper))
      return cannot(`the function ${upper}`);
    return upper;
  };

  const write = (tokens: readonly Token[], home: string, passed: readonly string[]): string => {
    let text = "";
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token) continue;
      switch (token.kind) {
        case "reference":
          text += reference(token.text, home);
          break;
        case "name":
          text += name(token.text, home, passed);
          break;
        case "function":
          if (/^(?:_xlfn\.)?ANCHORARRAY$/i.test(token.text)) {
            const inner = tokens[i + 2];
            if (inner?.kind !== "reference" || tokens[i + 3]?.text !== ")") return cannot("a spilled range");
            text += `${SPILLED}(${reference(inner.text, home)})`;
            i += 3;
          } else text += call(token.text);
          break;
        case "sign":
          if (token.text === "@" || token.text === "[" || token.text === "!") cannot(token.text);
          text += token.text;
          break;
        case "number":
        case "text":
        case "error":
          text += token.text;
      }
      // A blank between two references is an operator of its own.
      if (token.kind === "reference" && tokens[i + 1]?.kind === "reference") cannot("cells in common");
    }
    return text;
  };

  const tokens = tokensOf(letless(stored));
  const text = tokens ? write(tokens, at.here.sheet, []) : cannot("its spelling");
  if (!tokens) isBlind = true;
  return {
    text: `=${text}`,
    precedents,
    isOurs,
    isVolatile,
    isBlind,
    onlyExcel,
  };
}

function isRelative(reference: string): boolean {
  const cells = reference.slice(reference.lastIndexOf("!") + 1).replace(/#$/, "");
  return cells.split(":").some((part) => !/^\$[A-Z]+\$\d+$|^\$[A-Z]+$|^\$\d+$/i.test(part));
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** The rectangle of `B3`, `B3:D7`, `B:D` or `3:7`. */
function areaOf(cells: string): Area | undefined {
  const one = storedCell(cells);
  if (one) return { row: one.row, column: one.column, rows: 1, columns: 1 };
  const rows = /^(\d+):(\d+)$/.exec(cells);
  if (rows) {
    const [top, bottom] = [Number(rows[1]), Number(rows[2])].sort((a, b) => a - b);
    return { row: (top ?? 1) - 1, rows: (bottom ?? 1) - (top ?? 1) + 1, column: 0, columns: LAST_COLUMN };
  }
  const columns = /^([A-Z]+):([A-Z]+)$/i.exec(cells);
  try {
    if (columns) return { ...readArea(`${columns[1]}1:${columns[2]}1`), rows: LAST_ROW };
    return readArea(cells);
  } catch {
    return undefined;
  }
}
