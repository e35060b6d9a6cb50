import { asProblem } from "../domain/problem";
import type { Load } from "../domain/series";
import { ask } from "./ask";

/** How an address has answered so far; moments are texts of the host's. */
export interface Contact {
  readonly address: string;
  /** When it answered last. */
  readonly answered?: string;
  /** The last attempt that failed, unless anything was answered since it began. */
  readonly failed?: { readonly at: string; readonly why: string };
}

export interface ContactOptions {
  readonly address: string;
  /** The present moment as a text, such as `2026-11-26 10:15 UTC`. */
  readonly moment: () => string;
}

/** A Load that remembers whether its far end answers. To lack a series is an answer; to be out of reach is none. */
export interface WatchedLoad extends Load {
  readonly contact: () => Contact;
}

/** Watches a Load that asks a far end; what it answers and how it fails stays as it is. */
export function watched(load: Load, { address, moment }: ContactOptions): WatchedLoad {
  let known: Contact = { address };
  let answers = 0;
  const answered = (): void => {
    answers++;
    known = { address, answered: moment() };
  };
  const answer: Load = async (id) => {
    const before = answers;
    try {
      const series = await ask(load, id);
      answered();
      return series;
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.kind === "no-data") answered();
      // One series among many may be out of reach behind a far end that answers.
      else if (answers === before) known = { ...known, failed: { at: moment(), why: problem.message } };
      throw problem;
    }
  };
  return Object.assign(answer, { contact: () => known });
}
