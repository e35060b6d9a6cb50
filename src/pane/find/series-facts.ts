import { cardOf, type Card } from "../../answer/card";
import { creditOf } from "../../answer/provenance";
import type { Shelf } from "../../answer/shelf";
import type { Entry } from "../../catalog/entry";
import { SOURCES } from "../../catalog/sources";
import type { Day, Frequency, Period } from "../../domain/period";
import type { Source } from "../../domain/series";
import type { Scale, Unit } from "../../domain/unit";
import type { Speech } from "../words/speech";
import type { Word } from "../words/en";

export const FREQUENCY_WORD = {
  A: "freqA",
  FY: "freqFY",
  H: "freqH",
  Q: "freqQ",
  M: "freqM",
  D: "freqD",
} as const satisfies Record<Frequency, Word>;

const PUBLISHED_WORD = {
  A: "byA",
  FY: "byFY",
  H: "byH",
  Q: "byQ",
  M: "byM",
  D: "byD",
} as const satisfies Record<Frequency, Word>;

export const SCALE_WORD = {
  raw: "unitRaw",
  k: "unitK",
  mn: "unitMn",
  bn: "unitBn",
  tn: "unitTn",
  oku: "unitOku",
  cho: "unitCho",
} as const satisfies Record<Scale, Word>;

/** What a series counts, and how often: "JPY · monthly". */
export function unitLine(entry: Entry, speech: Speech): string {
  return `${unitText(entry.unit, speech)} · ${speech.say(PUBLISHED_WORD[entry.frequency])}`;
}

function unitText(unit: Unit, { say }: Speech): string {
  switch (unit.kind) {
    case "money":
      return unit.currency;
    case "rate":
      return say("perBase", {
        quote: unit.quote,
        base: unit.per === 1 ? unit.base : `${unit.per} ${unit.base}`,
      });
    case "index":
      return say("index", { base: unit.base });
    case "percent":
    case "persons":
    case "number":
      return say(unit.kind);
  }
}

/** What the documents say about themselves. */
export interface Facts {
  readonly first: Period | undefined;
  readonly last: Period | undefined;
  readonly published: Day | undefined;
  readonly retrieved: Day | undefined;
  readonly embedded: boolean;
  readonly stale: boolean;
  /** Who compiled them, as the documents say. */
  readonly source: Pick<Source, "name" | "terms">;
}

export function factsOf(shelf: Shelf, entry: Entry): Facts {
  const { first, last, used }: Card = cardOf(shelf, entry, shelf.pin);
  const newest = (days: readonly (Day | undefined)[]): Day | undefined =>
    days.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);
  return {
    first,
    last,
    published: newest(used.map((d) => d.published)),
    retrieved: newest(used.map((d) => d.retrieved)),
    embedded: used.some((d) => d.embedded === true),
    stale: used.some((d) => d.stale === true),
    source: creditOf(used),
  };
}

/** Coverage and freshness: "1996-01 to 2016-12 · published 2024-06-21 · built in". */
export function factsLine(facts: Facts, { say }: Speech): string {
  const { first, last, published, retrieved, embedded, stale } = facts;
  return [
    ...(first !== undefined && last !== undefined ? [say("coverage", { first, last })] : []),
    ...(published !== undefined
      ? [say("published", { day: published })]
      : retrieved !== undefined
        ? [say("retrieved", { day: retrieved })]
        : []),
    ...(stale ? [say("staleMark")] : embedded ? [say("embeddedMark")] : []),
  ].join(" · ");
}

/** Who compiled it, and on what terms it may be used. */
export function termsLine(entry: Entry): string {
  const { name, terms } = SOURCES[entry.source];
  return `${name}. ${terms}`;
}
