import type { LateCalculator } from "../../xlsx/refresh/calculator";
import type { Engine } from "./engine";
import { ENGINE_FUNCTIONS } from "./engine-functions";
import { callsAlone } from "./file-alone";
import { fileCalculator, type FileCalculatorOptions } from "./file-calculator";

export interface LateFileCalculatorOptions extends Omit<FileCalculatorOptions, "engine"> {
  readonly engine: () => Promise<Engine>;
}

/** Works the formulas of files out with the grid's engine, which is loaded with the first that needs it. */
export function lateFileCalculator({ engine, ...options }: LateFileCalculatorOptions): LateCalculator {
  const { namespace, metadata } = options;
  const ours = new Set(metadata.map(({ name }) => `${namespace}.${name}`));
  let started: ReturnType<LateCalculator["start"]> | undefined;
  return {
    namespace,
    knows: (name) => ENGINE_FUNCTIONS.has(name) || ours.has(name),
    alone: callsAlone(options),
    start: () => (started ??= engine().then((loaded) => fileCalculator({ ...options, engine: loaded }))),
  };
}
