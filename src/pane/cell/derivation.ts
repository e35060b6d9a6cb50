import type { Answer } from "../../answer/evaluate";
import { isPartial, type Aggregate } from "../../domain/aggregate";
import type { Rate } from "../../domain/exchange";
import type { Transform } from "../../domain/transform";
import type { Figure } from "../../domain/vintage";
import { DEFINITION_WORD, measuredText, rateText, STATUS_WORD } from "../figure-words";
import type { Word } from "../words/en";
import type { Speech } from "../words/speech";
import { conversionStep, rateStep } from "./rate-steps";
import { MOST_ROWS, type Detail, type Step } from "./step";

/** How a number came about, step by step: figures → together → exchange rate → unit → sign → comparison → result. */
export function stepsOf(answer: Answer, speech: Speech): readonly Step[] {
  return [
    ...(answer.rate ? quotedSteps(answer, answer.rate, speech) : madeSteps(answer, speech)),
    result(answer, speech),
  ];
}

function result(answer: Answer, speech: Speech): Step {
  const { value, unit, scale, period } = answer;
  return { title: speech.say("stepResult"), text: measuredText(value, unit, scale, speech), notes: [period] };
}

/** A rate that is the answer itself, perhaps the other way round than the market quotes it. */
function quotedSteps(answer: Answer, rate: Rate, speech: Speech): readonly Step[] {
  const { unit } = answer;
  const isInverse = unit.kind === "rate" && unit.base !== rate.pair.base;
  return [
    rateStep(rate, speech),
    ...(isInverse
      ? [
          {
            title: speech.say("stepInverse"),
            text: speech.say("inverseOf", { rate: rateText(rate.value, speech) }),
            notes: [],
          },
        ]
      : []),
    ...changeSteps(answer, speech),
  ];
}

function madeSteps(answer: Answer, speech: Speech): readonly Step[] {
  const { aggregate, converted } = answer;
  if (!aggregate) return [];
  return [
    figuresStep(answer, aggregate, speech),
    ...(aggregate.figures.length > 1 || isPartial(aggregate) ? [madeStep(answer, aggregate, speech)] : []),
    ...(converted ? [conversionStep(converted, speech)] : []),
    ...unitSteps(answer, speech),
    ...changeSteps(answer, speech),
  ];
}

/** What was published: of one figure its value, of several where they lie. */
function figuresStep(answer: Answer, made: Aggregate, speech: Speech): Step {
  const { entry, subject } = answer;
  const { say, of } = speech;
  const [only, another] = made.figures;
  const single = only && another === undefined && !isPartial(made) ? only : undefined;
  const parts = subject && !made.figures.some(({ total }) => total) ? partRows(answer, made, speech) : [];
  const rows = parts.length > 0 ? parts : made.figures.map((figure) => figureRow(figure, answer, speech));
  const details =
    rows.length > 1
      ? {
          summary: say(parts.length > 0 ? "showParts" : "showFigures", { n: rows.length }),
          rows: rows.slice(0, MOST_ROWS),
        }
      : undefined;
  return {
    title: say(single ? "stepFigure" : "stepFigures"),
    text: of(entry.title),
    notes: [
      ...(entry.definition ? [say(DEFINITION_WORD[entry.definition])] : []),
      ...(single
        ? [`${measuredText(made.value, entry.unit, "raw", speech)} · ${howMade(answer, made, speech)}`]
        : []),
    ],
    ...(details && { details }),
  };
}

/** What each part of a basket or balance contributes. */
function partRows({ subject, entry }: Answer, made: Aggregate, speech: Speech): readonly Detail[] {
  return (subject?.parts ?? []).map((part) => {
    const sum = made.figures.reduce((s, { period }) => s + (part.view.figures.get(period)?.value ?? 0), 0);
    const value = measuredText(part.sign * sum, entry.unit, "raw", speech);
    return { label: speech.of(part.entry.title), value };
  });
}

function figureRow({ period, value, knownOn, status }: Figure, { entry }: Answer, speech: Speech): Detail {
  const known = speech.say("knownSince", { day: knownOn });
  return {
    label: period,
    value: value === null ? "" : measuredText(value, entry.unit, "raw", speech),
    note: status === undefined ? known : `${known} · ${speech.say(STATUS_WORD[status])}`,
  };
}

function madeStep(answer: Answer, made: Aggregate, speech: Speech): Step {
  return {
    title: speech.say("stepMade"),
    text: measuredText(made.value, answer.entry.unit, "raw", speech),
    notes: [
      howMade(answer, made, speech),
      ...(isPartial(made) ? [speech.say("madeOf", { n: made.figures.length, of: made.of })] : []),
    ],
  };
}

function howMade({ period, subject }: Answer, made: Aggregate, { say, count }: Speech): string {
  const first = made.figures[0]?.period ?? made.period;
  const last = made.figures.at(-1)?.period ?? made.period;
  switch (made.how) {
    case "published": {
      if (made.figures[0]?.total) return say("madeTotal", { period });
      return say((subject?.parts.length ?? 0) > 0 ? "madeParts" : "madePublished", { period });
    }
    case "last":
      return last === period
        ? say("madePublished", { period })
        : say("madeLast", { period: `${period} (${last})` });
    case "sum":
      return count("madeSum", made.figures.length, { first, last });
    case "avg":
      return count("madeAvg", made.figures.length, { first, last });
  }
}

/** The unit of the answer where it is not the published one, then its sign where it was turned. */
function unitSteps(answer: Answer, speech: Speech): readonly Step[] {
  const { choices, scale, converted, transformed } = answer;
  const { say } = speech;
  const { value, unit } = transformed ? { value: transformed.before, unit: transformed.unit } : answer;
  const isReversed = choices.sign === "deficit";
  const isOther = converted !== undefined || scale !== "raw";
  return [
    ...(isOther && (isReversed || transformed)
      ? [
          {
            title: say("stepUnit"),
            text: measuredText(isReversed ? -value : value, unit, scale, speech),
            notes: [],
          },
        ]
      : []),
    ...(isReversed ? [{ title: say("stepSign"), text: "× −1", notes: [say("signReversed")] }] : []),
  ];
}

const CHANGE_WORD = {
  chg: "changeChg",
  pch: "changePch",
  pc1: "changePc1",
  idx: "changeIdx",
} as const satisfies Record<Transform["kind"], Word>;

function changeSteps({ transformed, scale }: Answer, speech: Speech): readonly Step[] {
  if (!transformed) return [];
  const { transform, before, unit, others } = transformed;
  const { say } = speech;
  const mean = others.reduce((sum, { value }) => sum + value, 0) / others.length;
  const period = transform.kind === "idx" ? transform.base : (others[0]?.period ?? "");
  return [
    {
      title: say("stepChange"),
      text: say(CHANGE_WORD[transform.kind], { period }),
      notes: [
        say("changeFrom", {
          then: measuredText(mean, unit, scale, speech),
          now: measuredText(before, unit, scale, speech),
        }),
      ],
    },
  ];
}
