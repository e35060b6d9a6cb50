import type { ChartChoices, ChoiceKey } from "../../charts/common/choices";
import type { ChartDefinition } from "../../charts/common/definition";
import type { ChartOption } from "../../charts/common/options";
import { choicesFrom, writeChoices } from "../../charts/common/read-choices";
import { asProblem } from "../../domain/problem";

/** What stands in the fields of a chart's options; a field that is not there has its standard. */
export type Filled = Readonly<Partial<Record<ChoiceKey, string>>>;

/** The choices that the fields make, or which fields cannot be read and why. */
export type ReadForm =
  | { readonly choices: ChartChoices }
  | {
      readonly choices?: never;
      readonly faults: Filled;
      /** What is wrong with all of them together. */
      readonly fault?: string;
    };

/** Reads every field by itself first, so that each says what is wrong with it. */
export function readForm(definition: ChartDefinition, filled: Filled): ReadForm {
  const pairs = definition.options.flatMap(({ key }) => {
    const text = filled[key]?.trim() ?? "";
    return text === "" ? [] : [[key, text] as const];
  });
  // A check of all choices together must not speak for one of them alone.
  const { check: _, ...unchecked } = definition;
  const faults: Partial<Record<ChoiceKey, string>> = {};
  for (const pair of pairs) {
    try {
      choicesFrom(unchecked, [pair]);
    } catch (thrown) {
      faults[pair[0]] = asProblem(thrown).message;
    }
  }
  if (Object.keys(faults).length > 0) return { faults };
  try {
    return { choices: choicesFrom(definition, pairs) };
  } catch (thrown) {
    return { faults: {}, fault: asProblem(thrown).message };
  }
}

/** The fields from which the same choices are read. */
export function filledFrom(definition: ChartDefinition, choices: ChartChoices): Filled {
  return Object.fromEntries(
    writeChoices(definition, choices)
      .split(";")
      .filter((part) => part !== "")
      .map((part) => {
        const at = part.indexOf("=");
        return [part.slice(0, at), part.slice(at + 1)];
      }),
  );
}

/** What few people change stands behind the others. */
const RARE: readonly ChoiceKey[] = ["basis", "fxsrc", "method", "approx", "asof", "lang"];

export const isRare = ({ key }: ChartOption): boolean => RARE.includes(key);
