import type { Answer } from "../../answer/evaluate";
import { mixedVintages } from "../../answer/explain";
import { freshnessOf } from "../../answer/provenance";
import { isPartial, vintageDays } from "../../domain/aggregate";
import type { Status } from "../../domain/series";
import type { Word } from "../words/en";
import type { Speech } from "../words/speech";
import { documentsOf } from "./facts";

const STATUS_WARNING = {
  approx: "warnApprox",
  prelim: "warnPrelim",
  break: "warnBreak",
  secondary: "warnSecondary",
} as const satisfies Record<Status, Word>;

/** Something to keep in mind; `isOriginal` for a sentence in the function's own English. */
export interface Warning {
  readonly text: string;
  readonly isOriginal?: boolean;
}

/** What a reader must know before using or comparing a number. */
export function warningsOf(answer: Answer, speech: Speech): readonly Warning[] {
  const { aggregate, transformed, entry, statuses } = answer;
  const { say, of } = speech;
  const days = aggregate ? vintageDays(aggregate) : [];
  const known = aggregate ? aggregate.figures.map(({ knownOn }) => knownOn).sort() : [];
  const stale = documentsOf(answer)
    .filter((document) => freshnessOf(document) === "stale")
    .map(({ retrieved }) => retrieved)
    .sort();
  return [
    ...statuses.map((status) => ({ text: say(STATUS_WARNING[status]) })),
    ...(aggregate && isPartial(aggregate)
      ? [{ text: say("warnPartial", { n: aggregate.figures.length, of: aggregate.of }) }]
      : []),
    ...(entry.caution ? [{ text: of(entry.caution) }] : []),
    ...(days.length > 1
      ? [
          {
            text: say("warnVintages", {
              n: new Set(known).size,
              first: known[0] ?? "",
              last: known.at(-1) ?? "",
            }),
          },
        ]
      : []),
    ...(transformed?.others ?? []).flatMap((other) => {
      const mixed = mixedVintages(answer, other);
      return mixed === undefined ? [] : [{ text: mixed, isOriginal: true }];
    }),
    ...(stale[0] === undefined ? [] : [{ text: say("warnStale", { day: stale[0] }) }]),
  ];
}
