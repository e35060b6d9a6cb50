import type { CustomFunction, FunctionMetadata, FunctionTable, Invocation } from "../sheet/function-table";
import type { PushEntry } from "./bridge";
import { answerMemory } from "./answer-memory";
import { argumentsFor, type FunctionFile } from "./function-arguments";
import { type CallOutcome, outcomeOf, type WireResult } from "./function-results";

export type { FunctionFile } from "./function-arguments";

export interface RuntimeFunctions {
  readonly metadata: readonly FunctionMetadata[];
  /** What the sheet calls: each answers with a promise that the add-in's runtime settles. */
  readonly table: FunctionTable;
  /** `[id, ok, value, code?, …]` for each invocation that the runtime has finished. */
  readonly results: (results: readonly WireResult[]) => void;
  /** The runtime listens: what waits is sent. */
  readonly listens: () => void;
  /** Another page took over: whatever is in flight is asked again once it listens. */
  readonly restart: (listening: boolean) => void;
  /** The cell is typed into: nobody waits for its cancelable calls any more, and the next evaluation calls again. */
  readonly entered: (address: string) => void;
  /** The next evaluation of a cell, or of all, calls again. */
  readonly forget: (address?: string) => void;
  readonly counts: { invoked: number; messages: number; answered: number; cancelled: number };
  /** Nothing is queued or in flight. */
  readonly isIdle: () => boolean;
}

interface Flight {
  readonly id: number;
  /** Under which its answer is kept; undefined where it is not. */
  readonly key: string | undefined;
  readonly entry: PushEntry;
  readonly address: string | undefined;
  readonly cancelable: boolean;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** As the runtime numbers them. */
const CATEGORY = 1;
const INVOKE = 1000;
const CANCEL = 1001;
const CANCELABLE = 1;
const PER_MESSAGE = 2000;

/** Sends the sheet's calls to the real custom-functions runtime in the add-in's page and hands its answers back. */
export function runtimeFunctions(
  file: FunctionFile,
  push: (entries: readonly PushEntry[]) => void,
): RuntimeFunctions {
  const flights = new Map<number, Flight>();
  const memory = answerMemory();
  const counts = { invoked: 0, messages: 0, answered: 0, cancelled: 0 };
  let queue: Flight[] = [];
  let listening = false;
  let next = 1;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const schedule = (): void => {
    if (listening) timer ??= setTimeout(flush, 0);
  };

  function flush(): void {
    timer = undefined;
    const waiting = queue.filter(({ id }) => flights.has(id));
    queue = [];
    counts.invoked += waiting.length;
    for (let i = 0; i < waiting.length; i += PER_MESSAGE) {
      counts.messages++;
      push(waiting.slice(i, i + PER_MESSAGE).map(({ entry }) => entry));
    }
  }

  function invoke(fn: FunctionMetadata, args: readonly unknown[], invocation: Invocation): unknown {
    const { cancelable = false, requiresAddress = false, requiresParameterAddresses = false } = optionsOf(fn);
    const { address, parameterAddresses } = invocation;
    const sent = argumentsFor(args, file);
    if ("error" in sent) throw new CallFailure(sent.error);
    // What looks at other cells, not at their values, is called at each evaluation: nothing says when they change.
    const isKept = address !== undefined && !requiresParameterAddresses;
    const key = isKept ? fn.id + JSON.stringify(sent.args) : undefined;
    const known = isKept && key !== undefined ? memory.find(address, key) : undefined;
    if (known) return answer(known);
    const id = next++;
    const flags = sent.flags + (cancelable ? CANCELABLE : 0);
    const call = [
      id,
      fn.id.toUpperCase(),
      sent.args,
      requiresAddress ? (address ?? null) : null,
      flags,
      parameterAddresses ?? null,
    ];
    const entry = entryOf(INVOKE, call);
    return new Promise((resolve, reject) => {
      const flight = { id, key, entry, address, cancelable, resolve, reject };
      flights.set(id, flight);
      queue.push(flight);
      schedule();
    });
  }

  function finish(result: WireResult): void {
    const outcome = outcomeOf(result);
    const flight = flights.get(outcome.id);
    if (!flight) return;
    flights.delete(outcome.id);
    counts.answered++;
    const { address, key } = flight;
    if (address !== undefined && key !== undefined) memory.keep(address, key, outcome);
    try {
      flight.resolve(answer(outcome));
    } catch (failure) {
      flight.reject(failure);
    }
  }

  return {
    // The sheet tells an address only where it is asked for one: this driver needs to know whose call it is.
    metadata: file.functions.map((fn) => ({ ...fn, options: { ...fn.options, requiresAddress: true } })),
    table: Object.fromEntries(
      file.functions.map((fn): [string, CustomFunction] => [
        fn.id,
        (...all) => invoke(fn, all.slice(0, -1), all.at(-1) as Invocation),
      ]),
    ),
    results(results) {
      for (const result of results) finish(result);
    },
    listens() {
      listening = true;
      if (queue.length > 0) schedule();
    },
    restart(nowListening) {
      clearTimeout(timer);
      timer = undefined;
      listening = nowListening;
      queue = [...flights.values()];
      if (queue.length > 0) schedule();
    },
    entered(address) {
      memory.forget(address);
      for (const flight of [...flights.values()]) {
        if (!flight.cancelable || flight.address !== address) continue;
        flights.delete(flight.id);
        counts.cancelled++;
        flight.reject(new CallFailure({ code: "#VALUE!", message: "The call was cancelled." }));
        push([entryOf(CANCEL, { invocationId: flight.id })]);
      }
    },
    forget(address) {
      if (address === undefined) memory.forgetAll();
      else memory.forget(address);
    },
    counts,
    isIdle: () => flights.size === 0,
  };
}

/** The error of a call in the shape that the sheet reads: a code and a sentence. */
class CallFailure extends Error {
  readonly code: string;

  constructor({ code, message }: { readonly code: string; readonly message: string }) {
    super(message);
    this.code = code;
  }
}

function answer(outcome: CallOutcome): unknown {
  if ("failure" in outcome) throw new CallFailure(outcome.failure);
  return outcome.value;
}

const entryOf = (messageType: number, message: unknown): PushEntry => ({
  messageCategory: CATEGORY,
  messageType,
  targetId: "",
  message: JSON.stringify(message),
  id: 0,
});

interface Options {
  readonly cancelable?: boolean;
  readonly requiresAddress?: boolean;
  readonly requiresParameterAddresses?: boolean;
}

const optionsOf = (fn: FunctionMetadata): Options => fn.options ?? {};
