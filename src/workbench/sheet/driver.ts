import { type RawArgument, toArguments } from "./arguments";
import {
  busy,
  type CellPosition,
  type Engine,
  type Getters,
  type GridResult,
  isMatrix,
  type Model,
} from "./engine";
import type { CustomFunction, FunctionMetadata, FunctionTable } from "./function-table";
import { sheetGrowth } from "./growth";
import { invocationOf, keyOf } from "./invocation";
import { type Holder, type OpenCall, openCalls, type Outcome } from "./open-calls";
import { resultReader } from "./results";

/** What the engine binds `this` to while it evaluates a formula. */
export interface EvaluationContext {
  readonly getters: Getters;
  readonly __originCellPosition?: CellPosition;
}

export interface DriverHooks {
  /** How many calls are open, told after each change. */
  readonly onOpenCalls?: (count: number) => void;
}

/** Runs one workbook's custom functions. Everything that outlives an evaluation is kept here. */
export interface Driver {
  readonly compute: (
    metadata: FunctionMetadata,
    context: EvaluationContext,
    raw: readonly RawArgument[],
  ) => GridResult;
  readonly attach: (model: Model) => void;
  readonly evaluate: (sheetId: string, formula: string, at: CellPosition) => Promise<GridResult>;
  readonly settled: () => Promise<void>;
  readonly recalculate: () => void;
  readonly openCount: number;
  readonly dispose: () => void;
}

const REFUSED_RETRY_MS = 50;
const ORPHANS = 200;

export function createDriver(o: Engine, table: FunctionTable, hooks: DriverHooks = {}): Driver {
  const reader = resultReader(o);
  const isError = (value: unknown): boolean => o.helpers.isEvaluationError(value as string);
  const calls = openCalls();
  const growth = sheetGrowth();
  /** Results that no cell waits for (a conditional format, a preview in the formula bar): bounded, so none is asked twice in a row. */
  const orphans = new Map<string, GridResult>();
  const arrived = new Set<number>();
  let orphanArrived = false;
  let model: Model | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let outside: symbol | undefined;
  let idle: (() => void)[] = [];
  let disposed = false;

  function compute(
    metadata: FunctionMetadata,
    context: EvaluationContext,
    raw: readonly RawArgument[],
  ): GridResult {
    const args = toArguments(raw, metadata, isError);
    if (args === undefined) return busy();
    const at = context.__originCellPosition;
    const invocation = invocationOf(metadata, context.getters, at, raw);
    const warm = calls.size === 0 && orphans.size === 0;
    const key = warm ? undefined : keyOf(metadata, args, invocation);
    const known = key === undefined ? undefined : calls.find(key);
    if (known) return take(known, at, context.getters);
    if (key !== undefined && orphans.has(key) && holderOf(at, context.getters) === undefined)
      return orphans.get(key) ?? busy();

    const run: CustomFunction | undefined = table[metadata.id];
    let answer: unknown;
    try {
      if (!run)
        return reader.failed({ message: `${metadata.name} is listed, but this build does not contain it.` });
      answer = run(...args, invocation);
    } catch (thrown) {
      return reader.failed(thrown);
    }
    if (!isPromise(answer)) return fitted(reader.read(answer), at, context.getters);
    const call = calls.open(key ?? keyOf(metadata, args, invocation), answer, settle);
    hooks.onOpenCalls?.(calls.openCount);
    return take(call, at, context.getters);
  }

  function take(call: OpenCall, at: CellPosition | undefined, getters: Getters): GridResult {
    const holder = holderOf(at, getters);
    if (holder !== undefined) calls.hold(call, holder);
    return call.result === undefined ? busy() : fitted(call.result, at, getters);
  }

  /** A copy of the workbook (the library makes one to check an export) must not wait in the name of our cells. */
  function holderOf(at: CellPosition | undefined, getters: Getters): Holder | undefined {
    if (outside !== undefined) return outside;
    return at === undefined || (model && model.getters !== getters) ? undefined : getters.getCell(at)?.id;
  }

  function fitted(result: GridResult, at: CellPosition | undefined, getters: Getters): GridResult {
    if (isMatrix(result) && at && outside === undefined) {
      growth.note(at, result, getters);
      if (growth.waiting) schedule();
    }
    return result;
  }

  function settle(call: OpenCall, outcome: Outcome): void {
    call.result = "thrown" in outcome ? reader.failed(outcome.thrown) : reader.read(outcome.value);
    hooks.onOpenCalls?.(calls.openCount);
    if (call.holders.size === 0 && calls.find(call.key) === call) {
      if (orphans.size >= ORPHANS) orphans.clear();
      orphans.set(call.key, call.result);
      calls.drop(call);
      orphanArrived = true;
    }
    for (const holder of call.holders) if (typeof holder === "number") arrived.add(holder);
    schedule();
  }

  /** A timer, not a microtask: all that settles within one turn becomes one evaluation. */
  function schedule(delay = 0): void {
    if (!disposed) timer ??= setTimeout(flush, delay);
  }

  function flush(): void {
    timer = undefined;
    if (!model) return;
    const cells = [...arrived];
    const { getters } = model;
    const present = cells.filter((id) => isPresent(getters, id));
    if (present.length > 0 || orphanArrived) {
      const result = model.dispatch("EVALUATE_CELLS", { cellIds: present });
      if (!result.isSuccessful) {
        schedule(REFUSED_RETRY_MS);
        return;
      }
    }
    orphanArrived = false;
    growth.apply(model);
    for (const id of cells) {
      arrived.delete(id);
      if (calls.awaited(id).length === 0) calls.release(id);
    }
    settleIfIdle();
  }

  const isIdle = (): boolean => calls.openCount === 0 && timer === undefined;

  function settleIfIdle(): void {
    if (!isIdle()) return;
    const waiting = idle;
    idle = [];
    for (const resolve of waiting) resolve();
  }

  async function evaluate(sheetId: string, formula: string, at: CellPosition): Promise<GridResult> {
    const holder = Symbol(formula);
    try {
      for (;;) {
        if (!model) throw new Error("No workbook is attached.");
        outside = holder;
        const result = model.getters.evaluateFormulaResult(sheetId, formula, at) as GridResult;
        outside = undefined;
        const awaited = calls.awaited(holder);
        if (awaited.length === 0) return result;
        await Promise.all(awaited.map((call) => call.done));
      }
    } finally {
      outside = undefined;
      calls.release(holder);
    }
  }

  return {
    compute,
    attach(attached) {
      model = attached;
      if (arrived.size > 0 || growth.waiting) schedule();
    },
    evaluate,
    settled: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
    recalculate() {
      calls.clear();
      orphans.clear();
      arrived.clear();
      model?.dispatch("EVALUATE_CELLS");
    },
    get openCount() {
      return calls.openCount;
    },
    dispose() {
      disposed = true;
      clearTimeout(timer);
      timer = undefined;
      calls.clear();
      for (const resolve of idle) resolve();
    },
  };
}

function isPromise(answer: unknown): answer is PromiseLike<unknown> {
  return typeof (answer as { then?: unknown } | null | undefined)?.then === "function";
}

/** The engine still places the cells of a deleted sheet, and stops for good when it is told to evaluate one. */
function isPresent(getters: Getters, cellId: number): boolean {
  const at = getters.tryGetCellPosition(cellId);
  return at !== undefined && getters.tryGetSheet(at.sheetId) !== undefined;
}
