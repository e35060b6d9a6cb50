import { frequencyOf, isPeriod, type Day } from "../../domain/period";
import type { Problem } from "../../domain/problem";
import { excerpt } from "./reply";

/** The Problem ("unreadable") of an answer or a file at hand; `what` completes "cannot be read: …". */
export type Refuse = (what: string, cause?: unknown) => Problem;

/** No exchange rate that anybody quotes lies outside; what does is another column, or a broken number. */
const LEAST = 0.0001;
const MOST = 1_000_000;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** An exchange rate, stated as a number or as its text; what is none, not above zero, or absurd is refused. */
export function rateOf(raw: unknown, where: string, refuse: Refuse): number {
  const value = typeof raw === "string" && NUMBER.test(raw.trim()) ? Number(raw) : raw;
  if (typeof value !== "number") throw refuse(`"${words(raw)}" (${where}) is not a rate`);
  if (!(value >= LEAST && value <= MOST))
    throw refuse(`${value} (${where}) cannot be a rate; rates lie above zero and below a million`);
  return value;
}

/** A day in the form 2024-06-21; anything else is refused. */
export function dayOf(raw: unknown, refuse: Refuse): Day {
  if (typeof raw === "string" && isPeriod(raw) && frequencyOf(raw) === "D") return raw;
  throw refuse(`"${words(raw)}" is not a day`);
}

/** Whether JSON is an object with names. */
export function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

/** What stands in place of a figure, in short. */
function words(raw: unknown): string {
  if (raw === undefined) return "nothing";
  return excerpt(typeof raw === "string" ? raw : JSON.stringify(raw), 30);
}
