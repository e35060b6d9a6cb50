import type { Problem } from "../../domain/problem";
import type { AnswerAt, Compute } from "./outcome";

/** One call of one of our functions from a cell, and how its result came about. */
export interface Call {
  readonly name: string;
  readonly key: string;
  /** The derivation, made when somebody asks. */
  readonly why?: () => string;
  /** The same cell by cell, for whoever shows it step by step; not every function tells. */
  readonly answerAt?: AnswerAt | undefined;
  readonly problem?: Problem;
  /** The arguments as they arrived, and the computation over figures: to look at what it would be over others. */
  readonly again?: { readonly args: readonly unknown[]; readonly compute: Compute };
}

const CALLS_PER_CELL = 8;
const CELLS_KEPT = 100_000;

/** What our functions did at which address: the memory behind WHY, and behind knowing that a recalculation is complete. */
export class Ledger {
  readonly #calls = new Map<string, readonly Call[]>();
  readonly #listeners = new Set<(address: string | undefined) => void>();
  #count = 0;

  /** Calls recorded so far; grows with every invocation. */
  get count(): number {
    return this.#count;
  }

  /** Calls back after every call with the address that it came from, until the returned function is called. */
  subscribe(listener: (address: string | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  record(address: string | undefined, call: Call): void {
    this.#count++;
    if (this.#listeners.size > 0) for (const listener of [...this.#listeners]) listener(address);
    if (address === undefined) return;
    const key = address.toUpperCase();
    const others = this.#calls.get(key);
    if (!others) {
      if (this.#calls.size >= CELLS_KEPT) this.#calls.clear();
      this.#calls.set(key, [call]);
      return;
    }
    if (others.length === 1 && others[0]?.key === call.key) {
      this.#calls.set(key, [call]);
      return;
    }
    this.#calls.set(key, [...others.filter((c) => c.key !== call.key), call].slice(-CALLS_PER_CELL));
  }

  /**
   * The calls last made from a cell. With the cell's formula at hand, only as many of each function as it holds, the
   * last ones: a formula that was typed over leaves nothing behind.
   */
  callsAt(address: string, formula?: string): readonly Call[] {
    const calls = this.#calls.get(address.toUpperCase()) ?? [];
    if (formula === undefined) return calls;
    const upper = formula.toUpperCase();
    const left = new Map<string, number>();
    for (const { name } of calls) left.set(name, upper.split(`.${name}(`).length - 1);
    const kept = [...calls].reverse().filter(({ name }) => {
      const n = left.get(name) ?? 0;
      left.set(name, n - 1);
      return n > 0;
    });
    return kept.reverse();
  }

  forget(): void {
    this.#calls.clear();
  }
}
