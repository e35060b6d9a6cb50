import { createHash } from "node:crypto";
import * as v from "valibot";
import { SOURCES, type SourceId } from "../../catalog/sources";
import { frequencyOf, isPeriod, type Day, type Period } from "../../domain/period";
import type { RateMonth, Revision, SeriesId, Status } from "../../domain/series";
import { isDay } from "../../load/document";
import type { Recording } from "./recording";

/** Raised when the written shape changes; segments of a newer format are left alone. */
const FORMAT = 1;

/** Whose recordings a segment holds. */
export interface Label {
  readonly id: SeriesId;
  readonly statistic: SourceId;
}

/** What a text turned out to be: recordings, one of a newer version of this program, or damaged and how. */
export type SegmentRead =
  | { readonly ok: true; readonly recordings: readonly Recording[] }
  | { readonly ok: false; readonly why: string; readonly isNewer: boolean };

/** Some recordings as text, which proves by a sum over the rest that it is whole. */
export function writeSegment({ id, statistic }: Label, recordings: readonly Recording[]): string {
  const body = JSON.stringify({ format: FORMAT, id, statistic, recordings });
  return `${body.slice(0, -1)},"sum":"${sumOf(body)}"}\n`;
}

/** The recordings in a text of unknown origin, which must be of that series and statistic. */
export function readSegment(text: string, label: Label): SegmentRead {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return damaged("it is broken off, or not JSON");
  }
  if (typeof raw !== "object" || raw === null) return damaged("it is not a segment");
  const { sum, ...rest } = raw as Record<string, unknown>;
  if (sum !== sumOf(JSON.stringify(rest))) return damaged("its sum does not match its content");
  if (typeof rest.format === "number" && rest.format > FORMAT)
    return { ok: false, why: `its format ${rest.format} is of a newer version of DigiTrade`, isNewer: true };
  if (rest.id !== label.id || rest.statistic !== label.statistic)
    return damaged(`it belongs to ${String(rest.id)} of ${String(rest.statistic)}`);
  const read = v.safeParse(SEGMENT, rest, { abortEarly: true });
  if (!read.success) return damaged(`${v.getDotPath(read.issues[0]) ?? "it"} is not what it should be`);
  return { ok: true, recordings: read.output.recordings };
}

const damaged = (why: string): SegmentRead => ({ ok: false, why, isNewer: false });

const sumOf = (body: string): string => createHash("sha256").update(body).digest("hex");

const STATUSES: readonly unknown[] = [
  "approx",
  "prelim",
  "break",
  "secondary",
] as const satisfies readonly Status[];

const isPeriodText = (raw: unknown): raw is Period => typeof raw === "string" && isPeriod(raw);
const isFigure = (raw: unknown): boolean => raw === null || Number.isFinite(raw);

const row = v.custom<Revision>((raw) => {
  if (!Array.isArray(raw)) return false;
  const [period, value, knownOn, status] = raw as readonly unknown[];
  const isStatus = status === undefined || STATUSES.includes(status);
  return isPeriodText(period) && isFigure(value) && isDay(knownOn) && isStatus;
});

const month = v.custom<RateMonth>(
  (raw) => Array.isArray(raw) && isPeriodText(raw[0]) && frequencyOf(raw[0]) === "M",
);

const SEGMENT = v.object({
  format: v.literal(FORMAT),
  recordings: v.array(
    v.object({
      recorded: v.pipe(v.number(), v.safeInteger()),
      source: v.custom<SourceId>((raw) => typeof raw === "string" && Object.hasOwn(SOURCES, raw)),
      published: v.exactOptional(v.custom<Day>(isDay)),
      spans: v.array(v.strictTuple([v.custom<Period>(isPeriodText), v.custom<Period>(isPeriodText)])),
      note: v.exactOptional(v.string()),
      rows: v.array(row),
      months: v.exactOptional(v.array(month)),
    }),
  ),
});

/** Recordings without news say only that a release changed nothing; of so many the oldest tell nobody anything. */
const MOST_WITHOUT_NEWS = 400;

/** The recordings of several segments as those of one: each once, and none that holds a figure left out. */
export function merged(recordings: readonly Recording[]): readonly Recording[] {
  const distinct = new Map<string, Recording>();
  for (const recording of recordings) {
    const { note: _, ...content } = recording;
    const key = JSON.stringify(content);
    distinct.set(key, distinct.get(key) ?? recording);
  }
  const inOrder = [...distinct.values()].sort((a, b) => a.recorded - b.recorded);
  const silent = inOrder.filter(({ rows, months }) => rows.length === 0 && !months);
  const dropped = new Set(silent.slice(0, Math.max(0, silent.length - MOST_WITHOUT_NEWS)));
  return inOrder.filter((recording) => !dropped.has(recording));
}
