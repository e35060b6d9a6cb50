import { cellPosition } from "./address";
import type { RawArgument } from "./arguments";
import { createDriver, type Driver, type DriverHooks, type EvaluationContext } from "./driver";
import { BUSY, type Engine, type GridResult, type Model, type ModelConfig } from "./engine";
import type { FunctionMetadata, FunctionTable } from "./function-table";

/** The key under which an evaluation finds its workbook's driver: `ModelConfig.custom` becomes part of the context. */
const DRIVER = "digitradeDriver";

interface Context extends EvaluationContext {
  readonly [DRIVER]?: Driver;
}

/** A workbook whose cells can use the installed functions. */
export interface OpenWorkbook {
  readonly model: Model;
  /** Resolves when no call is open and every waiting cell was evaluated. */
  readonly settled: () => Promise<void>;
  /** Evaluates a formula outside any cell, waiting for its figures. `at` is where it pretends to stand. */
  evaluate: Driver["evaluate"];
  /** Calls every function again, as Excel's full recalculation does. */
  readonly recalculate: () => void;
  readonly openCount: number;
  /** The formula of a cell (`Sheet1!A1`); undefined where there is none. */
  readonly formulaAt: (address: string) => string | undefined;
  readonly dispose: () => void;
}

export interface InstalledFunctions {
  /** Opens a workbook from the engine's data format. */
  readonly open: (data?: unknown, config?: Partial<ModelConfig>) => OpenWorkbook;
}

/**
 * Registers every function with the engine's function registry. The registry is one per process, workbooks are many:
 * each finds its own functions through its evaluation context, so two installations with different tables live side by
 * side as long as their metadata agree.
 */
export function installFunctions(
  o: Engine,
  namespace: string,
  metadata: readonly FunctionMetadata[],
  table: FunctionTable,
  hooks?: DriverHooks,
): InstalledFunctions {
  for (const error of [BUSY, "#VALUE!"]) o.registries.errorTypes.add(error);
  for (const fn of metadata) register(o, namespace, fn);
  return {
    open(data = {}, config = {}) {
      const driver = createDriver(o, table, hooks);
      const model = new o.Model(data, { ...config, custom: { ...config.custom, [DRIVER]: driver } });
      driver.attach(model);
      return {
        model,
        settled: driver.settled,
        evaluate: driver.evaluate,
        recalculate: driver.recalculate,
        get openCount() {
          return driver.openCount;
        },
        formulaAt: (address) => {
          const position = cellPosition(model.getters, address);
          return position && model.getters.getCellText(position, { showFormula: true });
        },
        dispose: driver.dispose,
      };
    },
  };
}

type Description = Parameters<Engine["registries"]["functionRegistry"]["replace"]>[1];

function register(o: Engine, namespace: string, fn: FunctionMetadata): void {
  const description: Description = {
    description: fn.description,
    category: namespace,
    isExported: true,
    args: fn.parameters.map((parameter) => ({
      name: parameter.name,
      description: parameter.description,
      // RANGE makes the engine hand over a matrix even for one cell. Accepting matrices and errors everywhere keeps
      // it from spreading a call over a range or answering for us: our own sentences say what is wrong.
      type: parameter.dimensionality === "matrix" ? ["ANY", "RANGE"] : ["ANY"],
      acceptMatrix: true,
      acceptErrors: true,
      optional: parameter.optional === true,
    })),
    compute(...raw) {
      return evaluateCall(fn, this, raw) as never;
    },
  };
  o.registries.functionRegistry.replace(`${namespace}.${fn.name}`, description);
}

function evaluateCall(fn: FunctionMetadata, context: Context, raw: readonly RawArgument[]): GridResult {
  const driver = context[DRIVER];
  if (driver) return driver.compute(fn, context, raw);
  return { value: "#VALUE!", message: `This workbook was opened without the functions behind ${fn.name}.` };
}
