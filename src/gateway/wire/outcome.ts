import { Problem, type ProblemKind } from "../../domain/problem";
import type { Reply } from "../../sources/common/source";

/** How one exchange with a host ended. */
export type Outcome =
  | { readonly kind: "replied"; readonly reply: Reply; readonly bytes: number }
  | { readonly kind: "redirected"; readonly status: number; readonly location: string | undefined }
  | Failure;

export interface Failure {
  readonly kind: "failed";
  readonly problem: Problem;
  /** Whether another attempt may end better. */
  readonly again: boolean;
  /** Whether this speaks against the host, so that its breaker counts it; an answer of the wrong kind does not. */
  readonly hostFailed: boolean;
  /** For how long the provider asked to be left alone, in milliseconds. */
  readonly restMs?: number;
}

/** A failure that no other attempt would mend. */
export function failedForGood(kind: ProblemKind, sentence: string): Failure {
  return { kind: "failed", problem: new Problem(kind, sentence), again: false, hostFailed: false };
}

/** A failure of the host that may pass. */
export function failedForNow(sentence: string, restMs?: number): Failure {
  return {
    kind: "failed",
    problem: new Problem("unreachable", sentence),
    again: true,
    hostFailed: true,
    ...(restMs !== undefined && { restMs }),
  };
}
