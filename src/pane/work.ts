import { useEffect, useState } from "react";
import { asProblem, type Problem } from "../domain/problem";

/** Something that takes time: under way, done, or failed with a sentence. */
export type Work<T> =
  | { readonly kind: "busy"; readonly last?: T }
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "failed"; readonly problem: Problem };

/**
 * Runs whenever `key` changes; of several under way the last one counts. While it runs the last value is at hand, so
 * that a pane need not flicker.
 */
export function useWork<T>(key: string, run: () => Promise<T>): Work<T> {
  const [work, setWork] = useState<Work<T>>({ kind: "busy" });
  useEffect(() => {
    let current = true;
    setWork((before) => (before.kind === "done" ? { kind: "busy", last: before.value } : { kind: "busy" }));
    run().then(
      (value) => {
        if (current) setWork({ kind: "done", value });
      },
      (thrown: unknown) => {
        if (current) setWork({ kind: "failed", problem: asProblem(thrown) });
      },
    );
    return () => {
      current = false;
    };
    // `run` is made anew at every rendering; the key stands for all that it depends on.
  }, [key]);
  return work;
}
