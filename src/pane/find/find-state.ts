import { findEntry } from "../../catalog/catalog";
import type { Entry } from "../../catalog/entry";
import { fxSourceOf, isQuoted, sourcesOf, type FxSource } from "../../catalog/fx";
import { marketPair, type Currency, type Pair } from "../../domain/currency";
import { FREQUENCIES, isFiner, type Frequency } from "../../domain/period";
import type { SeriesId } from "../../domain/series";
import type { Scale } from "../../domain/unit";
import type { BuilderDefaults } from "../builder-defaults";
import type { Facets } from "./facets";
import type { Request, Span } from "./formula";

/** What a person has found and chosen so far. */
export interface FindState {
  readonly query: string;
  readonly facets: Facets;
  readonly view: "search" | "build";
  readonly selected: readonly SeriesId[];
  readonly options: ChosenOptions;
  /** The formula as it was edited by hand; undefined while it follows the choices. */
  readonly edited: string | undefined;
}

export interface ChosenOptions {
  readonly span: Span;
  readonly freq: Frequency | undefined;
  readonly fx: Currency | undefined;
  readonly unit: Scale | undefined;
  readonly basis: "avg" | "end" | undefined;
  readonly fxsrc: FxSource | undefined;
}

export type FindAction =
  | { readonly kind: "query"; readonly text: string }
  | { readonly kind: "narrow"; readonly facets: Facets }
  /** Another part of the pane asks to look for words. */
  | { readonly kind: "look"; readonly words: string }
  | { readonly kind: "toggle"; readonly id: SeriesId }
  | { readonly kind: "clear" }
  | { readonly kind: "view"; readonly view: FindState["view"] }
  | { readonly kind: "choose"; readonly options: Partial<ChosenOptions> }
  /** The person prefers something else for new formulas; a currency that was chosen for this one stays. */
  | { readonly kind: "prefer"; readonly before: BuilderDefaults; readonly now: BuilderDefaults }
  | { readonly kind: "edit"; readonly text: string | undefined };

/** Ten years of annual figures in billions: a table that can be read. */
export const START: FindState = {
  query: "",
  facets: {},
  view: "search",
  selected: [],
  options: {
    span: { kind: "back", years: 10 },
    freq: "A",
    fx: undefined,
    unit: "bn",
    basis: undefined,
    fxsrc: undefined,
  },
  edited: undefined,
};

/** The start with what a person prefers. */
export const startWith = ({ fx, fxsrc }: BuilderDefaults): FindState => ({
  ...START,
  options: { ...START.options, fx, fxsrc },
});

export function findReducer(state: FindState, action: FindAction): FindState {
  switch (action.kind) {
    case "query":
      return { ...state, query: action.text };
    case "narrow":
      return { ...state, facets: action.facets };
    case "look":
      return { ...state, query: action.words, facets: {}, view: "search" };
    case "toggle":
      return selecting(state, toggled(state.selected, action.id));
    case "clear":
      return selecting(state, []);
    case "view":
      return { ...state, view: action.view };
    case "choose":
      return { ...state, options: { ...state.options, ...action.options }, edited: undefined };
    case "prefer": {
      const { options } = state;
      const fx = options.fx === action.before.fx ? action.now.fx : options.fx;
      return { ...state, options: { ...options, fx, fxsrc: action.now.fxsrc } };
    }
    case "edit":
      return { ...state, edited: action.text };
  }
}

const toggled = (ids: readonly SeriesId[], id: SeriesId): readonly SeriesId[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

function selecting(state: FindState, selected: readonly SeriesId[]): FindState {
  const view = selected.length === 0 ? "search" : state.view;
  return { ...state, selected, view, edited: undefined };
}

export const entriesOf = (ids: readonly SeriesId[]): readonly Entry[] =>
  ids.flatMap((id) => findEntry(id) ?? []);

/** Which choices all of the selected series can take; the others would be refused. */
export interface Applicable {
  readonly freqs: readonly Frequency[];
  readonly fx: boolean;
  readonly unit: boolean;
  readonly basis: boolean;
}

export function applicable(entries: readonly Entry[], fx: Currency | undefined): Applicable {
  const kinds = entries.map(({ unit }) => unit.kind);
  const allMoney = kinds.length > 0 && kinds.every((kind) => kind === "money");
  const converts = allMoney && fx !== undefined;
  return {
    freqs: FREQUENCIES.filter((freq) => entries.every((entry) => !isFiner(freq, entry.frequency))),
    fx: allMoney,
    unit: allMoney,
    basis: converts || (kinds.length > 0 && entries.every(isQuoted)),
  };
}

/** What is asked for, without the choices that do not apply. */
export function requestOf({ selected, options }: FindState): Request {
  const able = applicable(entriesOf(selected), options.fx);
  const { span, freq, fx, unit, basis, fxsrc } = options;
  return {
    ids: selected,
    span,
    freq: freq !== undefined && able.freqs.includes(freq) ? freq : undefined,
    fx: able.fx ? fx : undefined,
    unit: able.unit ? unit : undefined,
    basis: able.basis ? basis : undefined,
    fxsrc:
      fxsrc !== undefined && canQuote(fxsrc, entriesOf(selected), able.fx ? fx : undefined)
        ? fxsrc
        : undefined,
  };
}

/** Whether there is a rate in the answers, and a source quotes every one: a formula must not fail by a preference. */
function canQuote(source: FxSource, entries: readonly Entry[], fx: Currency | undefined): boolean {
  const pairs = entries.map((entry) => pairOf(entry, fx));
  return (
    pairs.some((pair) => pair !== undefined) &&
    pairs.every((pair) => pair === undefined || (pair !== "fixed" && sourcesOf(pair).includes(source)))
  );
}

/** The pair whose rate an answer takes; `fixed` for a rate of one source, or of none that quotes. */
function pairOf(entry: Entry, fx: Currency | undefined): Pair | "fixed" | undefined {
  const { id, unit } = entry;
  if (unit.kind === "rate") return isQuoted(entry) && fxSourceOf(id) === undefined ? unit : "fixed";
  return unit.kind === "money" && fx !== undefined && fx !== unit.currency
    ? marketPair(unit.currency, fx)
    : undefined;
}
