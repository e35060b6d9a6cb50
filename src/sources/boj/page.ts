import * as v from "valibot";
import type { Problem } from "../../domain/problem";
import { isHtml, parseJson, refused, textOf, unreadable, type Complain } from "../common/reply";
import type { Reply } from "../common/source";
import type { StatedSeries } from "./stated";

/** Whom a complaint names. */
const BANK = "the Bank of Japan's Time-Series Data Search";

export const complainOfBank: Complain = (why, cause) => unreadable(BANK, why, cause);

/** One page of an answer: its series, and where the next page starts, if there is one. */
export interface Page {
  readonly series: readonly StatedSeries[];
  readonly next?: number;
}

const status = v.pipe(v.union([v.number(), v.string()]), v.transform(Number));
const position = v.union([v.number(), v.string()]);

/** `DATE` is left alone: its hours are not always written with two digits. */
const ENVELOPE = v.object({
  STATUS: status,
  MESSAGEID: v.optional(v.nullable(v.string())),
  MESSAGE: v.optional(v.nullable(v.string())),
  NEXTPOSITION: v.optional(v.nullable(position)),
  RESULTSET: v.optional(v.nullable(v.array(v.unknown()))),
});

/** Labels have the suffix `_J` in Japanese; a heading has an empty code and no values. */
const SERIES = v.object({
  SERIES_CODE: v.pipe(v.string(), v.nonEmpty()),
  UNIT: v.optional(v.nullable(v.string())),
  UNIT_J: v.optional(v.nullable(v.string())),
  FREQUENCY: v.optional(v.nullable(v.string())),
  LAST_UPDATE: v.optional(v.unknown()),
  VALUES: v.object({
    SURVEY_DATES: v.array(v.union([v.number(), v.string()])),
    VALUES: v.array(v.unknown()),
  }),
});

type Envelope = v.InferOutput<typeof ENVELOPE>;

/**
 * A page of an answer. The Bank explains its refusals in JSON, under the status of the refusal or under status 200: both
 * are Problems ("unreachable"). An answer that is none of the Bank's documents is one, too ("unreadable").
 */
export function pageOf(reply: Reply): Page {
  if (reply.status !== 200) throw refused(reply.status, BANK, explanation(reply.text));
  return pageOfJson(parseJson(textOf(reply, BANK), BANK), complainOfBank, (status, said) =>
    refused(status, BANK, said),
  );
}

/** The same of a document at hand; `refusal` makes the Problem where it holds a refusal of the Bank's. */
export function pageOfJson(
  json: unknown,
  complain: Complain,
  refusal: (status: number, said: string) => Problem,
): Page {
  const read = v.safeParse(ENVELOPE, json);
  if (!read.success) throw complain("it is not a document of the Bank of Japan's API");
  const envelope = read.output;
  if (envelope.STATUS !== 200) throw refusal(envelope.STATUS, wordsOf(envelope));
  const next = envelope.NEXTPOSITION ?? "";
  return {
    series: (envelope.RESULTSET ?? []).flatMap(seriesOf),
    ...(next !== "" && { next: Number(next) }),
  };
}

/** Nothing for a heading, or for what has no shape of a series; that one is missing for it is noticed by its reader. */
function seriesOf(raw: unknown): readonly StatedSeries[] {
  const read = v.safeParse(SERIES, raw);
  if (!read.success) return [];
  const { SERIES_CODE: code, UNIT, UNIT_J, FREQUENCY, LAST_UPDATE, VALUES } = read.output;
  return [
    {
      code,
      unit: UNIT ?? UNIT_J ?? "",
      ...(FREQUENCY && { frequency: FREQUENCY }),
      lastUpdate: LAST_UPDATE,
      dates: VALUES.SURVEY_DATES.map(String),
      values: VALUES.VALUES,
    },
  ];
}

const wordsOf = ({ MESSAGEID, MESSAGE }: Envelope): string => [MESSAGEID, MESSAGE].filter(Boolean).join(" ");

/** The Bank's own words for a refusal, if the answer is the Bank's at all. */
function explanation(text: string): string {
  if (isHtml(text)) return "";
  try {
    const read = v.safeParse(ENVELOPE, JSON.parse(text));
    return read.success ? wordsOf(read.output) : "";
  } catch {
    return "";
  }
}
