import { asProblem, type Problem } from "../domain/problem";
import { inExcel } from "./office-problem";
import { readSelection, type Selection } from "./selection";

/** What was found when the selection was last read. */
export type Seen =
  | { readonly kind: "seen"; readonly selection: Selection }
  | { readonly kind: "failed"; readonly problem: Problem };

export interface Following {
  /** Reads again soon, for a change that Excel does not tell. */
  readonly again: () => void;
  readonly stop: () => void;
}

export interface FollowOptions {
  /** For how long nothing must have changed before the selection is read: whoever holds an arrow key is still going. */
  readonly quietMs?: number;
}

const QUIET_MS = 120;

/**
 * Tells what is selected, now and after each change of the selection, of contents or of results. However many changes
 * come, one reading is under way at a time and one more follows.
 */
export function followSelection(
  tell: (seen: Seen) => void,
  { quietMs = QUIET_MS }: FollowOptions = {},
): Following {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isChanged = false;
  let isStopped = false;
  let handlers: Handlers | undefined;

  const again = (): void => {
    if (isStopped) return;
    if (isReading) {
      isChanged = true;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => void read(), quietMs);
  };

  const read = async (): Promise<void> => {
    isReading = true;
    isChanged = false;
    const seen = await attempt(false);
    report(seen);
    // While a cell is edited Excel answers nothing; once it is left, without any further event.
    if (seen.kind === "failed" && isOfCellEdit(seen.problem)) report(await attempt(true));
    isReading = false;
    followUp();
  };

  const followUp = (): void => {
    if (isChanged) again();
  };

  const attempt = async (waitsForEdit: boolean): Promise<Seen> => {
    try {
      const selection = await readSelection({ waitsForEdit });
      handlers ??= await listen(again);
      if (isStopped) await deafen(handlers);
      return { kind: "seen", selection };
    } catch (thrown) {
      return { kind: "failed", problem: asProblem(thrown) };
    }
  };

  const report = (seen: Seen): void => {
    if (!isStopped) tell(seen);
  };

  void read();
  return {
    again,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      // What is not heard any more does no harm, so a failure to say so need not be told.
      if (handlers) void deafen(handlers);
    },
  };
}

const isOfCellEdit = ({ cause }: Problem): boolean =>
  (cause as { readonly code?: unknown } | undefined)?.code === "InvalidOperationInCellEditMode";

type Handlers = readonly OfficeExtension.EventHandlerResult<unknown>[];

function listen(changed: () => void): Promise<Handlers> {
  const heard = (): Promise<void> => {
    changed();
    return Promise.resolve();
  };
  return inExcel(async (context) => {
    const { workbook } = context;
    const { worksheets } = workbook;
    const handlers = [
      workbook.onSelectionChanged.add(heard),
      worksheets.onActivated.add(heard),
      worksheets.onChanged.add(heard),
      worksheets.onCalculated.add(heard),
    ] as Handlers;
    await context.sync();
    return handlers;
  });
}

async function deafen(handlers: Handlers): Promise<void> {
  const [first] = handlers;
  if (!first) return;
  try {
    // An event is given back in the context in which it was asked for.
    await Excel.run(first.context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  } catch {
    // The page or the workbook goes; so do the events.
  }
}
