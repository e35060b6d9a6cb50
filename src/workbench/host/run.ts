import { HostError, notFound } from "./host-error";
import { type ClassTable, HostObject, type ObjectSpace } from "./host-object";
import {
  ACTION,
  type Action,
  type Answer,
  type ArgumentInfo,
  type Batch,
  type ObjectPath,
  PATH,
} from "./protocol";
import { query } from "./query";

/** One batch being interpreted: object paths are resolved once, when first needed. */
export class Run {
  readonly writes: boolean;
  readonly #wire: ObjectSpace;
  readonly #request: Batch;
  readonly #service: (name: string) => ClassTable;
  readonly #resolved = new Map<number, HostObject | null>();

  constructor(wire: ObjectSpace, request: Batch, service: (name: string) => ClassTable) {
    this.#wire = wire;
    this.#request = request;
    this.#service = service;
    const changes = (name = ""): boolean => name !== "" && !/^(?:_|Get)/.test(name);
    this.writes = request.Actions.some(
      ({ ActionType: type, ObjectPathId: id, Name: name }) =>
        type === ACTION.set ||
        type === ACTION.update ||
        (type === ACTION.method && changes(name)) ||
        (this.#path(id)?.ObjectPathType === PATH.method && changes(this.#path(id)?.Name)),
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
        throw new HostError(
          "NotImplemented",
          `The workbook host has no actions of type ${action.ActionType}.`,
        );
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
    if (action.Name) return memberName(own?.className ?? path?.Name ?? "", action.Name, own);
    const parent =
      path?.ParentObjectPathId === undefined ? null : this.#resolved.get(path.ParentObjectPathId);
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
        throw new HostError(
          "NotImplemented",
          `The workbook host has no object paths of type ${path.ObjectPathType}.`,
        );
    }
  }

  #arguments(info: ArgumentInfo | undefined): readonly unknown[] {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((argument, i) => this.#argument(argument, ids?.[i]));
  }

  #argument(argument: unknown, id: unknown): unknown {
    if (Array.isArray(id) && Array.isArray(argument))
      return argument.map((item, i) => this.#argument(item, id[i]));
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

  constructor(wire: ObjectSpace, name: string, table: ClassTable) {
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
    const same = (entry: { readonly wire: string }): boolean =>
      entry.wire.toLowerCase() === key.toLowerCase();
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
