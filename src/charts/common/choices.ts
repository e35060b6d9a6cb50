import type { RateSource, Choices as FormulaChoices } from "../../answer/choices";
import type { Currency } from "../../domain/currency";
import type { Basis } from "../../domain/exchange";
import type { Day, Period } from "../../domain/period";
import type { Language } from "./language";

/** What may be chosen of a chart, parsed. A chart reads only those that it takes. */
export interface ChartChoices {
  /** How many years are shown, the last one included. */
  readonly years: number;
  /** The last year shown. */
  readonly end: Period | "latest";
  readonly area: string;
  /** Undefined: the area's own (Japan: 3item). */
  readonly def: FormulaChoices["def"];
  /** Undefined: the currency in which the figures are published. */
  readonly fx: Currency | undefined;
  readonly basis: Basis;
  readonly fxsrc: RateSource;
  /** The year that is 100 of an index. */
  readonly base: Period;
  readonly from: Period;
  readonly to: Period | "latest";
  readonly year: Period | "latest";
  readonly month: Period | "latest";
  readonly top: number;
  readonly target: string;
  readonly method: "endpoint" | "chain";
  /** Whether approximate figures may stand where no exact ones exist. */
  readonly approx: "allow" | undefined;
  readonly asof: Day | undefined;
  readonly lang: Language;
}

export type ChoiceKey = keyof ChartChoices;
