import type { Answer } from "./evaluate";

/** The statuses of an answer as one word each, for the status column of a table. */
export function statusNames(answer: Answer): string {
  return [...answer.statuses, ...(answer.partial ? ["partial"] : [])].join(", ");
}
