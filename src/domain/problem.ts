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
  if (thrown instanceof Problem) return thrown;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return new Problem(
    "unreadable",
    `DigiTrade could not work this out (${text}). Please report the formula.`,
    {
      cause: thrown,
    },
  );
}
