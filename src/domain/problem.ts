/** What can go wrong. The first two ask for another formula, the others for another world (see functions/bridge/failure). */
export type ProblemKind =
  "bad-input" | "unknown-series" | "no-data" | "no-rate" | "unreachable" | "unreadable";

/** The only error of this project: a kind and one sentence that says what failed and what to do. */
export class Problem extends Error {
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Problem";
    this.kind = kind;
  }
}

/** The formula must change. */
export function badInput(message: string): Problem {
  return new Problem("bad-input", message);
}

/** No figure is held or published. */
export function noData(message: string): Problem {
  return new Problem("no-data", message);
}

/** Whatever was thrown, as a Problem: our own pass through, anything else is reported as unreadable. */
export function asProblem(thrown: unknown): Problem {
  try {
    return thrown instanceof Problem ? thrown : unexpected(thrown, wordsOf(thrown));
  } catch {
    // Objects without a prototype, revoked proxies and throwing getters refuse even to be looked at.
    return unexpected(thrown, "something that cannot be put into words");
  }
}

function unexpected(thrown: unknown, words: string): Problem {
  return new Problem(
    "unreadable",
    `DigiTrade could not work this out (${words}). Please report the formula.`,
    {
      cause: thrown,
    },
  );
}

/** The message of an error, or of an object that has one; else the thing as text. */
function wordsOf(thrown: unknown): string {
  const isObject = typeof thrown === "object" && thrown !== null;
  const words = String(isObject && "message" in thrown ? thrown.message : thrown);
  return words === "" ? "no reason given" : words;
}
