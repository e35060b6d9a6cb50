import { useCallback, useState } from "react";
import { asProblem } from "../../domain/problem";

/** Something that a click began. */
export type TaskState =
  { readonly kind: "idle" | "busy" } | { readonly kind: "failed"; readonly sentence: string };

export interface Task {
  readonly state: TaskState;
  readonly run: (work: () => Promise<void>) => void;
}

/** Runs what a click asks for; what goes wrong is a sentence. */
export function useTask(): Task {
  const [state, setState] = useState<TaskState>({ kind: "idle" });
  const run = useCallback((work: () => Promise<void>) => {
    setState({ kind: "busy" });
    work().then(
      () => setState({ kind: "idle" }),
      (thrown: unknown) => setState({ kind: "failed", sentence: asProblem(thrown).message }),
    );
  }, []);
  return { state, run };
}
