import type { Getters, Model } from "../sheet/engine";
import { cellZone, union, zoneName, type Zone } from "./a1";
import type { Command } from "./plugin";

/** As the library numbers them. */
const EVENT = {
  selectionInWorkbook: 2,
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selection: 14,
  deleted: 15,
  calculated: 16,
  protection: 24,
  renamed: 25,
  visibility: 26,
} as const;

const WORKBOOK = "Workbook";
const SELECTION_MS = 30;

type Raise = (type: number, target: string, argument: object) => void;

export interface Events {
  /** A command was carried out; `byAddIn` while a batch of the add-in runs. */
  readonly after: (command: Command, byAddIn: boolean) => void;
  /** Everything is calculated: changes are told, one event per sheet, kind and author. */
  readonly settled: () => void;
  readonly protectionChanged: (sheetId: string, isProtected: boolean) => void;
  readonly dispose: () => void;
}

interface Change {
  readonly sheetId: string;
  readonly zone: Zone;
  readonly changeType: string;
  readonly byAddIn: boolean;
}

/** Turns the engine's commands and its selection into the events of Office.js. */
export function createEvents(model: Model, raise: Raise): Events {
  const { getters } = model;
  let changes: Change[] = [];
  let changeTimer: ReturnType<typeof setTimeout> | undefined;
  let selectionTimer: ReturnType<typeof setTimeout> | undefined;
  let lastSelection = selectionKey(getters);

  const onSheet = (type: number, sheetId: string, argument: object): void => {
    const full = { type, worksheetId: sheetId, ...argument };
    raise(type, sheetId, full);
    raise(type, WORKBOOK, full);
  };

  function note(sheetId: string, zone: Zone, changeType: string, byAddIn: boolean): void {
    const at = changes.findIndex(
      (change) =>
        change.sheetId === sheetId && change.changeType === changeType && change.byAddIn === byAddIn,
    );
    const known = changes[at];
    if (known) changes[at] = { ...known, zone: union(known.zone, zone) };
    else changes.push({ sheetId, zone, changeType, byAddIn });
  }

  function tellChanges(): void {
    changeTimer = undefined;
    const told = changes;
    changes = [];
    for (const { sheetId, zone, changeType, byAddIn } of told) {
      if (!getters.tryGetSheet(sheetId)) continue;
      const triggerSource = byAddIn ? "ThisLocalAddin" : "Unknown";
      onSheet(EVENT.changed, sheetId, {
        source: "Local",
        triggerSource,
        changeType,
        address: zoneName(zone),
      });
    }
  }

  function tellSelection(): void {
    selectionTimer = undefined;
    const selection = selectionKey(getters);
    if (selection === lastSelection) return;
    lastSelection = selection;
    const address = zoneName(getters.getSelectedZone());
    onSheet(EVENT.selection, getters.getActiveSheetId(), { address });
    raise(EVENT.selectionInWorkbook, "", {});
  }

  function after(command: Command, byAddIn: boolean): void {
    const sheetId = command.sheetId as string;
    const local = { source: "Local" };
    switch (command.type) {
      case "UPDATE_CELL":
        if (command.content !== undefined)
          note(sheetId, cellZone(command.col as number, command.row as number), "RangeEdited", byAddIn);
        break;
      case "CLEAR_CELL":
        note(sheetId, cellZone(command.col as number, command.row as number), "RangeEdited", byAddIn);
        break;
      case "CLEAR_CELLS":
      case "DELETE_CONTENT":
        for (const zone of command.target as readonly Zone[]) note(sheetId, zone, "RangeEdited", byAddIn);
        break;
      case "ADD_COLUMNS_ROWS":
      case "REMOVE_COLUMNS_ROWS":
        note(sheetId, headerZone(command, getters), headerChange(command), byAddIn);
        break;
      case "UNDO":
      case "REDO":
        for (const undone of command.commands as readonly Command[]) after(undone, false);
        break;
      case "ACTIVATE_SHEET":
        onSheet(EVENT.deactivated, command.sheetIdFrom as string, {});
        onSheet(EVENT.activated, command.sheetIdTo as string, {});
        break;
      case "CREATE_SHEET":
      case "DUPLICATE_SHEET":
        onSheet(EVENT.added, (command.sheetIdTo ?? sheetId) as string, local);
        break;
      case "DELETE_SHEET":
        onSheet(EVENT.deleted, sheetId, local);
        break;
      case "RENAME_SHEET":
        onSheet(EVENT.renamed, sheetId, {
          ...local,
          nameBefore: command.oldName,
          nameAfter: command.newName,
        });
        break;
      case "EVALUATE_CELLS":
        for (const id of calculatedSheets(command, getters)) onSheet(EVENT.calculated, id, { address: "" });
        break;
    }
  }

  model.selection.observe(changes, {
    handleEvent: () => {
      selectionTimer ??= setTimeout(tellSelection, SELECTION_MS);
    },
  });

  return {
    after,
    settled() {
      if (changes.length > 0) changeTimer ??= setTimeout(tellChanges, 0);
    },
    protectionChanged(sheetId, isProtected) {
      onSheet(EVENT.protection, sheetId, { isProtected, source: "Local" });
    },
    dispose() {
      clearTimeout(changeTimer);
      clearTimeout(selectionTimer);
    },
  };
}

const selectionKey = (getters: Getters): string =>
  `${getters.getActiveSheetId()}!${zoneName(getters.getSelectedZone())}`;

function headerChange({ type, dimension }: Command): string {
  const what = dimension === "ROW" ? "Row" : "Column";
  return type === "ADD_COLUMNS_ROWS" ? `${what}Inserted` : `${what}Deleted`;
}

function headerZone(command: Command, getters: Getters): Zone {
  const elements = command.elements as readonly number[] | undefined;
  const base = command.base as number;
  const first = elements ? Math.min(...elements) : command.position === "before" ? base : base + 1;
  const last = elements ? Math.max(...elements) : first + (command.quantity as number) - 1;
  const sheetId = command.sheetId as string;
  const rows = { left: 0, right: getters.getNumberCols(sheetId) - 1, top: first, bottom: last };
  const cols = { top: 0, bottom: getters.getNumberRows(sheetId) - 1, left: first, right: last };
  return command.dimension === "ROW" ? rows : cols;
}

function calculatedSheets(command: Command, getters: Getters): ReadonlySet<string> {
  const ids = command.cellIds as readonly number[] | undefined;
  if (!ids) return new Set(getters.getSheetIds());
  return new Set(ids.flatMap((id) => getters.tryGetCellPosition(id)?.sheetId ?? []));
}
