import { areaName, type Area } from "../../file/address";
import { readExpression, partsOf, type Expression } from "../formula/expression";
import type { Value } from "../formula/value";
import { nameFinder, type DefinedName } from "../names";
import { inExcel } from "../office-problem";
import type { Scan } from "../scan";

/** A cell that formulas refer to, as it is now. */
export interface KnownCell {
  readonly value: Value;
  /** Where it holds one. */
  readonly formula?: string;
}

/** Cells by sheet, row and column; undefined for one that was not read. */
export type BookCells = (sheet: string, row: number, column: number) => KnownCell | undefined;

interface Place {
  readonly sheet: string;
  readonly area: Area;
}

/** A formula that takes more is left to Excel. */
const LARGEST_AREA = 2_000;
const MOST_CELLS = 60_000;
/** Formulas behind formulas behind formulas; Excel's own chains are longer, and then their values stand. */
const MOST_ROUNDS = 8;
const BATCH_CELLS = 10_000;

/** Reads the cells that our formulas refer to, and those behind them: so that they can be worked out beforehand. */
export async function readCellsBehind(
  { anchors, names, sheets }: Scan,
  signal?: AbortSignal,
): Promise<BookCells> {
  const known = new Map<string, KnownCell>();
  const spelled = new Map(sheets.map(({ name }) => [name.toUpperCase(), name]));
  const nameOf = nameFinder(names);
  let formulas = anchors.map(({ formula, sheet }) => ({ formula, sheet }));
  let left = MOST_CELLS;
  for (let round = 0; round < MOST_ROUNDS && formulas.length > 0 && !signal?.aborted; round++) {
    const places = [
      ...new Map(
        formulas
          .flatMap(({ formula, sheet }) => placesIn(formula, sheet, nameOf))
          .flatMap(({ sheet, area }) => {
            const name = spelled.get(sheet.toUpperCase());
            return name === undefined ? [] : [{ sheet: name, area }];
          })
          .filter(({ sheet, area }) => !isKnown(known, sheet, area))
          .map((place) => [`${place.sheet}!${areaName(place.area)}`, place]),
      ).values(),
    ].filter(({ area }) => (left -= area.rows * area.columns) >= 0);
    formulas = [];
    for (const batch of batches(places)) {
      for (const [key, cell] of await inExcel((context) => read(context, batch), {
        delayForCellEdit: true,
      })) {
        if (known.has(key)) continue;
        known.set(key, cell);
        if (cell.formula !== undefined) formulas.push({ formula: cell.formula, sheet: sheetOf(key) });
      }
    }
  }
  return (sheet, row, column) => known.get(keyOf(sheet, row, column));
}

const keyOf = (sheet: string, row: number, column: number): string =>
  `${row},${column},${sheet.toUpperCase()}`;
const sheetOf = (key: string): string => key.split(",").slice(2).join(",");

function isKnown(known: ReadonlyMap<string, KnownCell>, sheet: string, area: Area): boolean {
  for (let r = 0; r < area.rows; r++)
    for (let c = 0; c < area.columns; c++)
      if (!known.has(keyOf(sheet, area.row + r, area.column + c))) return false;
  return true;
}

function placesIn(
  formula: string,
  sheet: string,
  nameOf: (word: string, sheet: string) => DefinedName | undefined,
  passed: readonly string[] = [],
): readonly Place[] {
  const expression = readExpression(formula);
  if (!expression) return [];
  return partsOf(expression).flatMap((part: Expression): readonly Place[] => {
    if (part.kind === "name" && !passed.includes(part.name)) {
      const found = nameOf(part.name, sheet);
      return found ? placesIn(found.formula, found.sheet ?? sheet, nameOf, [...passed, part.name]) : [];
    }
    if (part.kind !== "reference") return [];
    const { area, sheet: named = sheet } = part.reference;
    return area.rows * area.columns > LARGEST_AREA ? [] : [{ sheet: named, area }];
  });
}

function batches(places: readonly Place[]): readonly (readonly Place[])[] {
  const made: Place[][] = [];
  let room = 0;
  for (const place of places) {
    // A range by itself costs as much as some dozens of cells.
    const cost = place.area.rows * place.area.columns + 20;
    if (cost > room || made.length === 0) {
      made.push([]);
      room = BATCH_CELLS;
    }
    made.at(-1)?.push(place);
    room -= cost;
  }
  return made;
}

async function read(
  context: Excel.RequestContext,
  places: readonly Place[],
): Promise<readonly (readonly [string, KnownCell])[]> {
  const ranges = places.map(({ sheet, area }) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(areaName(area));
    range.load("formulas,values,valueTypes");
    return range;
  });
  await context.sync();
  return places.flatMap(({ sheet, area }, i) => {
    const range = ranges[i];
    if (!range) return [];
    const { formulas, values, valueTypes } = range as unknown as Readonly<
      Record<"formulas" | "values" | "valueTypes", readonly (readonly unknown[])[]>
    >;
    return values.flatMap((line, r) =>
      line.map((value, c): readonly [string, KnownCell] => {
        const formula = formulas[r]?.[c];
        const isFormula = typeof formula === "string" && formula.startsWith("=");
        return [
          keyOf(sheet, area.row + r, area.column + c),
          { value: cellValue(value, valueTypes[r]?.[c]), ...(isFormula && { formula }) },
        ];
      }),
    );
  });
}

/** A value of `Range.values` by its type of `Range.valueTypes`. */
export function cellValue(value: unknown, type: unknown): Value {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string" || type === "Empty") return null;
  return type === "Error" ? { type: "Error", basicValue: value } : value;
}
