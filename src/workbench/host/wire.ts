import { HostError } from "./host-error";
import { type ClassTable, HostObject, type ObjectSpace } from "./host-object";
import type { Action, Answer, Batch } from "./protocol";
import { Run } from "./run";
import type { Schema } from "./schema";

export interface WireOptions {
  readonly schema: Schema;
  readonly classes: Readonly<Record<string, ClassTable>>;
  readonly root: string;
  /** A service by its type name, such as `Microsoft.ExcelServices.CustomFunctions`. */
  readonly service: (name: string) => ClassTable;
  /** Runs writes as one change of the workbook. */
  readonly transaction: (run: () => void) => void;
  /** Whether the running transaction has written anything since its values were calculated. */
  readonly isDirty: () => boolean;
  /** Calculates within the running transaction. */
  readonly refresh: () => void;
  /** Calls that have to see what was written before them, by name in messages. */
  readonly readsBack: RegExp;
  /** A fault to raise in place of an action of the workbook's. */
  readonly fault: (index: number) => HostError | undefined;
}

/** Interprets the batches of Office.js. Knows the protocol and a schema, nothing of spreadsheets. */
export class Wire implements ObjectSpace {
  readonly schema: Schema;
  readonly classes: Readonly<Record<string, ClassTable>>;
  readonly root: HostObject;
  readonly references = new Map<string, HostObject>();
  readonly ignored = new Set<string>();
  readonly unread = new Set<string>();
  readonly registered = new Set<string>();
  excelApi = Infinity;
  readonly #options: WireOptions;
  #nextReference = 1;

  constructor(options: WireOptions) {
    this.schema = options.schema;
    this.classes = options.classes;
    this.#options = options;
    this.root = new HostObject(this, options.root);
  }

  batch(request: Batch): Answer {
    const answer: Answer = { Results: [], TraceIds: [] };
    const run = new Run(this, request, this.#options.service);
    const { Actions: actions } = request;
    let i = 0;
    const guarded = (action: Action): void => {
      try {
        const fault = this.#options.fault(i);
        if (fault) throw fault;
        run.step(action, answer);
      } catch (thrown) {
        answer.Error = describe(thrown, i, run.locate(action));
      }
    };
    const open = (): boolean => i < actions.length && answer.Error === undefined;
    const next = (): void => {
      const action = actions[i];
      if (action) guarded(action);
      i++;
    };
    const all = (): void => {
      while (open()) {
        // Values are stale inside a transaction: whoever looks at what was just written sees it calculated.
        const action = actions[i];
        if (action && this.#options.isDirty() && run.readsBack(action, this.#options.readsBack))
          this.#options.refresh();
        next();
      }
    };
    if (run.writes) this.#options.transaction(all);
    else all();
    return answer;
  }

  /** What makes a proxy survive a sync: the id of keyed items, a reference for ranges. */
  identity(object: HostObject): Record<string, unknown> {
    const identity: Record<string, unknown> = {};
    const { scalars, keepsReference } = object.schema;
    if (scalars.id) identity.Id = object.get("Id");
    else if (scalars._Id) identity._Id = object.get("_Id");
    if (keepsReference) {
      if (object.reference === undefined) {
        object.reference = `R${this.#nextReference++}`;
        this.references.set(object.reference, object);
      }
      identity._ReferenceId = object.reference;
    }
    return identity;
  }
}

function describe(thrown: unknown, index: number, location: string): NonNullable<Answer["Error"]> {
  const known = thrown instanceof HostError;
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return {
    Code: known ? thrown.code : "GeneralException",
    Message: known ? thrown.message : `The workbook host failed: ${text}`,
    Location: (known ? thrown.location : undefined) ?? location,
    ActionIndex: index,
    HttpStatusCode: 400,
  };
}
