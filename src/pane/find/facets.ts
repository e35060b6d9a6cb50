import { areaName, isArea } from "../../catalog/areas";
import type { Entry } from "../../catalog/entry";
import { SOURCES, type SourceId } from "../../catalog/sources";
import type { Measure } from "../../domain/series";
import type { Word } from "../words/en";
import type { Speech } from "../words/speech";

/** What the series found are narrowed to; what is left out is any. */
export interface Facets {
  readonly area?: string;
  readonly measure?: Measure;
  readonly source?: SourceId;
}

export const FACETS = ["area", "measure", "source"] as const satisfies readonly (keyof Facets)[];
export type Facet = (typeof FACETS)[number];

const MEASURE_WORD = {
  flow: "measureFlow",
  stock: "measureStock",
  rate: "measureRate",
  index: "measureIndex",
  ratio: "measureRatio",
} as const satisfies Record<Measure, Word>;

/** The country that figures are about; holdings stand under their holder, exchange rates under none. */
function countryOf({ id, area }: Entry): string | undefined {
  const code = area === "TIC" ? (id.split(".")[1] ?? "") : area;
  return isArea(code) ? code : undefined;
}

const VALUE_OF = {
  area: countryOf,
  measure: ({ measure }) => measure,
  source: ({ source }) => source,
} as const satisfies { readonly [One in Facet]: (entry: Entry) => string | undefined };

const NAME_OF = {
  area: (code, { of }) => of(areaName(code)),
  measure: (measure, { say }) => say(MEASURE_WORD[measure as Measure]),
  source: (source) => SOURCES[source as SourceId].name,
} as const satisfies { readonly [One in Facet]: (value: string, speech: Speech) => string };

/** The series that have all that is chosen, in their order. */
export const narrowed = (entries: readonly Entry[], facets: Facets): readonly Entry[] =>
  entries.filter((entry) =>
    FACETS.every((facet) => facets[facet] === undefined || VALUE_OF[facet](entry) === facets[facet]),
  );

/** What can be chosen of a facet beside the other choices, by name; what is chosen stays in the list. */
export function choicesOf(
  facet: Facet,
  entries: readonly Entry[],
  facets: Facets,
  speech: Speech,
): readonly (readonly [value: string, name: string])[] {
  const { [facet]: chosen, ...others } = facets;
  const values = [...narrowed(entries, others).map((entry) => VALUE_OF[facet](entry)), chosen];
  const names = new Map(
    values.flatMap((value) => (value === undefined ? [] : [[value, NAME_OF[facet](value, speech)] as const])),
  );
  return [...names].sort(([, a], [, b]) => a.localeCompare(b, speech.language));
}
