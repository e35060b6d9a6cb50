import type { OptionKey } from "../answer/choices";
import { cellFormat } from "../answer/cell-format";
import { rankHolders, type HolderLine } from "../answer/holders";
import { periodWords } from "../domain/period";
import { Problem, badInput } from "../domain/problem";
import { SCALES, rescale, unitWords, type Scale } from "../domain/unit";
import * as read from "./bridge/arguments";
import { callMatrix } from "./bridge/call";
import { gap, measured, type Cell } from "./bridge/cells";
import { sentences } from "./bridge/show";

const OPTIONS: readonly OptionKey[] = ["unit", "asof", "order", "header", "show"];
const MOST_HOLDERS = 60;
const USD = { kind: "money", currency: "USD", power: 9 } as const;

/**
 * The largest foreign holders of US Treasury securities at the end of a month, with share of all foreign holdings and
 * changes. Changes include valuation: they are not purchases. Totals and "all other" never rank.
 * @customfunction HOLDERS
 * @helpurl {{origin}}/help/functions.html#holders
 * @param [period] Month such as 2024-12, or a longer period for its last month; left out: the latest month that can be ranked
 * @param [top] How many holders; left out: 10
 * @param [options] Text such as "unit=tn;asof=2026-04-30", or a two-column range of keys and values
 * @returns A header row, then rank, holder, holdings (billion US dollars), share in per cent, change on month, change on year, and notes where there are any
 * @example =DIGITRADE.HOLDERS("2024-12",3,"header=off") → 1, Japan, 1061.5, 12.32, -25.6, -53.8; 2, China, 759, 8.81, -9.6, -57.3; 3, United Kingdom, 722.8, 8.39, -44.1, 34.2
 * @requiresAddress
 * @chunk later
 */
export function holders(
  period: any,
  top: any,
  options: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return callMatrix("HOLDERS", [period, top, options], invocation, (shelf) => {
    const choices = read.options(options, OPTIONS);
    const argument = read.periodArgument(period);
    if (argument.kind === "back") throw badInput("period is a month such as 2024-12, or latest.");
    const asked = argument.kind === "period" ? argument.period : undefined;
    const wanted = read.scalar(top, "top") === null ? undefined : read.count(top, "top", 10, MOST_HOLDERS);
    const asOf = choices.asof ?? shelf.pin;
    const { month, lines, documents } = rankHolders(shelf, asked, wanted, asOf);
    const scale: Scale = choices.unit ?? "bn";
    const withNotes = lines.some((line) => line.notes.length > 0);
    const unit = unitWords({ ...USD, power: 0 }, scale);
    const header: readonly Cell[] = [
      "Rank",
      `Holder · end of ${periodWords(month)}`,
      `Holdings, ${unit}, stock`,
      "Share of foreign holdings, %",
      "Change on month (with valuation)",
      "Change on year (with valuation)",
      ...(withNotes ? ["Note"] : []),
    ];
    const body = lines.map((line) => rowOf(line, scale, withNotes));
    const ordered = choices.order === "desc" ? [...body].reverse() : body;
    const source = documents[0]?.source.name ?? "";
    return {
      cells: choices.header === "off" ? ordered : [header, ...ordered],
      why: () =>
        sentences([
          `Largest foreign holders of US Treasury securities at the end of ${periodWords(month)}, in ${unit}; shares are of all foreign holdings.`,
          "A rank is given only where no holder missing from what is held was larger within the year before.",
          "Changes include changes in market value and are not purchases.",
          `Source: ${source}${asOf ? `, as of ${asOf}` : ""}.`,
        ]),
      show: choices.show,
    };
  });
}

function rowOf(line: HolderLine, scale: Scale, withNotes: boolean): readonly Cell[] {
  const money = (value: number | Problem): Cell => {
    if (value instanceof Problem) return gap(value);
    // Published to 0.1 billion: a difference of two such figures is trimmed of arithmetic noise.
    const amount = rescale(Number(value.toPrecision(12)), USD.power, SCALES[scale].power);
    return measured(amount, scale === "bn" ? "#,##0.0" : cellFormat(USD, scale, amount));
  };
  const name = line.entry.title.en.replace(/^.* held by /, "");
  const share: Cell = line.share instanceof Problem ? gap(line.share) : measured(line.share, "0.0");
  const holder = name.charAt(0).toUpperCase() + name.slice(1);
  const cells: readonly Cell[] = [
    line.rank,
    holder,
    money(line.value),
    share,
    money(line.monthChange),
    money(line.yearChange),
  ];
  return withNotes ? [...cells, line.notes.join("; ")] : cells;
}
