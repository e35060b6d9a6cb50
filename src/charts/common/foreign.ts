import { currencyNameJa, pairId } from "../../catalog/fx";
import { currencyName, type Currency } from "../../domain/currency";
import type { SeriesId } from "../../domain/series";
import type { OptionPairs } from "./call";
import type { ChartChoices } from "./choices";

/** The currency that is set against the yen; dollars unless another is chosen. */
export const foreignOf = ({ fx }: Pick<ChartChoices, "fx">): Currency => fx ?? "USD";

/** The series of its rate in yen. */
export const rateId = (choices: Pick<ChartChoices, "fx">): SeriesId =>
  pairId({ base: foreignOf(choices), quote: "JPY" });

/** "Yen per US dollar", 1米ドル当たり円. */
export const rateUnit = (choices: Pick<ChartChoices, "fx" | "lang">): string =>
  choices.lang === "ja"
    ? `1${currencyNameJa(foreignOf(choices))}当たり円`
    : `Yen per ${currencyName(foreignOf(choices))}`;

/** The option that names a source of rates, where one is chosen. */
export const sourceOption = ({ fxsrc }: Pick<ChartChoices, "fxsrc">): OptionPairs => ({
  fxsrc: fxsrc === "auto" ? undefined : fxsrc,
});
