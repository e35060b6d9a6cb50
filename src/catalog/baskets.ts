import type { SeriesId } from "../domain/series";
import { idOf, type Definition, type Flow, type Part } from "./entry";

/** Which items of the services account each definition of the digital balance adds up. */
export const BASKETS = {
  "3item": ["COMPUTER", "COPYRIGHT", "CONSULTING"],
  "5item": ["COMPUTER", "COPYRIGHT", "CONSULTING", "TELECOM", "INFORMATION"],
} as const satisfies Record<Definition, readonly string[]>;

const CONCEPTS = { "3item": "DIGITAL", "5item": "DIGITAL5ITEM" } as const satisfies Record<
  Definition,
  string
>;

/** The series of a definition and flow: `JP.DIGITAL.NET` for the three items. */
export function basketId(definition: Definition, flow: Flow): SeriesId {
  return idOf(`JP.${CONCEPTS[definition]}.${flow}`);
}

/** The item series that a basket adds up, all of the basket's own flow. */
export function basketParts(definition: Definition, flow: Flow): readonly Part[] {
  return BASKETS[definition].map((item) => ({ id: idOf(`JP.${item}.${flow}`), sign: 1 }));
}
