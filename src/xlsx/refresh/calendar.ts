import type { StoredBook } from "../book";
import type { CellValue } from "../cells";
import type { AnswerCell } from "./calculator";

/** Days from 1 January 1904 count 1,462 fewer than in the calendar that the calculator and our functions count in. */
const DAYS_TO_1904 = 1462;

/** Between the days as a file counts them and as the calculator does. */
export interface Calendar {
  /** A saved value for the calculator; `style` tells whether it is a day. */
  readonly calculated: (value: CellValue, style: number) => CellValue;
  /** An answer for the file, in a cell of some style. */
  readonly stored: (answer: AnswerCell, style: number) => CellValue;
}

const SAME: Calendar = { calculated: (value) => value, stored: ({ value }) => value };

export function calendarOf({ from1904, formats }: StoredBook): Calendar {
  if (!from1904) return SAME;
  const isDay = formats.map(isDayFormat);
  return {
    calculated: (value, style) => (typeof value === "number" && isDay[style] ? value + DAYS_TO_1904 : value),
    stored: ({ value, isDate }, style) =>
      typeof value === "number" && (isDate || isDay[style]) ? value - DAYS_TO_1904 : value,
  };
}

/** Whether numbers of this format are shown as days; hours alone are none. */
function isDayFormat(format: string): boolean {
  const [positive = ""] = format
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .split(";");
  return !/^general$/i.test(positive) && /[yd]/i.test(positive);
}
