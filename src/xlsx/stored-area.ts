import { readArea, type Area } from "../file/address";
import { damaged } from "./refusal";

/** The rectangle of a reference in a part; a Problem ("unreadable") where it is none. */
export function storedArea(ref: string, part: string): Area {
  const one = storedCell(ref);
  if (one) return { row: one.row, column: one.column, rows: 1, columns: 1 };
  try {
    return readArea(ref);
  } catch (cause) {
    throw damaged(`its part ${part} names the cells ${JSON.stringify(ref.slice(0, 50))}`, cause);
  }
}

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Row and column of `B3`, from 0; undefined where it is no cell. Read by hand: there is one for each cell of a file. */
export function storedCell(ref: string): { readonly row: number; readonly column: number } | undefined {
  let column = 0;
  let at = 0;
  for (; at < ref.length && at < 4; at++) {
    const code = ref.charCodeAt(at) & ~0x20;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  let row = 0;
  const digits = at;
  for (; at < ref.length; at++) {
    const digit = ref.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9 || row > MOST_ROWS) return undefined;
    row = row * 10 + digit;
  }
  if (digits === 0 || at === digits || column > MOST_COLUMNS || row < 1 || row > MOST_ROWS) return undefined;
  return { row: row - 1, column: column - 1 };
}
