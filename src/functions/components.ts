import type { Choices } from "../answer/choices";
import { digitalBalanceOf } from "../answer/digital-balance";
import { asOfDay, evaluate, type Answer } from "../answer/evaluate";
import { periodFor } from "../answer/latest-period";
import { headerWords } from "../answer/header";
import type { Shelf } from "../answer/shelf";
import { ENTRIES, findEntry } from "../catalog/catalog";
import type { Entry, Flow } from "../catalog/entry";
import { frequencyOf, type Period } from "../domain/period";
import { Problem, noData } from "../domain/problem";
import * as read from "./bridge/arguments";
import { callMatrix } from "./bridge/call";
import { gap, measured, type Cell } from "./bridge/cells";
import { answerCell, explained, sentences } from "./bridge/show";
import { withCurrency } from "./deficit";
import { TABLE_OPTIONS } from "./history";

type Found = Answer | Problem;

interface Line {
  readonly name: string;
  readonly credit: Found;
  readonly debit: Found;
  readonly net: Found;
}

/**
 * What a digital balance is made of: receipts, payments and balance of each item, and each item's share of all
 * payments. The last line is the total of the definition.
 * @customfunction COMPONENTS
 * @helpurl {{origin}}/help/functions.html#components
 * @param area Two-letter code such as JP
 * @param [period] Year, date, or text such as 2015-Q4; left out: the latest year for which the items are held
 * @param [currency] Currency of the answer; left out: the one published
 * @param [options] Text such as "def=5item;unit=bn", or a two-column range of keys and values
 * @returns A header row, then item, receipts, payments, balance, share of payments in per cent
 * @example =DIGITRADE.COMPONENTS("JP",2015,,"unit=bn;header=off") → Computer services, 252.9, 1334.1, -1081.3, 38.09; Charges for copyrights, 241.2, 1001.2, -759.9, 28.58; Professional and management consulting services, 504.5, 1167.6, -662.8, 33.33; Total (3item), 998.6, 3502.9, -2504, 100
 * @requiresAddress
 * @chunk later
 */
export function components(
  area: any,
  period: any,
  currency: any,
  options: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return callMatrix("COMPONENTS", [area, period, currency, options], invocation, (shelf) => {
    const choices = withCurrency(
      read.options(options, TABLE_OPTIONS),
      read.optionalText(currency, "currency"),
    );
    const total = digitalBalanceOf(read.text(area, "area"), choices.def);
    const items = itemsOf(total);
    if (items.length === 0)
      throw noData(`No items are published for ${total.id}; only its receipts, payments and balance are.`);
    const first = items[0] ?? total;
    const when = periodFor(shelf, first, read.periodArgument(period), choices);
    const lines = [...items, total].map((entry) => lineOf(shelf, entry, when, choices, total));
    const totalLine = lines.at(-1);
    const answered = lines.flatMap((line) => (line.net instanceof Problem ? [] : [line.net]));
    if (answered.length === 0)
      throw totalLine?.net instanceof Problem ? totalLine.net : noData(`No items are held for ${when}.`);
    const body = lines.map((line) => rowOf(line, totalLine?.debit));
    const ordered = choices.order === "desc" ? [...body].reverse() : body;
    const header: readonly Cell[] = [
      `Item · ${when}`,
      ...columnWords(answered, when),
      "Share of payments, %",
    ];
    return {
      cells: choices.header === "off" ? ordered : [header, ...ordered],
      why: () => sentences(answered.flatMap(explained)),
      show: choices.show,
    };
  });
}

/** The item balances of a definition: a basket's parts, or the published sub-items of an area. */
function itemsOf(total: Entry): readonly Entry[] {
  if (total.definition) return (total.parts ?? []).flatMap((part) => findEntry(part.id) ?? []);
  const prefix = total.id.replace(/NET$/, "");
  const depth = total.id.split(".").length + 1;
  const subItems = ENTRIES.filter((e) => e.id.startsWith(prefix) && e.id.split(".").length === depth);
  const balances = subItems.filter((e) => e.flow === "NET");
  return balances.length > 0 ? balances : subItems.filter((e) => e.flow === "CREDIT");
}

function sibling(entry: Entry, flow: Flow): Entry | undefined {
  return findEntry(entry.id.replace(/(NET|CREDIT|DEBIT)$/, flow));
}

function lineOf(shelf: Shelf, entry: Entry, when: Period, choices: Choices, total: Entry): Line {
  const find = (flow: Flow): Found => {
    const own = sibling(entry, flow);
    if (!own) return noData(`${entry.title.en} has no ${flow.toLowerCase()} series.`);
    const { sign, ...rest } = choices;
    return attempt(() => evaluate(shelf, own, when, flow === "NET" && sign ? { ...rest, sign } : rest));
  };
  const tail = entry.title.en.split(": ").at(-1) ?? entry.title.en;
  const name = tail.replace(/, (balance|receipts|payments)$/, "");
  const isTotal = entry === total;
  const label = isTotal
    ? `Total${total.definition ? ` (${total.definition})` : ""}`
    : name.charAt(0).toUpperCase() + name.slice(1);
  const [credit, debit, net] = [find("CREDIT"), find("DEBIT"), find("NET")];
  return {
    name: label,
    credit,
    debit,
    net: net instanceof Problem ? differenceOf(credit, debit, net, asOfDay(shelf, choices)) : net,
  };
}

/** Where no balance is published, receipts less payments. */
function differenceOf(credit: Found, debit: Found, otherwise: Problem, asOf: Period | undefined): Found {
  if (credit instanceof Problem || debit instanceof Problem || credit.asOf !== asOf) return otherwise;
  return { ...credit, value: credit.value - debit.value };
}

function attempt(compute: () => Answer): Found {
  try {
    return compute();
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.kind !== "bad-input") return thrown;
    throw thrown;
  }
}

function rowOf(line: Line, allPayments: Found | undefined): readonly Cell[] {
  const cell = (found: Found): Cell => (found instanceof Problem ? gap(found) : answerCell(found));
  return [line.name, cell(line.credit), cell(line.debit), cell(line.net), shareOf(line.debit, allPayments)];
}

function shareOf(debit: Found, all: Found | undefined): Cell {
  if (debit instanceof Problem) return gap(debit);
  if (!all || all instanceof Problem)
    return gap(all ?? noData("All payments are not held, so there is no share."));
  if (all.value === 0) return gap(noData("All payments are zero, so there is no share."));
  return measured((debit.value / all.value) * 100, "0.0");
}

/** Column headings: the flow, and once the unit, basis, source and vintage in words. */
function columnWords(answers: readonly Answer[], when: Period): readonly string[] {
  const words = headerWords(answers, frequencyOf(when)).split(" · ").slice(1).join(" · ");
  return ["Receipts", "Payments", `Balance · ${words}`];
}
