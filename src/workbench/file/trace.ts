import type { Engine, Model } from "../sheet/engine";
import type { Command } from "../host/plugin";

/** A change to the grid itself, which moves cells. */
export type Move = "rows-inserted" | "rows-deleted" | "columns-inserted" | "columns-deleted";

export interface Moved {
  readonly move: Move;
  readonly sheetId: string;
}

/** What has happened to a workbook since it was opened; undoing takes back what it tells. */
export interface Trace {
  /** Another number after every change, and the old one again when it is undone. */
  readonly revision: number;
  readonly moved: readonly Moved[];
}

interface History {
  readonly update: (...path: unknown[]) => void;
}

interface Sizes {
  readonly getNumberRows: (sheetId: string) => number;
  readonly getNumberCols: (sheetId: string) => number;
}

const PLUGIN = "digitrade_trace";

/** Adds a core plugin to the engine that keeps a trace of every workbook. Registries are one per process: this happens once. */
export function installTrace(o: Engine): void {
  if (o.registries.corePluginRegistry.contains(PLUGIN)) return;
  let revisions = 0;

  class FileTrace extends o.CorePlugin {
    static override getters = ["getFileTrace"] as const;
    readonly trace: Trace = { revision: 0, moved: [] };
    #grows = false;

    override beforeHandle(command: unknown): void {
      this.#grows = isGrowth(command as Command, this.getters);
    }

    override handle(command: unknown): void {
      if (this.#grows) return;
      const history = this.history as unknown as History;
      const moved = moveOf(command as Command);
      revisions++;
      history.update("trace", "revision", revisions);
      if (moved) history.update("trace", "moved", [...this.trace.moved, moved]);
    }

    getFileTrace(): Trace {
      return this.trace;
    }
  }
  o.registries.corePluginRegistry.add(PLUGIN, FileTrace);
}

export const traceOf = ({ getters }: Model): Trace =>
  (getters as unknown as { readonly getFileTrace: () => Trace }).getFileTrace();

/** The engine's sheets grow at their end where Excel's are as large already: nothing changes. */
function isGrowth({ type, position, dimension, sheetId, base }: Command, sizes: Sizes): boolean {
  if (type !== "ADD_COLUMNS_ROWS" || position !== "after") return false;
  const count = dimension === "ROW" ? sizes.getNumberRows : sizes.getNumberCols;
  return (base as number) === count(sheetId as string) - 1;
}

function moveOf({ type, dimension, sheetId }: Command): Moved | undefined {
  if (type !== "ADD_COLUMNS_ROWS" && type !== "REMOVE_COLUMNS_ROWS") return undefined;
  const rows = dimension === "ROW";
  const move =
    type === "ADD_COLUMNS_ROWS"
      ? rows
        ? "rows-inserted"
        : "columns-inserted"
      : rows
        ? "rows-deleted"
        : "columns-deleted";
  return { move, sheetId: sheetId as string };
}
