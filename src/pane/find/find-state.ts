import { findEntry } from "../../catalog/catalog";
import type { Entry } from "../../catalog/entry";
import { isQuoted } from "../../catalog/fx";
import type { Currency } from "../../domain/currency";
import { FREQUENCIES, isFiner, type Frequency } from "../../domain/period";
import type { SeriesId } from "../../domain/series";
import type { Scale } from "../../domain/unit";
import type { Request, Span } from "./formula";

/** What a person has found and chosen so far. */
export interface FindState {
  readonly query: string;
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
}

export type FindAction =
  | { readonly kind: "query"; readonly text: string }
  /** Another part of the pane asks to look for words. */
  | { readonly kind: "look"; readonly words: string }
  | { readonly kind: "toggle"; readonly id: SeriesId }
  | { readonly kind: "clear" }
  | { readonly kind: "view"; readonly view: FindState["view"] }
  | { readonly kind: "choose"; readonly options: Partial<ChosenOptions> }
  | { readonly kind: "edit"; readonly text: string | undefined };

/** Ten years of annual figures in billions: a table that can be read. */
export const START: FindState = {
  query: "",
  view: "search",
  selected: [],
  options: { span: { kind: "back", years: 10 }, freq: "A", fx: undefined, unit: "bn", basis: undefined },
  edited: undefined,
};

export function findReducer(state: FindState, action: FindAction): FindState {
  switch (action.kind) {
    case "query":
      return { ...state, query: action.text };
    case "look":
      return { ...state, query: action.words, view: "search" };
    case "toggle":
      return selecting(state, toggled(state.selected, action.id));
    case "clear":
      return selecting(state, []);
    case "view":
      return { ...state, view: action.view };
    case "choose":
      return { ...state, options: { ...state.options, ...action.options }, edited: undefined };
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
  const { span, freq, fx, unit, basis } = options;
  return {
    ids: selected,
    span,
    freq: freq !== undefined && able.freqs.includes(freq) ? freq : undefined,
    fx: able.fx ? fx : undefined,
    unit: able.unit ? unit : undefined,
    basis: able.basis ? basis : undefined,
  };
}
