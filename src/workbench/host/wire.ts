import { HostError, notFound } from "./host-error";
import { HostObject, type ClassTable } from "./host-object";
import { query, type QueryInfo } from "./query";
import type { Schema } from "./schema";

/** The kinds of actions and of object paths in a batch, as the library numbers them. */
const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, queryJson: 7, update: 9 } as const;
const PATH = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Beside each argument: the object path that it is, 0 for a plain value; nested like the arguments. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly ObjectPathId: number;
  readonly Name?: string;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface Answer {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: number[];
  Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

export interface WireOptions {
  readonly schema: Schema;
  readonly classes: Readonly<Record<string, ClassTable>>;
  readonly root: string;
  /** A service by its type name, such as `Microsoft.ExcelServices.CustomFunctions`. */
  readonly service: (name: string) => ClassTable;
  /** Runs writes as one change of the workbook. */
  readonly transaction: (run: () => void) => void;
  /** Whether the running transaction has written anything yet. */
  readonly isDirty: () => boolean;
  /** Calls that have to see what was written before them, by name in messages. */
  readonly readsBack: RegExp;
  /** A fault to raise in place of an action of the workbook's. */
  readonly fault: (index: number) => HostError | undefined;
}

/** Interprets the batches of Office.js. Knows the protocol and a schema, nothing of spreadsheets. */
export class Wire {
  readonly schema: Schema;
  readonly classes: Readonly<Record<string, ClassTable>>;
  readonly root: HostObject;
  readonly references = new Map<string, HostObject>();
  /** Scalars that were written though no handler shows them, and those that were read though nothing answers. */
  readonly ignored = new Set<string>();
  readonly unread = new Set<string>();
  readonly registered = new Set<string>();
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
    // Values are stale inside a transaction: a read after a write closes it first, so that it sees what was calculated.
    const settles = (): boolean => {
      const action = actions[i];
      return action !== undefined && this.#options.isDirty() && run.readsBack(action, this.#options.readsBack);
    };
    while (open()) {
      if (!run.writes) next();
      else {
        this.#options.transaction(() => {
          do next();
          while (open() && !settles());
        });
      }
    }
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

/** One batch being interpreted: object paths are resolved once, when first needed. */
class Run {
  readonly writes: boolean;
  readonly #wire: Wire;
  readonly #request: Batch;
  readonly #service: (name: string) => ClassTable;
  readonly #resolved = new Map<number, HostObject | null>();

  constructor(wire: Wire, request: Batch, service: (name: string) => ClassTable) {
    this.#wire = wire;
    this.#request = request;
    this.#service = service;
    this.writes = request.Actions.some(
      ({ ActionType: type, ObjectPathId: id }) =>
        type === ACTION.set ||
        type === ACTION.update ||
        type === ACTION.method ||
        this.#path(id)?.ObjectPathType === PATH.method,
    );
  }

  step(action: Action, { Results: results, TraceIds: traces }: Answer): void {
    if (action.ActionType === ACTION.trace) {
      traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: null });
      return;
    }
    const object = this.#object(action.ObjectPathId);
    results.push({ ActionId: action.Id, Value: object === null ? null : this.#act(action, object) });
  }

  #act(action: Action, object: HostObject): unknown {
    const { Name: name = "", ArgumentInfo: info } = action;
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.#wire.schema[object.className] ? this.#wire.identity(object) : {};
      case ACTION.query:
      case ACTION.queryJson:
        return query(object, action.QueryInfo ?? {});
      case ACTION.method: {
        const value = object.call(name, this.#arguments(info));
        return value instanceof HostObject ? null : value;
      }
      case ACTION.set:
        object.set(name, this.#arguments(info)[0]);
        return null;
      case ACTION.update:
        update(object, action.ObjectState ?? {});
        return null;
      default:
        throw new HostError("NotImplemented", `The workbook host has no actions of type ${action.ActionType}.`);
    }
  }

  /** Whether an action must see the outcome of the writes before it. */
  readsBack(action: Action, calls: RegExp): boolean {
    if (action.ActionType === ACTION.query || action.ActionType === ACTION.queryJson) return true;
    return calls.test(action.Name ?? "") || calls.test(this.#path(action.ObjectPathId)?.Name ?? "");
  }

  /** `Worksheet.getRange` for the member that an action uses. */
  locate(action: Action): string {
    const path = this.#path(action.ObjectPathId);
    const own = this.#resolved.get(action.ObjectPathId);
    if (action.Name !== undefined) return memberName(own?.className ?? path?.Name ?? "", action.Name, own);
    const parent = path?.ParentObjectPathId === undefined ? null : this.#resolved.get(path.ParentObjectPathId);
    const name = path?.ObjectPathType === PATH.indexer ? "GetItem" : (path?.Name ?? "");
    return memberName(parent?.className ?? "", name, parent);
  }

  #path(id: number): ObjectPath | undefined {
    return this.#request.ObjectPaths[String(id)];
  }

  #object(id: number): HostObject | null {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const path = this.#path(id);
    if (!path) throw new HostError("InvalidObjectPath", `The batch has no object path ${id}.`);
    const object = this.#resolve(path);
    this.#resolved.set(id, object);
    return object;
  }

  #resolve(path: ObjectPath): HostObject | null {
    const { Name: name = "", ParentObjectPathId: parentId = 0, ArgumentInfo: info } = path;
    const parent = (): HostObject | null => this.#object(parentId);
    switch (path.ObjectPathType) {
      case PATH.root:
        return this.#wire.root;
      case PATH.service:
        return new ServiceObject(this.#wire, name, this.#service(name));
      case PATH.method: {
        const value = parent()?.call(name, this.#arguments(info)) ?? null;
        if (value === null || value instanceof HostObject) return value;
        throw new HostError("GeneralException", `${name} did not give an object.`);
      }
      case PATH.property:
        return parent()?.navigate(name) ?? null;
      case PATH.indexer: {
        const found = parent()?.find(this.#arguments(info)[0]);
        if (!found) throw notFound();
        return found;
      }
      case PATH.reference: {
        const found = this.#wire.references.get(name);
        if (found) return found;
        throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
      }
      case PATH.nothing:
        return null;
      default:
        throw new HostError("NotImplemented", `The workbook host has no object paths of type ${path.ObjectPathType}.`);
    }
  }

  #arguments(info: ArgumentInfo | undefined): readonly unknown[] {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((argument, i) => this.#argument(argument, ids?.[i]));
  }

  #argument(argument: unknown, id: unknown): unknown {
    if (Array.isArray(id) && Array.isArray(argument)) return argument.map((item, i) => this.#argument(item, id[i]));
    return typeof id === "number" && id !== 0 ? this.#object(id) : this.#plain(argument);
  }

  /** Objects inside plain objects name their path as `_ObjectPathId`. */
  #plain(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.#plain(item));
    if ("_ObjectPathId" in value) return this.#object(Number(value._ObjectPathId));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#plain(item)]));
  }
}

/** A service has no schema: it answers the calls of its own table. */
class ServiceObject extends HostObject {
  readonly #table: ClassTable;

  constructor(wire: Wire, name: string, table: ClassTable) {
    super(wire, name);
    this.#table = table;
  }

  override get table(): ClassTable {
    return this.#table;
  }
}

/** `set({ format: { font: { bold: true } } })` arrives as one nested object. */
function update(object: HostObject, state: Readonly<Record<string, unknown>>): void {
  const { navigations, scalars } = object.schema;
  for (const [key, value] of Object.entries(state)) {
    const same = (entry: { readonly wire: string }): boolean => entry.wire.toLowerCase() === key.toLowerCase();
    const navigation = Object.values(navigations).find(same);
    if (!navigation) object.set(Object.values(scalars).find(same)?.wire ?? key, value);
    else {
      const target = object.navigate(navigation.wire);
      if (target) update(target, value as Readonly<Record<string, unknown>>);
    }
  }
}

function memberName(className: string, wireName: string, object: HostObject | null | undefined): string {
  const schema = object?.wire.schema[className];
  const scalar = Object.entries(schema?.scalars ?? {}).find(([, { wire }]) => wire === wireName)?.[0];
  const name =
    schema?.methods[wireName]?.name ?? scalar ?? wireName.charAt(0).toLowerCase() + wireName.slice(1);
  return className === "" ? name : `${className}.${name}`;
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
