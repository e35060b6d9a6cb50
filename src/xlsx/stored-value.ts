import { cellName } from "../file/address";
import { excelSerial, isPeriod, period } from "../domain/period";
import type { CellValue } from "./cells";
import { damaged } from "./refusal";
import type { ScannedCell } from "./sheet-scan";
import { attribute } from "./xml";
import { plainText } from "./x-string";

/** What the file holds besides its sheets that their values need. */
export interface ValueWorld {
  readonly strings: readonly string[];
  readonly from1904: boolean;
}

/** The types of a cell's value, and how each is read. */
type Read = (stored: string, world: ValueWorld) => CellValue | undefined;

const READ = {
  n: (stored) => numberOf(stored),
  s: (stored, { strings }) => strings[numberOf(stored) ?? -1],
  str: (stored) => plainText(stored),
  inlineStr: (stored) => plainText(stored),
  b: (stored) => stored === "1" || stored === "true",
  e: (stored) => ({ error: stored }),
  d: (stored, { from1904 }) => serialOf(stored, from1904),
} satisfies Record<string, Read>;

const isType = (type: string): type is keyof typeof READ => Object.hasOwn(READ, type);

/** What a cell holds; a Problem ("unreadable") where its value is none of its type. */
export function storedValue(cell: ScannedCell, world: ValueWorld): CellValue {
  const type = attribute(cell.element, "t") ?? "n";
  if (cell.text !== undefined) return cell.text;
  const { value } = cell;
  // A formula that answered an empty text is not an empty cell.
  if (value === undefined || value === "")
    return type === "str" && (cell.formula || value === "") ? "" : null;
  const read = isType(type) ? READ[type](value, world) : undefined;
  if (read === undefined) throw damaged(`its cell ${cellName(cell.row, cell.column)} holds no value`);
  return read;
}

function numberOf(stored: string): number | undefined {
  const number = Number(stored);
  return Number.isFinite(number) && stored.trim() !== "" ? number : undefined;
}

const MINUTES_A_DAY = 1440;
const FROM_1904_TO_1900 = 1462;

/** The serial number of `2024-03-01`, `2024-03-01T12:30:00` or `12:30:00`; undefined for anything else. */
function serialOf(stored: string, from1904: boolean): number | undefined {
  const { day, hour, minute, second } =
    /^(?<day>\d{4}-\d\d-\d\d)?T?(?:(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d(?:\.\d+)?))?)?Z?$/.exec(
      stored,
    )?.groups ?? {};
  if ((day === undefined && hour === undefined) || (day !== undefined && !isPeriod(day))) return undefined;
  const minutes = Number(hour ?? 0) * 60 + Number(minute ?? 0) + Number(second ?? 0) / 60;
  const days = day === undefined ? 0 : excelSerial(period(day));
  return days - (from1904 && day !== undefined ? FROM_1904_TO_1900 : 0) + minutes / MINUTES_A_DAY;
}
