import type { Day } from "../../domain/period";
import { Problem } from "../../domain/problem";
import type { Load, Series, SeriesId } from "../../domain/series";
import type { Shelf } from "../../answer/shelf";
import { Absent } from "../../answer/shelf";
import type { CellWriter } from "./cells";
import { Ledger } from "./ledger";

/** The figures that functions answer from: a workbook's edition (see load/edition). */
export interface Figures {
  readonly load: Load;
  readonly peek: (id: SeriesId) => Series | undefined;
  readonly pin: Day | undefined;
  /** Grows whenever an answer could have changed. */
  readonly revision: number;
  readonly entries: () => readonly {
    readonly id: SeriesId;
    readonly version: string;
    readonly published?: Day;
    readonly retrieved: Day;
    readonly embedded?: boolean;
    readonly stale?: boolean;
  }[];
  /** Newer documents that were found and wait for the user's consent. */
  readonly staged?: () => ReadonlyMap<SeriesId, Series>;
  /** Whether there are previous figures to go back to. */
  readonly restorable?: boolean;
}

/** The gateway as this host has met it so far; moments are texts such as `2026-11-26 10:15 UTC`. */
export interface GatewayContact {
  readonly address: string;
  /** When it answered last. */
  readonly answered?: string;
  /** The last attempt that failed, unless it has answered since. */
  readonly failed?: { readonly at: string; readonly why: string };
}

/** The workbook, as far as a function may look at it: the formula of a cell, if the host can tell, at once or later. */
export interface Book {
  readonly formulaAt: (address: string) => string | undefined | Promise<string | undefined>;
}

/** What a host gives to the functions. */
export interface Connection {
  readonly figures: Figures;
  readonly writer: CellWriter;
  readonly today: () => Day;
  /** Resolves when the host and the workbook's edition have been read; rejects if the edition cannot be. */
  readonly ready?: Promise<void>;
  /** Answers formula previews without any request. */
  readonly preview?: Load;
  readonly book?: Book;
  /** Where figures come from, in words: an address, or "offline, embedded figures". */
  readonly origin: string;
  /** Only where a gateway is configured. */
  readonly gateway?: () => GatewayContact;
  readonly product: string;
}

interface State {
  readonly connection: Connection;
  readonly ledger: Ledger;
  readonly memo: Map<string, unknown>;
  readonly missing: Map<SeriesId, Problem>;
  shelf: Shelf;
  revision: number;
  ready: boolean;
  readyProblem: Problem | undefined;
  readonly settled: Promise<void>;
}

let state: State | undefined;

const READY_TIMEOUT_MS = 15_000;

/** Connect the functions to a host; a second call replaces the first (another workbook, another test). */
export function connect(connection: Connection): void {
  const missing = new Map<SeriesId, Problem>();
  const next: State = {
    connection,
    ledger: new Ledger(),
    memo: new Map(),
    missing,
    shelf: makeShelf(connection, new Map(), missing),
    revision: connection.figures.revision,
    ready: connection.ready === undefined,
    readyProblem: undefined,
    settled: connection.ready === undefined ? Promise.resolve() : awaitReady(connection.ready, () => next),
  };
  state = next;
}

async function awaitReady(ready: Promise<void>, target: () => State): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("time-out")), READY_TIMEOUT_MS);
  });
  try {
    await Promise.race([ready, timeout]);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    target().readyProblem = new Problem(
      "unreadable",
      `The figures held in this workbook could not be read (${reason}). Reopen the workbook; no other figures are shown in their place.`,
    );
  } finally {
    clearTimeout(timer);
    target().ready = true;
  }
}

/** The state that calls work with; a Problem when no host is connected. */
export function currentState(): State {
  if (!state) throw new Problem("unreadable", "DigiTrade is still starting; recalculate the cell.");
  if (state.revision !== state.connection.figures.revision) {
    state.revision = state.connection.figures.revision;
    state.memo.clear();
    state.missing.clear();
    state.shelf = makeShelf(state.connection, new Map(), state.missing);
  }
  return state;
}

/** The calls made so far, for WHY, refresh and tests. */
export function ledger(): Ledger {
  return currentState().ledger;
}

/** A shelf over the edition; `failures` are documents that could not be had. */
export function makeShelf(
  connection: Pick<Connection, "figures" | "today">,
  derived: Map<string, unknown>,
  failures: ReadonlyMap<SeriesId, Problem>,
  extra?: ReadonlyMap<SeriesId, Series>,
): Shelf {
  const { figures } = connection;
  return {
    document: (id) => {
      const held = figures.peek(id) ?? extra?.get(id);
      if (held) return held;
      const failure = failures.get(id);
      if (failure) throw failure;
      throw new Absent([id]);
    },
    get pin() {
      return figures.pin;
    },
    get today() {
      return connection.today();
    },
    derived,
  };
}
