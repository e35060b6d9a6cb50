import { dueAfter, type Calendar, type Instant } from "../sources/common/calendar";

/** What is remembered of asking for a batch; shared by all gateways over one store. */
export interface BatchNote {
  /** When it was read last with success. */
  readonly checked?: Instant;
  /** When it was asked last, with whatever outcome. */
  readonly tried: Instant;
  /** Since when every attempt has failed, how many there were, and what the last one ended in. */
  readonly failing?: { readonly since: Instant; readonly times: number; readonly why: string };
}

const MINUTE = 60_000;
const FIRST_RETRY = 5 * MINUTE;
const LAST_RETRY = 6 * 60 * MINUTE;

/** When a batch is to be asked for again; 0 for one that never was. */
export function dueAt(note: BatchNote | undefined, calendar: Calendar): Instant {
  if (!note) return 0;
  if (note.failing) return note.tried + Math.min(FIRST_RETRY * 2 ** (note.failing.times - 1), LAST_RETRY);
  return note.checked === undefined ? 0 : dueAfter(calendar, note.checked);
}

export function succeeded(at: Instant): BatchNote {
  return { checked: at, tried: at };
}

export function failed(before: BatchNote | undefined, at: Instant, why: string): BatchNote {
  return {
    ...(before?.checked !== undefined && { checked: before.checked }),
    tried: at,
    failing: { since: before?.failing?.since ?? at, times: (before?.failing?.times ?? 0) + 1, why },
  };
}

/** A note from a store that anything may have written to; undefined where it is none. */
export function readNote(raw: unknown): BatchNote | undefined {
  const { checked, tried, failing } = (raw ?? {}) as Partial<Record<keyof BatchNote, unknown>>;
  if (typeof tried !== "number") return undefined;
  const { since, times, why } = (failing ?? {}) as Partial<Record<"since" | "times" | "why", unknown>>;
  const isFailing = typeof since === "number" && typeof times === "number" && typeof why === "string";
  return {
    tried,
    ...(typeof checked === "number" && { checked }),
    ...(isFailing && { failing: { since, times, why } }),
  };
}
