import type { Choices as FormulaChoices } from "../../answer/choices";
import { digitalBalanceOf } from "../../answer/digital-balance";
import type { Entry, Flow } from "../../catalog/entry";
import type { Currency } from "../../domain/currency";
import { badInput } from "../../domain/problem";
import type { OptionPairs } from "./call";
import type { ChartChoices } from "./choices";
import { largeMoney, type Money } from "./money";

export type Definition = NonNullable<FormulaChoices["def"]>;

/** The definition that is meant where none is named: Japan's three items. */
export const definitionOf = ({ def }: Pick<ChartChoices, "def">): Definition => def ?? "3item";

/** The digital balance, receipts or payments that a chart is about; a Problem where the area has none of that definition. */
export function balanceEntry({ area, def }: Pick<ChartChoices, "area" | "def">, flow: Flow = "NET"): Entry {
  return digitalBalanceOf(area, def, flow);
}

/** The currency in which an entry is published. */
export function ownCurrency({ id, unit }: Entry): Currency {
  if (unit.kind === "money") return unit.currency;
  throw badInput(`${id} is not money, so there is no currency to draw it in.`);
}

/** Currency and size of a chart's amounts. */
export const moneyOf = ({ fx, lang }: Pick<ChartChoices, "fx" | "lang">, entry: Entry): Money =>
  largeMoney(fx ?? ownCurrency(entry), lang);

/** The options by which every call of a chart converts and scales: nothing where the figures stay in their own currency. */
export function moneyOptions(
  { fx, basis, fxsrc, asof }: Pick<ChartChoices, "fx" | "basis" | "fxsrc" | "asof">,
  own: Currency,
  { scale }: Money,
): OptionPairs {
  const foreign = fx !== undefined && fx !== own;
  return {
    unit: scale,
    fx: foreign ? fx : undefined,
    basis: foreign && basis !== "avg" ? basis : undefined,
    fxsrc: foreign && fxsrc !== "auto" ? fxsrc : undefined,
    asof,
  };
}
