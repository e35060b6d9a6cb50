import type { CheckedPair, Identified } from "../../answer/headline-check";
import type { Currency } from "../../domain/currency";
import { roundingHalf } from "../../domain/headline";
import { frequencyOf, type Period } from "../../domain/period";
import type { WrittenAmount } from "../../domain/written-amount";
import type { CellContent } from "../../workbook/cell-block";
import { callText, quoted } from "../call-text";
import { rateSourceText } from "../figure-words";
import type { Speech } from "../words/speech";
import { likeliestDay } from "./checked-text";

const RATE = "0.000";
const MONEY = "#,##0";

/** A line whose formula names other lines; `at` says the cell of a line's content. */
export type Make = (at: (line: string) => string) => CellContent;
/** A line by the name that other lines call it, its label, and its content. */
export type NamedLine = readonly [name: string, label: string, make: Make];

/** The check of one pair, line by line: as written, implied, at the rates, and as found in the data. */
export function linesOf(checked: CheckedPair, namespace: string, speech: Speech): readonly NamedLine[] {
  const { pair, found } = checked;
  const amount = (name: string, { value, currency }: WrittenAmount): NamedLine => [
    name,
    speech.say("cellsAmount", { currency }),
    () => ({ number: value, format: MONEY }),
  ];
  const call: Call = (name, args) => callText(namespace, name, args);
  return [
    amount("first", pair.first),
    amount("second", pair.second),
    ...impliedLines(checked, call, speech),
    ...rateLines(checked, call, speech),
    ...(found[0] ? foundLines(checked, found[0], call, speech) : []),
  ];
}

type Call = (name: string, args: readonly string[]) => string;

/** The rate between the amounts, and the band around it. */
function impliedLines(checked: CheckedPair, call: Call, { say }: Speech): readonly NamedLine[] {
  const { pair, implied, period } = checked;
  const { base, quote } = implied.pair;
  const fromImplied = (row: number): Make => {
    return (at) => {
      const amounts = [at("first"), quoted(pair.first.currency), at("second"), quoted(pair.second.currency)];
      const table = call("IMPLIED", [...amounts, period ? written(period) : "", quoted("header=off")]);
      return { formula: `=INDEX(${table},${row},2)`, format: RATE };
    };
  };
  return [
    ["implied", say("cellsImplied", { base, quote }), fromImplied(1)],
    ["low", say("cellsLowest"), bandEnd(checked, "low") ?? fromImplied(2)],
    ...(Number.isFinite(implied.high)
      ? [["high", say("cellsHighest"), bandEnd(checked, "high") ?? fromImplied(3)] satisfies NamedLine]
      : []),
  ];
}

/** The rate that suits the period, the likeliest day's, and the amount at each. */
function rateLines(checked: CheckedPair, call: Call, speech: Speech): readonly NamedLine[] {
  const { say } = speech;
  const { pair, implied, period, atSuiting } = checked;
  const { base, quote } = implied.pair;
  const from = atSuiting?.from ?? pair.first;
  const { currency } = from === pair.first ? pair.second : pair.first;
  const amount = from === pair.first ? "first" : "second";
  const both = (name: string, label: string, args: readonly string[]): readonly NamedLine[] => [
    [
      name,
      label,
      () => ({ formula: `=${call("FXRATE", [quoted(base), quoted(quote), ...args])}`, format: RATE }),
    ],
    [
      `${name} amount`,
      say("cellsAt", { currency }),
      (at) => ({ formula: `=${at(amount)}${from.currency === base ? "*" : "/"}${at(name)}`, format: MONEY }),
    ],
  ];
  const day = likeliestDay(checked);
  const isEnd = atSuiting?.rate.kind === "end";
  return [
    ...(atSuiting && period !== undefined
      ? both(
          "suiting",
          say(isEnd ? "cellsEnd" : "cellsAverage", {
            period,
            source: rateSourceText(atSuiting.rate.source, speech),
          }),
          [written(period), ...(isEnd ? [quoted("end")] : [])],
        )
      : []),
    ...(day
      ? both("day", say("cellsDay", { day: day.when, source: rateSourceText(day.source, speech) }), [
          quoted(day.when),
          "",
          quoted(`fxsrc=${day.source}`),
        ])
      : []),
  ];
}

/** What is found in the data: as published, at the rate that suits it, and at the day's rate. */
function foundLines(
  checked: CheckedPair,
  found: Identified,
  call: Call,
  { say, of }: Speech,
): readonly NamedLine[] {
  const { entry, period, knownOn, status, current } = found;
  const currency = otherCurrency(checked, found);
  const day = likeliestDay(checked);
  const vintage = [
    ...(current || knownOn === undefined ? [] : [`asof=${knownOn}`]),
    ...(status === "approx" ? ["approx=allow"] : []),
  ];
  const line = (name: string, label: string, options: readonly string[]): NamedLine => [
    name,
    label,
    () => ({ formula: `=${figureCall(found, [...options, ...vintage], call)}`, format: MONEY }),
  ];
  const atWord = entry.measure === "stock" ? "cellsFoundAtEnd" : "cellsFoundAt";
  return [
    line(
      "found",
      say(isDeficit(found) ? "cellsFoundDeficit" : "cellsFound", { title: of(entry.title), period }),
      [],
    ),
    line("found suiting", say(atWord, { currency }), [`fx=${currency}`]),
    ...(day
      ? [
          line("found day", say("cellsFoundOn", { currency, day: day.when }), [
            `fx=${currency}`,
            `basis=${day.when}`,
            `fxsrc=${day.source}`,
          ]),
        ]
      : []),
  ];
}

/** Whether a figure is a digital deficit, which texts state as a positive amount. */
const isDeficit = ({ entry: { definition, flow }, value }: Identified): boolean =>
  definition !== undefined && flow === "NET" && value < 0;

function figureCall(found: Identified, options: readonly string[], call: Call): string {
  const { entry, period } = found;
  const { definition, area } = entry;
  if (!isDeficit(found)) return call("VALUE", [quoted(entry.id), written(period), optionText(options)]);
  const all = definition === "3item" ? options : [`def=${definition ?? ""}`, ...options];
  return call("DEFICIT", [quoted(area), written(period), "", optionText(all)]);
}

const optionText = (options: readonly string[]): string =>
  options.length === 0 ? "" : quoted(options.join(";"));

/** The currency of a pair that a figure found is not in. */
export function otherCurrency(
  { pair: { first, second } }: CheckedPair,
  { entry: { unit } }: Identified,
): Currency {
  return unit.kind === "money" && unit.currency === first.currency ? second.currency : first.currency;
}

const written = (period: Period): string => (frequencyOf(period) === "A" ? period : `"${period}"`);

/**
 * IMPLIED takes the rounding from the numbers. Where the text leaves another band (5.30 trillion is written to 0.01
 * trillion, a range has ends of its own) the end is worked out from the amounts' own ends.
 */
function bandEnd({ pair, implied }: CheckedPair, end: "low" | "high"): Make | undefined {
  const { first, second } = pair;
  const isPlain = [first, second].every(({ value, low, high }) => {
    const half = roundingHalf(value);
    return isNear(low, value - half) && isNear(high, value + half);
  });
  if (isPlain) return undefined;
  const [quote, base] = first.currency === implied.pair.quote ? [first, second] : [second, first];
  const size = ({ low, high }: WrittenAmount, largest: boolean): number => {
    const ends = [Math.abs(low), Math.abs(high)];
    return largest ? Math.max(...ends) : Math.min(...ends);
  };
  const formula = `=${size(quote, end === "high")}/${size(base, end === "low")}`;
  return () => ({ formula, format: RATE });
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b);
