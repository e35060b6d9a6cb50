import type { NotFrozen } from "../../workbook/freeze/survey";
import type { NotThawed } from "../../workbook/freeze/frozen-state";
import type { Obstacle } from "../../workbook/reenter";
import type { DeskOutcome } from "../../workbook/refresh/desk-state";
import type { UpToDate } from "../../workbook/refresh/up-to-date";
import type { NoticeKind } from "../notice";
import type { Word } from "../words/en";
import type { CountedWord, Speech } from "../words/speech";
import { cellCount } from "./news-groups";

const WHY_NOT = {
  protected: "whyNotProtected",
  text: "whyNotText",
  array: "whyNotArray",
  turkish: "whyNotTurkish",
  "other-add-in": "whyNotOther",
  changed: "whyNotChanged",
  refused: "whyNotRefused",
  unfinished: "whyNotUnfinished",
  gone: "whyNotGone",
  unplaced: "whyNotUnplaced",
} as const satisfies Record<Obstacle | NotFrozen | NotThawed, Word>;

/** How something ended, in words. */
export interface OutcomeWords {
  readonly kind: NoticeKind;
  readonly lines: readonly string[];
  /** What is left to do, one line each. */
  readonly rest: readonly string[];
  /** Cells that have no answer with these figures, one line each: that may well be as it should. */
  readonly unanswered: readonly string[];
}

type Said = readonly [lines: readonly string[], rest: readonly string[], unanswered?: readonly string[]];

/** The sentences for an outcome; undefined where there is nothing to say. */
export function outcomeWords(outcome: DeskOutcome, speech: Speech): OutcomeWords {
  const { say, count } = speech;
  const told = ([lines, rest, unanswered = []]: Said): OutcomeWords => ({
    kind: rest.length > 0 ? "warning" : "success",
    lines,
    rest,
    unanswered,
  });
  switch (outcome.kind) {
    case "failed":
      return { kind: "error", lines: [outcome.sentence], rest: [], unanswered: [] };
    case "cancelled":
      return { kind: "info", lines: [say("doneCancelled")], rest: [], unanswered: [] };
    case "accepted": {
      const { ids, changes, upToDate } = outcome;
      const cells = count("newsCells", cellCount(changes));
      return told(
        withCells(say("doneAccepted", { series: seriesWords(ids, speech), cells }), upToDate, speech),
      );
    }
    case "restored": {
      const [lines, rest, unanswered = []] = withCells(say("doneRestored"), outcome.upToDate, speech);
      const { unkept } = outcome;
      const first = unkept === undefined ? [] : [say("doneUnkept", { why: unkept })];
      return told([lines, [...first, ...rest], unanswered]);
    }
    case "recalculated":
      return told(withCells(say("doneRecalculated"), outcome.upToDate, speech));
    case "pinned": {
      const { day, upToDate } = outcome;
      const line = day === undefined ? say("doneUnpinned") : say("donePinned", { day });
      return told(withCells(line, upToDate, speech));
    }
    case "frozen": {
      const { frozen, left } = outcome.freezing;
      return told(
        counted(
          frozen.length,
          "doneFrozen",
          "doneNotFrozen",
          left.map(({ anchor, why }) => [anchor.address, why]),
          speech,
        ),
      );
    }
    case "thawed": {
      const { thawed, left } = outcome.thawing;
      const rest = left.map(
        ({ block, address, why }) => [`${address ?? block.cells} ${block.formula}`, why] as const,
      );
      return told(counted(thawed.length, "doneThawed", "doneNotThawed", rest, speech));
    }
    case "forgotten":
      return told([[count("doneForgotten", outcome.count)], []]);
    case "repaired": {
      const { repaired, left } = outcome.repair;
      const rest = left.map(({ anchor, why }) => [anchor.address, why] as const);
      return told(counted(repaired.length, "doneRepaired", "doneNotRepaired", rest, speech));
    }
  }
}

const MOST_NAMED = 3;

const seriesWords = (ids: readonly string[], { say }: Speech): string =>
  ids.length > MOST_NAMED ? say("doneSeries", { n: ids.length }) : ids.join(", ");

function counted(
  n: number,
  done: CountedWord,
  left: Word,
  rest: readonly (readonly [string, keyof typeof WHY_NOT])[],
  { say, count }: Speech,
): Said {
  const lines = n === 0 && rest.length === 0 ? [say("doneNothing")] : [count(done, n)];
  return [
    [...lines, ...(rest.length > 0 ? [say(left, { n: rest.length })] : [])],
    rest.map(([place, why]) => `${place}: ${say(WHY_NOT[why])}`),
  ];
}

/** What was done, and what became of the cells. */
function withCells(line: string, upToDate: UpToDate, { say, count }: Speech): Said {
  const { answered, total, silent, refused, unanswered, unbound, cancelled } = upToDate;
  const reasons = new Map(refused.map(({ anchor, why }) => [anchor, why]));
  const open = silent.map((anchor) => {
    const why = reasons.get(anchor);
    return why === undefined ? anchor.address : `${anchor.address}: ${say(WHY_NOT[why])}`;
  });
  return [
    [
      line,
      ...(cancelled
        ? [count("doneStopped", silent.length)]
        : silent.length > 0
          ? [say("doneWorked", { done: answered, total })]
          : []),
    ],
    [
      ...(cancelled || open.length === 0 ? [] : [say("doneSilent", { cells: open.join(", ") })]),
      ...unbound.map(({ sheet, problem }) => say("doneUnbound", { charts: `${sheet}: ${problem.message}` })),
    ],
    unanswered.map(({ anchor, problem }) => `${anchor.address}: ${problem.message}`),
  ];
}
