import type { Engine, Getters } from "../sheet/engine";

/** A command as plugins see it. */
export interface Command {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What one workbook's host wants from the engine. */
export interface Link {
  /** The writes to run inside the next OFFICE_BATCH. */
  pending: (() => void) | undefined;
  /** Whether such writes are running. */
  inBatch: boolean;
  readonly before: (command: Command) => void;
  readonly after: (command: Command) => void;
  /** Everything is calculated. */
  readonly settled: () => void;
}

/**
 * Whether a carried-out command only made a sheet larger at its end. The engine's sheets grow where Excel's are as large
 * already: nothing moves, nothing changes.
 */
export function isGrowth(command: Command, getters: Getters): boolean {
  if (command.type !== "ADD_COLUMNS_ROWS" || command.position !== "after") return false;
  const sheetId = command.sheetId as string;
  const size = command.dimension === "ROW" ? getters.getNumberRows(sheetId) : getters.getNumberCols(sheetId);
  return (command.base as number) + (command.quantity as number) + 1 === size;
}

export const BATCH_COMMAND = "OFFICE_BATCH";
/** The key under which a model's plugins find its host: `ModelConfig.custom`. */
export const LINK = "officeHost";
const PLUGIN = "office_host";

/**
 * Adds a UI plugin with a command of its own: whatever is dispatched while it is handled becomes one change, evaluated
 * once and undone in one step. Without it each of 5,000 written cells evaluates the sheet and is an undo step.
 */
export function installPlugin(o: Engine): void {
  if (o.registries.featurePluginRegistry.contains(PLUGIN)) return;

  class OfficeHost extends o.UIPlugin {
    static override getters = [] as const;
    readonly #link: Link | undefined;

    constructor(config: ConstructorParameters<Engine["UIPlugin"]>[0]) {
      super(config);
      this.#link = config.custom[LINK] as Link | undefined;
    }

    override beforeHandle(command: unknown): void {
      this.#link?.before(command as Command);
    }

    override handle(command: unknown): void {
      const known = command as Command;
      if (known.type === BATCH_COMMAND) this.#link?.pending?.();
      else this.#link?.after(known);
    }

    override finalize(): void {
      this.#link?.settled();
    }
  }
  o.registries.featurePluginRegistry.add(PLUGIN, OfficeHost);
}
