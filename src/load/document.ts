import * as v from "valibot";
import { CURRENCIES } from "../domain/currency";
import { comparePeriods, FREQUENCIES, frequencyOf, isPeriod, type Day, type Period } from "../domain/period";
import { Problem } from "../domain/problem";
import type { Measure, Observation, RateMonth, Revision, Series, SeriesId, Status } from "../domain/series";

const MEASURES = { flow: 1, stock: 1, rate: 1, index: 1, ratio: 1 } as const satisfies Record<Measure, 1>;
const STATUSES = { approx: 1, prelim: 1, break: 1, secondary: 1 } as const satisfies Record<Status, 1>;

const isPeriodText = (raw: unknown): raw is Period => typeof raw === "string" && isPeriod(raw);
/** Whether this is a day of the calendar in the project's own notation. */
export const isDay = (raw: unknown): raw is Day => isPeriodText(raw) && frequencyOf(raw) === "D";
const isMonth = (raw: unknown): raw is Period => isPeriodText(raw) && frequencyOf(raw) === "M";
/** Also safe as part of an address or a file name. */
const isId = (raw: unknown): boolean =>
  typeof raw === "string" && raw.length <= 80 && /^[A-Z0-9]+(?:[._-][A-Z0-9]+)*$/.test(raw);

const words = v.pipe(v.string(), v.nonEmpty());
const day = v.custom<Day>(isDay, "not a day");
const period = v.custom<Period>(isPeriodText, "not a period");
const list = v.custom<readonly unknown[]>(Array.isArray, "not a list");
const currency = v.picklist(CURRENCIES);

/** Unknown further fields are left out: a newer server may send more. */
const DOCUMENT = v.object({
  id: v.custom<SeriesId>(isId, "not the id of a series"),
  version: words,
  title: v.object({ en: words, ja: words }),
  measure: v.custom<Measure>(
    (raw) => typeof raw === "string" && Object.hasOwn(MEASURES, raw),
    "not a measure",
  ),
  annualised: v.exactOptional(v.boolean()),
  unit: v.variant("kind", [
    v.object({
      kind: v.literal("money"),
      currency,
      power: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(15)),
    }),
    v.object({
      kind: v.literal("rate"),
      base: currency,
      quote: currency,
      per: v.pipe(v.number(), v.finite(), v.gtValue(0)),
    }),
    v.object({ kind: v.literal("index"), base: period }),
    v.object({ kind: v.picklist(["percent", "persons", "number"]) }),
  ]),
  frequency: v.picklist(FREQUENCIES),
  adjusted: v.boolean(),
  source: v.object({
    id: words,
    name: words,
    // The pane makes a link of it: nothing but the web (a javascript: address would run).
    url: v.pipe(v.string(), v.regex(/^https?:\/\//i)),
    terms: v.string(),
    credit: v.string(),
  }),
  retrieved: day,
  published: v.exactOptional(day),
  release: v.exactOptional(v.strictTuple([period, period])),
  stale: v.exactOptional(v.boolean()),
  embedded: v.exactOptional(v.boolean()),
  note: v.exactOptional(v.string()),
  observations: list,
  revisions: v.exactOptional(list),
  citations: v.exactOptional(list),
  months: v.exactOptional(list),
});

/** A row as it is kept, or what is wrong with it. */
type ReadRow<Row> = (row: readonly unknown[]) => Row | string;

const isValue = (raw: unknown): raw is number | null => raw === null || Number.isFinite(raw);
/** JSON writes a hole in a list as null, so null counts as left out. */
const isOut = (raw: unknown): raw is null | undefined => raw === null || raw === undefined;
const isStatus = (raw: unknown): raw is Status => typeof raw === "string" && Object.hasOwn(STATUSES, raw);

/** Within one frequency the order of the text is the order in time, which is quicker to tell. */
const isBefore = (a: Period, b: Period): boolean =>
  (a.length === 10 && b.length === 10) || frequencyOf(a) === frequencyOf(b)
    ? a < b
    : comparePeriods(a, b) < 0;

function observationReader(): ReadRow<Observation> {
  let previous: Period | undefined;
  return ([at, value, status]) => {
    if (!isPeriodText(at)) return "does not start with a period";
    if (previous !== undefined && !isBefore(previous, at)) return `does not come after ${previous}`;
    if (!isValue(value)) return "has a value that is neither a finite number nor null";
    previous = at;
    if (isOut(status)) return [at, value];
    return isStatus(status) ? [at, value, status] : "has a status that this version does not know";
  };
}

const readRevision: ReadRow<Revision> = ([at, value, knownOn, status]) => {
  if (!isPeriodText(at)) return "does not start with a period";
  if (!isValue(value)) return "has a value that is neither a finite number nor null";
  if (!isDay(knownOn)) return "does not say the day when it became known";
  if (isOut(status)) return [at, value, knownOn];
  return isStatus(status) ? [at, value, knownOn, status] : "has a status that this version does not know";
};

const readCitation: ReadRow<readonly [Period, Day, string]> = ([at, knownOn, place]) => {
  if (!isPeriodText(at)) return "does not start with a period";
  if (!isDay(knownOn)) return "does not say the day when it became known";
  return typeof place === "string" && place !== "" ? [at, knownOn, place] : "names no place";
};

const readMonth: ReadRow<RateMonth> = (row) => {
  const [month, average, end = null, endDay = null, fixings = null] = row;
  if (!isMonth(month)) return "does not start with a month";
  if (!isValue(average) || !isValue(end)) return "has a value that is neither a finite number nor null";
  if (endDay !== null && !isDay(endDay)) return "names a last fixing without a day";
  if (fixings !== null && !(Number.isInteger(fixings) && Number(fixings) >= 0))
    return "has no count of fixings";
  return row.slice(0, 5) as unknown as RateMonth;
};

/**
 * A series from a document of unknown origin, checked and deeply frozen. `where` says in words where it came from
 * ("the gateway https://…"). A bad document is a Problem ("unreadable") that names what is wrong and where.
 */
export function readSeries(raw: unknown, where: string): Series {
  const read = v.safeParse(DOCUMENT, raw, { abortEarly: true });
  const refuse = (what: string): never => {
    const id: unknown = (raw as { id?: unknown } | null | undefined)?.id;
    const name = isId(id) ? String(id) : "A series";
    throw new Problem(
      "unreadable",
      `${name} from ${where} cannot be read: ${what}. Update DigiTrade; if that does not help, report it.`,
    );
  };
  if (!read.success) return refuse(issueWords(read.issues[0]));

  const rows = <Row>(name: string, from: readonly unknown[], readRow: ReadRow<Row>): readonly Row[] => {
    const kept: Row[] = [];
    for (const [index, row] of from.entries()) {
      const result = Array.isArray(row) ? readRow(row) : "is not a list";
      if (typeof result === "string") return refuse(`${name}[${index}]${startWords(row)} ${result}`);
      kept.push(Object.freeze(result));
    }
    return Object.freeze(kept);
  };
  const { observations, revisions, citations, months, ...head } = read.output;
  for (const part of Object.values(head)) Object.freeze(part);
  return Object.freeze<Series>({
    ...head,
    observations: rows("observations", observations, observationReader()),
    ...(revisions && { revisions: rows("revisions", revisions, readRevision) }),
    ...(citations && { citations: rows("citations", citations, readCitation) }),
    ...(months && { months: rows("months", months, readMonth) }),
  });
}

/** The text at the start of a row, to find it by. */
function startWords(row: unknown): string {
  const start: unknown = Array.isArray(row) ? row[0] : row;
  return typeof start === "string" ? ` "${start.slice(0, 20)}"` : "";
}

function issueWords(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? "the document"}: ${issue.message.slice(0, 120)}`;
}
