import { HostError } from "./host-error";

/** Troubles that a test can ask for. Requests of the custom-functions runtime are never touched. */
export interface Faults {
  /** Fails the next batch at its n-th action (from 0) with a code of Excel's. */
  readonly failNextBatch: (atAction: number, code: string, message?: string) => void;
  /** Every answer to a batch comes this much later. */
  delay: number;
  /** No batch is answered at all, until set back: those held meanwhile stay unanswered. */
  silent: boolean;
  /** Somebody types into a cell: batches fail, or wait if they asked for that. */
  cellEdit: boolean;
  /** The file is open for reading only: `workbook.readOnly` says so and writes are refused. */
  readOnly: boolean;
}

export interface FaultControl extends Faults {
  /** A batch begins; those that are not the add-in's own get no faults. */
  readonly begin: (isOwn: boolean) => void;
  readonly at: (index: number) => HostError | undefined;
  /** Resolves when the batch may be answered, with false if never. */
  readonly hold: (waitsForCellEdit: boolean) => Promise<boolean>;
}

const POLL_MS = 10;

export function createFaults(): FaultControl {
  let planned: { readonly index: number; readonly error: HostError } | undefined;
  let current: typeof planned;
  let touches = false;
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const control: FaultControl = {
    delay: 0,
    silent: false,
    cellEdit: false,
    readOnly: false,
    failNextBatch(atAction, code, message = `A planned fault (${code}).`) {
      planned = { index: atAction, error: new HostError(code, message) };
    },
    begin(isOwn) {
      touches = isOwn;
      current = isOwn ? planned : undefined;
      if (isOwn) planned = undefined;
    },
    at(index) {
      if (touches && control.cellEdit)
        return new HostError(
          "InvalidOperationInCellEditMode",
          "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
        );
      return current?.index === index ? current.error : undefined;
    },
    async hold(waitsForCellEdit) {
      if (control.silent) return false;
      while (waitsForCellEdit && control.cellEdit) await pause(POLL_MS);
      if (control.delay > 0) await pause(control.delay);
      return true;
    },
  };
  return control;
}
