import * as v from "valibot";
import type { Day } from "../domain/period";
import { Problem } from "../domain/problem";
import type { Series, SeriesId } from "../domain/series";
import { isDay, readSeries } from "./document";

const SCHEMA = 1;

/** An edition as it travels: the documents in use and the day to which everything is pinned. */
export interface EditionDocument {
  readonly schema: typeof SCHEMA;
  readonly pin?: Day;
  readonly documents: readonly Series[];
}

const ENVELOPE = v.object({ pin: v.exactOptional(v.string()), documents: v.array(v.unknown()) });

/** An edition as it travels. */
export function writeEdition(documents: readonly Series[], pin: Day | undefined): EditionDocument {
  return { schema: SCHEMA, ...(pin !== undefined && { pin }), documents };
}

/** An edition from a document of unknown origin; one bad document in it makes the whole a Problem ("unreadable"). */
export function readEdition(raw: unknown): {
  readonly pin: Day | undefined;
  readonly documents: ReadonlyMap<SeriesId, Series>;
} {
  const schema = (raw as { schema?: unknown } | null | undefined)?.schema;
  if (typeof schema === "number" && schema > SCHEMA)
    throw unreadable("a newer version of DigiTrade wrote them; update DigiTrade");
  const envelope = v.safeParse(ENVELOPE, raw, { abortEarly: true });
  if (schema !== SCHEMA || !envelope.success)
    throw unreadable("they are damaged; restore an earlier copy of the file");
  const { pin, documents } = envelope.output;
  if (pin !== undefined && !isDay(pin)) throw unreadable(`they are pinned to "${pin}", which is not a day`);
  const series = documents.map((document) => readSeries(document, "the workbook's figures"));
  const byId = new Map(series.map((one) => [one.id, one]));
  if (byId.size < series.length)
    throw unreadable("a series is in them twice; restore an earlier copy of the file");
  return { pin, documents: byId };
}

function unreadable(why: string): Problem {
  return new Problem("unreadable", `The figures kept in this workbook cannot be read: ${why}.`);
}
