import type { Argument, Call } from "./call";
import type { Formula, Place, Strip, Test } from "./formula";

/** Where a block stands on a sheet and what our functions are called there. */
export interface Setting {
  readonly namespace: string;
  /** Row and column of the block's top left cell, from 0. */
  readonly origin: Place;
}

/** The letters of a column: 0 is A, 26 is AA. */
function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** `B3`, of a cell of the block. */
function cellName({ row, column }: Place, { origin }: Pick<Setting, "origin">): string {
  return `${columnLetters(origin.column + column)}${origin.row + row + 1}`;
}

/** `B3:B12`. */
function stripName({ row, column, rows }: Strip, setting: Pick<Setting, "origin">): string {
  const last = { row: row + rows - 1, column };
  return `${cellName({ row, column }, setting)}:${cellName(last, setting)}`;
}

const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;
const list = (words: readonly string[]): string => `{${words.map(quoted).join(";")}}`;

/** A call as a person would type it, in Excel's English form; arguments left out at the end are not written. */
export function callText({ name, args }: Call, setting: Setting): string {
  const written = args.map((argument) => argumentText(argument, setting));
  const last = written.findLastIndex((argument) => argument !== "");
  return `${setting.namespace}.${name}(${written.slice(0, last + 1).join(",")})`;
}

function argumentText(argument: Argument, setting: Setting): string {
  if (argument === null) return "";
  if (typeof argument === "number") return String(argument);
  if (typeof argument === "string") return quoted(argument);
  if (isPlace(argument)) return cellName(argument, setting);
  const text = argument.join(",");
  return text.length <= LONGEST_TEXT ? quoted(text) : list(argument);
}

/** Excel takes no longer text inside a formula. */
const LONGEST_TEXT = 255;

const isPlace = (argument: Place | readonly string[]): argument is Place => !Array.isArray(argument);

/** A computed cell in Excel's English form, without the `=`. */
export function formulaText(formula: Formula, setting: Setting): string {
  const write = (part: Formula): string => formulaText(part, setting);
  const at = (place: Place): string => cellName(place, setting);
  switch (formula.is) {
    case "number":
      return String(formula.value).toUpperCase();
    case "text":
      return quoted(formula.text);
    case "cell":
      return at(formula.at);
    case "missing":
      return "NA()";
    case "sum":
      return `(${write(formula.left)}${formula.sign}${write(formula.right)})`;
    case "least":
      return `MIN(${formula.of.map(write).join(",")})`;
    case "greatest":
      return `MAX(${formula.of.map(write).join(",")})`;
    case "if":
      return `IF(${testText(formula.test, setting)},${write(formula.then)},${write(formula.otherwise)})`;
    case "joined":
      return `(${formula.parts.map(write).join("&")})`;
    case "order":
      return orderText(formula.strip, formula.index, setting);
    case "ranked": {
      const ranks = stripName(formula.order, setting);
      const found = `INDEX(${stripName(formula.of, setting)},MATCH(${formula.rank},${ranks},0))`;
      return formula.what === "text" ? `(${found}&"")` : `IF(ISNUMBER(${found}),${found},NA())`;
    }
    case "translated": {
      const [from, to] = [formula.words.map(([word]) => word), formula.words.map(([, word]) => word)];
      return `IFERROR(INDEX(${list(to)},MATCH(${at(formula.at)},${list(from)},0)),${at(formula.at)}&"")`;
    }
  }
}

/** Comparisons one by one: exact for every double, where COUNTIF and RANK would compare rounded texts or stop at errors. */
function orderText(strip: Strip, index: number, setting: Setting): string {
  const names = cellsOf(strip).map((place) => cellName(place, setting));
  const own = names[index] ?? "";
  const others = names.flatMap((name, i) =>
    i === index ? [] : [`(${name}${i < index ? ">=" : ">"}${own})`],
  );
  return ["1", ...others].join("+");
}

const cellsOf = ({ row, column, rows }: Strip): readonly Place[] =>
  Array.from({ length: rows }, (_, i) => ({ row: row + i, column }));

function testText(test: Test, setting: Setting): string {
  switch (test.is) {
    case "given":
      return `COUNT(${test.cells.map((place) => cellName(place, setting)).join(",")})=${test.cells.length}`;
    case "compared":
      return `${formulaText(test.left, setting)}${test.how}${formulaText(test.right, setting)}`;
    case "mentions":
      return `ISNUMBER(SEARCH(${quoted(test.word)},${cellName(test.at, setting)}))`;
  }
}
