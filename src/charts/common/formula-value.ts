import type { Formula, Test } from "./formula";
import { numberAt, valueAt, valuesIn, type CellValue, type Grid } from "./grid";

/** What a computed cell comes to over the values of its block: the same as its formula in a sheet. */
export function formulaValue(formula: Formula, grid: Grid): CellValue {
  const work = (part: Formula): CellValue => formulaValue(part, grid);
  switch (formula.is) {
    case "number":
      return formula.value;
    case "text":
      return formula.text;
    case "cell":
      return valueAt(grid, formula.at);
    case "missing":
      return null;
    case "sum":
      return sumOf(formula.sign, work(formula.left), work(formula.right));
    case "least":
      return extreme(formula.of.map(work), Math.min);
    case "greatest":
      return extreme(formula.of.map(work), Math.max);
    case "if":
      return ifOf(testOf(formula.test, grid), formula.then, formula.otherwise, grid);
    case "joined": {
      const parts = formula.parts.map(work);
      return parts.includes(null) ? null : parts.join("");
    }
    case "order":
      return orderOf(valuesIn(grid, formula.strip), formula.index);
    case "ranked":
      return rankedOf(formula, grid);
    case "translated": {
      const found = valueAt(grid, formula.at);
      return found === null ? null : (formula.words.find(([from]) => from === found)?.[1] ?? String(found));
    }
  }
}

const ifOf = (test: boolean | null, then: Formula, otherwise: Formula, grid: Grid): CellValue =>
  test === null ? null : formulaValue(test ? then : otherwise, grid);

function sumOf(sign: "+" | "-" | "*" | "/" | "^", left: CellValue, right: CellValue): number | null {
  if (typeof left !== "number" || typeof right !== "number") return null;
  const result = {
    "+": left + right,
    "-": left - right,
    "*": left * right,
    "/": left / right,
    "^": left ** right,
  }[sign];
  return Number.isFinite(result) ? result : null;
}

function extreme(values: readonly CellValue[], pick: (...n: number[]) => number): number | null {
  const numbers = values.filter((v) => typeof v === "number");
  return numbers.length === values.length ? pick(...numbers) : null;
}

/** Whether a test holds; `null` where something that it compares is missing. */
function testOf(test: Test, grid: Grid): boolean | null {
  switch (test.is) {
    case "given":
      return test.cells.every((place) => numberAt(grid, place) !== null);
    case "compared":
      return comparison(formulaValue(test.left, grid), test.how, formulaValue(test.right, grid));
    case "mentions":
      return String(valueAt(grid, test.at) ?? "")
        .toLowerCase()
        .includes(test.word.toLowerCase());
  }
}

function comparison(left: CellValue, how: ">" | ">=" | "=", right: CellValue): boolean | null {
  if (left === null || right === null) return null;
  if (how === "=") return left === right;
  return how === ">" ? left > right : left >= right;
}

function orderOf(values: readonly CellValue[], index: number): number | null {
  const own = values[index];
  if (typeof own !== "number") return null;
  let place = 1;
  for (const [i, other] of values.entries()) {
    if (i === index) continue;
    if (typeof other !== "number") return null;
    if (i < index ? other >= own : other > own) place++;
  }
  return place;
}

function rankedOf({ what, of, order, rank }: Extract<Formula, { is: "ranked" }>, grid: Grid): CellValue {
  const at = valuesIn(grid, order).indexOf(rank);
  const found = at < 0 ? null : valueAt(grid, { row: of.row + at, column: of.column });
  if (what === "number") return typeof found === "number" ? found : null;
  return found === null ? null : String(found);
}
