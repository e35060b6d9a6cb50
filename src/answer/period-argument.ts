import {
  dayFromExcelSerial,
  enclosing,
  firstDay,
  frequencyOf,
  isFiner,
  lastDay,
  readPeriod,
  shift,
  type Day,
  type Frequency,
  type Period,
} from "../domain/period";
import { badInput } from "../domain/problem";

/** A period as a cell gives it: omitted, `latest`, a period, or (for a start) so many years, quarters or months back. */
export type PeriodArgument =
  | { readonly kind: "omitted" }
  | { readonly kind: "latest" }
  | { readonly kind: "period"; readonly period: Period }
  | { readonly kind: "back"; readonly count: number; readonly frequency: Frequency };

const FIRST_SERIAL = 3000;
const LAST_SERIAL = 401_768; // 2999-12-31

/** Read what a cell gives for a period. `what` names the argument in complaints. */
export function readPeriodArgument(raw: number | string | boolean | null, what = "period"): PeriodArgument {
  if (raw === null) return { kind: "omitted" };
  if (typeof raw === "boolean")
    throw badInput(`${what} is ${String(raw).toUpperCase()}; write a year, a date or text such as 2023-Q4.`);
  if (typeof raw === "number") return { kind: "period", period: periodOfNumber(raw, what) };
  const text = raw.normalize("NFKC").trim();
  if (text === "")
    throw badInput(`${what} is empty; write a year such as 2023, or leave the argument out for the latest.`);
  if (text.toLowerCase() === "latest") return { kind: "latest" };
  const back = /^-\s*(\d{1,4})\s*([YHQMD])$/i.exec(text);
  if (back) return readBack(Number(back[1]), (back[2] ?? "").toUpperCase(), text, what);
  if (/^-?\d+(\.\d+)?$/.test(text) && !/^\d{4}$/.test(text))
    return { kind: "period", period: periodOfNumber(Number(text), what) };
  return { kind: "period", period: readPeriod(text) };
}

function readBack(count: number, unit: string, text: string, what: string): PeriodArgument {
  if (count === 0) throw badInput(`${what} ${text} covers nothing; write -1Y or more.`);
  return { kind: "back", count, frequency: unit === "Y" ? "A" : (unit as Frequency) };
}

function periodOfNumber(raw: number, what: string): Period {
  if (raw === 0)
    throw badInput(
      `${what} is empty or 0; write a year such as 2023, or leave the argument out for the latest.`,
    );
  if (Number.isInteger(raw) && raw >= 1600 && raw <= 2999) return String(raw) as Period;
  if (!Number.isFinite(raw) || raw < FIRST_SERIAL || raw >= LAST_SERIAL + 1) {
    const year = Number.isInteger(raw) && raw > 0 && raw < 1600 ? "; years run from 1600 to 2999" : "";
    throw badInput(
      `${what} ${raw} is neither a year nor an Excel date${year}. Write 2023, 2023-06 or a date.`,
    );
  }
  return dayFromExcelSerial(raw);
}

/** The first period of a table that goes so far back from its last one: -10Y by year is ten rows, -5Y by month sixty. */
export function startOf(count: number, unit: Frequency, end: Period): Period {
  const freq = frequencyOf(end);
  if (unit === freq || (unit === "A" && freq === "FY")) return shift(end, 1 - count);
  if (isFiner(freq, unit)) {
    const lastUnit = enclosing(lastDay(end), unit);
    const endsWithUnit = lastDay(lastUnit) === lastDay(end);
    if (endsWithUnit) return enclosing(firstDay(shift(lastUnit, 1 - count)), freq);
    return shift(enclosing(dayBack(lastDay(end), count, unit), freq), 1);
  }
  throw badInput(
    `A start of -${count}${unit === "A" ? "Y" : unit} is finer than the table's periods (${freq}).`,
  );
}

/** The same place so many units earlier: 15 June 2024 less a year is 15 June 2023. */
function dayBack(day: Day, count: number, unit: Frequency): Day {
  const monthsPerUnit = { A: 12, FY: 12, H: 6, Q: 3, M: 1, D: 0 } as const;
  const month = shift(enclosing(day, "M"), -count * monthsPerUnit[unit]);
  const wanted = `${month}-${day.slice(8)}`;
  const last = lastDay(month);
  return wanted <= last ? (wanted as Day) : last;
}

/** An argument that must name its period. */
export function namedPeriod(argument: PeriodArgument, what: string): Period {
  if (argument.kind === "period") return argument.period;
  throw badInput(`${what} must name a day or a period, such as 2023-04-01 or FY2030.`);
}
