import type { Place } from "./formula";

/** An argument of a call: a number, a text, a list of texts, a cell of the block that stands before it, or left out. */
export type Argument = number | string | readonly string[] | Place | null;

/** A call of one of our functions; an argument may be another cell of the same block. */
export interface Call {
  readonly name: string;
  readonly args: readonly Argument[];
}

export const call = (name: string, ...args: readonly Argument[]): Call => ({ name, args });

/** Keys and values of a function's options; what is undefined is left out. */
export type OptionPairs = Readonly<Record<string, string | number | undefined>>;

/** `"freq=A;unit=tn"`: the options of a call in the order given. */
export function optionText(pairs: OptionPairs): string {
  return Object.entries(pairs)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
    .join(";");
}
