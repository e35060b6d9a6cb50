import type { CustomFunction, FunctionMetadata, FunctionTable, Invocation } from "../sheet/function-table";
import type { PushEntry } from "./bridge";
import { isErrorValue, outcomeOf, type WireResult } from "./function-results";

/** The metadata file of an add-in. Both flags together crash Excel 2021, so no file has both. */
export interface FunctionFile {
  readonly functions: readonly FunctionMetadata[];
  /** Errors and data types reach arguments of type any; known from CustomFunctionsRuntime 1.4. */
  readonly allowCustomDataForDataTypeAny?: boolean;
  /** Errors reach arguments of type any, for older runtimes. */
  readonly allowErrorForDataTypeAny?: boolean;
}

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
  /** The cell was typed over: nobody waits for its cancelable calls any more. */
  readonly cancelAt: (address: string) => void;
  readonly counts: { invoked: number; messages: number; answered: number; cancelled: number };
  /** Nothing is queued or in flight. */
  readonly isIdle: () => boolean;
}

interface Flight {
  readonly id: number;
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
const FLAG = { cancelable: 1, errors: 4, richData: 8 } as const;
const PER_MESSAGE = 2000;

const ERROR_TYPES: Readonly<Record<string, string>> = {
  "#N/A": "NotAvailable",
  "#VALUE!": "Value",
  "#DIV/0!": "Div0",
  "#NUM!": "Num",
  "#NAME?": "Name",
  "#REF!": "Ref",
  "#NULL!": "Null",
};

/** Sends the sheet's calls to the real custom-functions runtime in the add-in's page and hands its answers back. */
export function runtimeFunctions(file: FunctionFile, push: (entries: readonly PushEntry[]) => void): RuntimeFunctions {
  const flights = new Map<number, Flight>();
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
    const { cancelable = false, requiresAddress = false } = optionsOf(fn);
    const sent = argumentsFor(args, file);
    if ("error" in sent) return Promise.reject(sent.error);
    const id = next++;
    const address = requiresAddress ? (invocation.address ?? null) : null;
    const flags = sent.flags + (cancelable ? FLAG.cancelable : 0);
    const call = [id, fn.id.toUpperCase(), sent.args, address, flags, invocation.parameterAddresses ?? null];
    const entry = entryOf(INVOKE, call);
    return new Promise((resolve, reject) => {
      const flight = { id, entry, address: invocation.address, cancelable, resolve, reject };
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
    if ("failure" in outcome) flight.reject(outcome.failure);
    else flight.resolve(outcome.value);
  }

  return {
    // The sheet tells an address only where it is asked for one: cancelling needs to know whose call it was.
    metadata: file.functions.map((fn) =>
      optionsOf(fn).cancelable ? { ...fn, options: { ...fn.options, requiresAddress: true } } : fn,
    ),
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
    cancelAt(address) {
      for (const flight of [...flights.values()]) {
        if (!flight.cancelable || flight.address !== address) continue;
        flights.delete(flight.id);
        counts.cancelled++;
        flight.reject({ code: "#VALUE!", message: "The call was cancelled." });
        push([entryOf(CANCEL, { invocationId: flight.id })]);
      }
    },
    counts,
    isIdle: () => flights.size === 0,
  };
}

const entryOf = (messageType: number, message: unknown): PushEntry => ({
  messageCategory: CATEGORY,
  messageType,
  targetId: "",
  message: JSON.stringify(message),
  id: 0,
});

function optionsOf(fn: FunctionMetadata): { readonly cancelable?: boolean; readonly requiresAddress?: boolean } {
  return fn.options ?? {};
}

/** Errors among the arguments in the shape that the file's flag asks for; without a flag they are the call's result. */
function argumentsFor(
  args: readonly unknown[],
  file: FunctionFile,
): { readonly args: readonly unknown[]; readonly flags: number } | { readonly error: unknown } {
  const errors = args.flat(2).filter(isErrorValue);
  const [first] = errors;
  if (!first) return { args, flags: 0 };
  if (file.allowCustomDataForDataTypeAny) {
    const wrap = ({ basicValue }: { readonly basicValue: string }): object => ({
      value: JSON.stringify({ type: "Error", basicType: "Error", basicValue, errorType: ERROR_TYPES[basicValue] }),
    });
    return { args: replaceErrors(args, wrap), flags: FLAG.richData };
  }
  if (file.allowErrorForDataTypeAny) {
    const wrap = ({ basicValue }: { readonly basicValue: string }): object => ({
      type: "CustomFunctionError",
      code: basicValue,
    });
    return { args: replaceErrors(args, wrap), flags: FLAG.errors };
  }
  return { error: { code: first.basicValue, message: first.errorMessage ?? "" } };
}

function replaceErrors(values: readonly unknown[], wrap: (error: { readonly basicValue: string }) => object): unknown[] {
  return values.map((value) => {
    if (Array.isArray(value)) return replaceErrors(value, wrap);
    return isErrorValue(value) ? wrap(value) : value;
  });
}
