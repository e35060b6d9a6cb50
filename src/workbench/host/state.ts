import type { Engine, Model } from "../sheet/engine";

/** Any value that a workbook file can hold. */
export type Stored = unknown;

interface StateCommand {
  readonly type: string;
  readonly key: string;
  readonly value: Stored;
}

interface History {
  readonly update: (...path: unknown[]) => void;
}

const COMMAND = "OFFICE_SET";
const PLUGIN = "office_state";

/** What Excel keeps in a file and the engine has no place for: settings, custom XML, names' flags, protection. */
export interface State {
  readonly read: (key: string) => Stored;
  /** Everything under a prefix, by what follows it. */
  readonly list: (prefix: string) => readonly (readonly [string, Stored])[];
}

/**
 * Adds a core plugin to the engine: what it holds is saved, loaded and undone with the workbook. Registries are one per
 * process, so this happens once.
 */
export function installState(o: Engine): void {
  if (o.registries.corePluginRegistry.contains(PLUGIN)) return;
  (o.coreTypes as Set<string>).add(COMMAND);
  // The engine fills its table of inverse commands when it is loaded; undoing a state is done by its history.
  o.registries.inverseCommandRegistry.add(COMMAND, (command) => [command]);

  class OfficeState extends o.CorePlugin {
    static override getters = ["getOfficeState"] as const;
    readonly office: Record<string, Stored> = {};

    override handle(command: unknown): void {
      const { type, key, value } = command as StateCommand;
      if (type === COMMAND) (this.history as History).update("office", key, value);
    }

    getOfficeState(): Readonly<Record<string, Stored>> {
      return this.office;
    }

    override import(data: object): void {
      Object.assign(this.office, (data as { office?: Record<string, Stored> }).office);
    }

    override export(data: object): void {
      const held = Object.entries(this.office).filter(([, value]) => value !== undefined);
      if (held.length > 0) Object.assign(data, { office: Object.fromEntries(held) });
    }
  }
  o.registries.corePluginRegistry.add(PLUGIN, OfficeState);
}

export function stateOf(model: Model): State {
  const all = (): Readonly<Record<string, Stored>> =>
    (model.getters as unknown as { getOfficeState: () => Readonly<Record<string, Stored>> }).getOfficeState();
  return {
    read: (key) => all()[key],
    list: (prefix) =>
      Object.entries(all())
        .filter(([key, value]) => key.startsWith(prefix) && value !== undefined)
        .map(([key, value]) => [key.slice(prefix.length), value] as const),
  };
}

/** The command that writes one entry; undefined removes it. */
export const stateCommand = (
  key: string,
  value: Stored,
): { readonly type: string; readonly payload: object } => ({
  type: COMMAND,
  payload: { key, value },
});
