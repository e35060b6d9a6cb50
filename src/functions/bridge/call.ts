import { Absent } from "../../answer/shelf";
import { Problem, asProblem } from "../../domain/problem";
import type { Series, SeriesId } from "../../domain/series";
import { writeCells } from "./cells";
import type { Call } from "./ledger";
import { shownCells, type Compute, type Outcome } from "./outcome";
import { currentState, makeShelf } from "./runtime";

export type { Outcome } from "./outcome";

/** Among the arguments: the answer depends on more than these, so it is worked out at each call. */
export const UNREMEMBERED: readonly unknown[] = [];

interface Memoised {
  readonly written: unknown;
  readonly call: Call;
}

const MEMO_LIMIT = 50_000;
/** Documents asked for in turn: a basket's parts, then its totals, then a fallback's rates. Far below this in practice. */
const MOST_ROUNDS = 20;
const CALL_TIMEOUT_MS = 30_000;

let taking: ((compute: Compute) => void) | undefined;

/**
 * What a function would work out for its arguments, taken out instead of done: `run` calls the function. Undefined where
 * it does not get as far as that.
 */
export function computationOf(run: () => unknown): Compute | undefined {
  let taken: Compute | undefined;
  taking = (compute) => (taken = compute);
  try {
    run();
  } finally {
    taking = undefined;
  }
  return taken;
}

/**
 * Run one custom function: answers at once when everything is at hand, else as a promise that always settles. Failures
 * become the host's errors with their sentence, and every call is recorded in the ledger.
 */
export function call(name: string, args: readonly unknown[], invocation: unknown, compute: Compute): unknown {
  if (taking) {
    taking(compute);
    return undefined;
  }
  let key: string | undefined;
  try {
    const state = currentState();
    const address = addressOf(invocation);
    if (!state.ready) return state.settled.then(() => call(name, args, invocation, compute));
    if (state.readyProblem) throw state.readyProblem;
    if (isPreview(invocation)) return settle(name, args, undefined, compute, true);
    key = memoKey(name, args);
    const known = key === undefined ? undefined : (state.memo.get(key) as Memoised | undefined);
    if (known) {
      state.ledger.record(address, known.call);
      return known.written;
    }
    const outcome = compute(state.shelf);
    if (outcome instanceof Promise) return settle(name, args, invocation, () => outcome, false);
    return finish(name, key, args, address, outcome, compute);
  } catch (thrown) {
    if (thrown instanceof Absent) return settle(name, args, invocation, compute, false);
    return fail(name, args, invocation, thrown, compute);
  }
}

/** The same for a function whose result is declared as a table. */
export function callMatrix(
  name: string,
  args: readonly unknown[],
  invocation: unknown,
  compute: Compute,
): unknown[][] {
  return call(name, args, invocation, (shelf) => {
    const outcome = compute(shelf);
    return outcome instanceof Promise ? outcome.then(asMatrix) : asMatrix(outcome);
  }) as unknown[][];
}

const asMatrix = (outcome: Outcome): Outcome => ({ ...outcome, matrix: true });

function finish(
  name: string,
  key: string | undefined,
  args: readonly unknown[],
  address: string | undefined,
  outcome: Outcome,
  compute: Compute,
): unknown {
  const state = currentState();
  const written = writeCells(state.connection.writer, shownCells(outcome));
  const entry: Call = {
    name,
    key: key ?? describeArguments(name, args),
    why: outcome.why,
    answerAt: outcome.answerAt,
    again: { args, compute },
  };
  if (key !== undefined) {
    if (state.memo.size >= MEMO_LIMIT) state.memo.clear();
    state.memo.set(key, { written, call: entry } satisfies Memoised);
  }
  state.ledger.record(address, entry);
  return written;
}

function fail(
  name: string,
  args: readonly unknown[],
  invocation: unknown,
  thrown: unknown,
  compute: Compute,
): never {
  const problem = asProblem(thrown);
  const state = currentState();
  const key = memoKey(name, args) ?? describeArguments(name, args);
  state.ledger.record(addressOf(invocation), { name, key, problem, again: { args, compute } });
  throw state.connection.writer.failure(problem);
}

/** The cold path: load what is absent, run again, until it answers. A preview loads nothing over the network. */
async function settle(
  name: string,
  args: readonly unknown[],
  invocation: unknown,
  compute: Compute,
  preview: boolean,
): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new Problem(
            "unreachable",
            "The figures did not arrive within 30 seconds; recalculate the cell, or work offline.",
          ),
        ),
      CALL_TIMEOUT_MS,
    );
  });
  try {
    // What arrives after the time-out is neither shown nor recorded.
    const settled = await Promise.race([loadAndRun(name, args, invocation, compute, preview), timeout]);
    return settled();
  } catch (thrown) {
    return fail(name, args, preview ? undefined : invocation, thrown, compute);
  } finally {
    clearTimeout(timer);
  }
}

async function loadAndRun(
  name: string,
  args: readonly unknown[],
  invocation: unknown,
  compute: Compute,
  preview: boolean,
): Promise<() => unknown> {
  const failures = new Map<SeriesId, Problem>(currentState().missing);
  const extra = new Map<SeriesId, Series>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const state = currentState();
    const transient = preview || [...failures.values()].some((p) => p.kind !== "no-data");
    const derived = transient ? new Map<string, unknown>() : state.shelf.derived;
    try {
      const made = compute(makeShelf(state.connection, derived, failures, extra));
      const outcome = made instanceof Promise ? await made : made;
      if (preview) return () => writeCells(state.connection.writer, shownCells(outcome));
      const key = transient ? undefined : memoKey(name, args);
      return () => finish(name, key, args, addressOf(invocation), outcome, compute);
    } catch (thrown) {
      if (!(thrown instanceof Absent)) throw thrown;
      await loadAll(thrown.ids, failures, extra, preview);
    }
  }
  throw new Problem("unreadable", `${name} asked for figures without end. Please report the formula.`);
}

async function loadAll(
  ids: readonly SeriesId[],
  failures: Map<SeriesId, Problem>,
  extra: Map<SeriesId, Series>,
  preview: boolean,
): Promise<void> {
  const { connection, missing } = currentState();
  const load = preview ? (connection.preview ?? connection.figures.load) : connection.figures.load;
  const results = await Promise.allSettled(ids.map((id) => load(id)));
  for (const [i, result] of results.entries()) {
    const id = ids[i];
    if (id === undefined) continue;
    if (result.status === "fulfilled") {
      extra.set(id, result.value);
      continue;
    }
    const problem = asProblem(result.reason);
    failures.set(id, problem);
    if (problem.kind === "no-data") missing.set(id, problem);
  }
}

function addressOf(invocation: unknown): string | undefined {
  const address = (invocation as { address?: unknown } | null | undefined)?.address;
  return typeof address === "string" ? address : undefined;
}

/** Typed as text in some hosts' declarations and sent as a boolean by others. */
function isPreview(invocation: unknown): boolean {
  const flag = (invocation as { isInValuePreview?: unknown } | null | undefined)?.isInValuePreview;
  return flag === true || flag === "true";
}

/** Enough of the arguments to tell two calls in one cell apart. */
function describeArguments(name: string, args: readonly unknown[]): string {
  try {
    return `${name}${JSON.stringify(args).slice(0, 500)}`;
  } catch {
    return name;
  }
}

/** A key for calls whose arguments are plain, alone or as a range of one cell; calls with ranges are worked out each time. */
function memoKey(name: string, args: readonly unknown[]): string | undefined {
  let key = name;
  for (const arg of args) {
    const value = single(arg);
    // An empty cell that is referred to is not an argument left out.
    if (value === null || value === undefined) key += value === arg ? "|" : "|[]";
    else if (typeof value === "string") key += `|"${value}`;
    else if (typeof value === "number" || typeof value === "boolean") key += `|${value}`;
    else return undefined;
  }
  return key;
}

/** A literal for a table parameter arrives as a range of one cell. */
function single(arg: unknown): unknown {
  if (!Array.isArray(arg) || arg.length !== 1) return arg;
  const row: unknown = arg[0];
  return Array.isArray(row) && row.length === 1 ? row[0] : arg;
}
