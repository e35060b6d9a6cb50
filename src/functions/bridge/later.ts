import { Problem } from "../../domain/problem";
import { currentState } from "./runtime";

type CustomFunction = (...args: any[]) => unknown;
export type Functions = Readonly<Record<string, CustomFunction>>;

/**
 * Functions that load when one of them is first called; from then on they answer as directly as the others. If they
 * cannot be loaded the cell says so, and the next call tries again.
 */
export function lazily(ids: readonly string[], load: () => Promise<Functions>): Functions {
  let loaded: Functions | undefined;
  let loading: Promise<Functions> | undefined;
  const start = async (): Promise<Functions> => {
    try {
      return (loaded = await (loading ??= load()));
    } catch (cause) {
      loading = undefined;
      const problem = new Problem(
        "unreachable",
        "This function could not be loaded from the add-in's address; check the connection and recalculate the cell.",
        { cause },
      );
      throw currentState().connection.writer.failure(problem);
    }
  };
  const caller =
    (id: string): CustomFunction =>
    (...args: readonly unknown[]) =>
      loaded ? loaded[id]?.(...args) : start().then((functions) => functions[id]?.(...args));
  return Object.fromEntries(ids.map((id) => [id, caller(id)]));
}
