import { HostError, lacking, notFound } from "./host-error";
import type { ClassSchema, Schema } from "./schema";

type Read = (object: HostObject) => unknown;
type Write = (object: HostObject, value: unknown) => void;
/** An object becomes a proxy's object; any other value the result of the call. */
type Call = (object: HostObject, args: readonly unknown[]) => unknown;

/** What one class does, by its names in messages. What is missing here does not exist in this host. */
export interface ClassTable {
  readonly get?: Readonly<Record<string, Read>>;
  readonly set?: Readonly<Record<string, Write>>;
  readonly call?: Readonly<Record<string, Call>>;
  readonly nav?: Readonly<Record<string, (object: HostObject) => HostObject | null>>;
  /** The members of a collection, asked of the workbook each time: nothing is mirrored, nothing is stale after undo. */
  readonly items?: (object: HostObject) => readonly HostObject[];
  /** Names that the library writes under although it reads under others. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Scalars that are accepted and read back but change nothing that this host shows. */
  readonly keeps?: readonly string[];
}

/** What objects know of the interpreter that they belong to. */
export interface ObjectSpace {
  readonly schema: Schema;
  readonly classes: Readonly<Record<string, ClassTable>>;
  /** The workbook. */
  readonly root: HostObject;
  /** Objects that scripts hold across batches, by the ids given out for them. */
  readonly references: Map<string, HostObject>;
  /** Scalars that were written though no handler shows them, and those that were read though nothing answers. */
  readonly ignored: Set<string>;
  readonly unread: Set<string>;
  /** Events that the add-in registered for. */
  readonly registered: Set<string>;
  /** What newer versions brought is refused: the n of the ExcelApi 1.n that the page was told. */
  excelApi: number;
  readonly identity: (object: HostObject) => Record<string, unknown>;
}

/** Stands for one object of the workbook; its state lives in the workbook, found by class and key. */
export class HostObject {
  readonly wire: ObjectSpace;
  readonly className: string;
  readonly parent: HostObject | undefined;
  readonly key: string;
  /** The id under which later batches find it. */
  reference: string | undefined;
  readonly #children = new Map<string, HostObject>();
  readonly #kept = new Map<string, unknown>();

  constructor(wire: ObjectSpace, className: string, parent?: HostObject, key = "") {
    this.wire = wire;
    this.className = className;
    this.parent = parent;
    this.key = key;
  }

  get schema(): ClassSchema {
    const schema = this.wire.schema[this.className];
    if (!schema) throw lacking(`class ${this.className}`);
    return schema;
  }

  get table(): ClassTable {
    return this.wire.classes[this.className] ?? {};
  }

  child(className: string, key: string): HostObject {
    const id = `${className}|${key}`;
    const known = this.#children.get(id);
    if (known) return known;
    const child = new HostObject(this.wire, className, this, key);
    this.#children.set(id, child);
    return child;
  }

  /** The nearest object of a class among this one and its parents. */
  within(className: string): HostObject {
    const found = this.maybeWithin(className);
    if (!found) throw lacking(`${this.className} outside a ${className}`);
    return found;
  }

  maybeWithin(className: string): HostObject | undefined {
    return this.className === className ? this : this.parent?.maybeWithin(className);
  }

  navigate(wireName: string): HostObject | null {
    const [name = "", entry] =
      Object.entries(this.schema.navigations).find(([, n]) => n.wire === wireName) ?? [];
    this.#require(name);
    if (!entry) throw new HostError("ApiNotFound", `${this.className}.${wireName} does not exist.`);
    const custom = this.table.nav?.[wireName];
    if (custom) return custom(this);
    if (!this.wire.classes[entry.className]) throw lacking(`${this.className}.${wireName}`);
    return this.child(entry.className, `.${wireName}`);
  }

  items(): readonly HostObject[] {
    if (!this.table.items) throw lacking(`items of ${this.className}`);
    return this.table.items(this);
  }

  /** A member by id, or else by name, whatever its capitals. */
  find(key: unknown): HostObject | null {
    const wanted = String(key).toLowerCase();
    const items = this.items();
    const nameOf = (item: HostObject): string => {
      const property = ["Name", "Key"].find((name) => item.table.get?.[name]);
      return property === undefined ? "" : String(item.get(property)).toLowerCase();
    };
    return (
      items.find((item) => item.key.toLowerCase() === wanted) ??
      items.find((item) => nameOf(item) === wanted) ??
      null
    );
  }

  /** What `load` asks for by the script's name. */
  read(name: string): unknown {
    this.#require(name);
    return this.get(this.schema.scalars[name]?.wire ?? name);
  }

  /** Whether the advertised version has a member. */
  knows(name: string): boolean {
    return (this.wire.schema[this.className]?.since?.[name] ?? 0) <= this.wire.excelApi;
  }

  #require(name: string): void {
    if (!this.knows(name))
      throw new HostError(
        "ApiNotFound",
        `The API you are trying to use could not be found. ${this.className}.${name} came with a later ExcelApi than 1.${this.wire.excelApi}.`,
      );
  }

  get(wireName: string): unknown {
    const read = this.table.get?.[wireName];
    if (read) return read(this);
    if (this.#kept.has(wireName)) return this.#kept.get(wireName);
    this.wire.unread.add(`${this.className}.${wireName}`);
    return null;
  }

  set(written: string, value: unknown): void {
    const wireName = this.table.aliases?.[written] ?? written;
    const [name = "", scalar] =
      Object.entries(this.schema.scalars).find(([, s]) => s.wire === wireName) ?? [];
    this.#require(name);
    if (!scalar) throw new HostError("ApiNotFound", `${this.className}.${wireName} does not exist.`);
    if (!scalar.writable) throw new HostError("AccessDenied", `${this.className}.${wireName} is read-only.`);
    const write = this.table.set?.[wireName];
    if (write) {
      write(this, value);
      return;
    }
    this.#kept.set(wireName, value);
    // Kept, not shown: tests assert that nothing but what a class says it keeps ends here.
    if (!this.table.keeps?.includes(wireName)) this.wire.ignored.add(`${this.className}.${wireName}`);
  }

  call(wireName: string, args: readonly unknown[]): unknown {
    this.#require(this.wire.schema[this.className]?.methods[wireName]?.name ?? "");
    const call = this.table.call?.[wireName] ?? COMMON_CALLS[wireName];
    if (call) return call(this, args) ?? null;
    if (/^_?(?:Unr|R)egister\w*Event\w*$/.test(wireName)) {
      this.wire.registered.add(`${this.className}.${wireName}`);
      return null;
    }
    throw lacking(`${this.className}.${wireName}`);
  }
}

/** What every class understands without a table of its own. */
const COMMON_CALLS: Readonly<Record<string, Call>> = {
  _KeepReference: () => null,
  _RemoveReference: (object, [id]) => {
    object.wire.references.delete(String(id));
  },
  GetCount: (object) => object.items().length,
  GetFirst: (object) => object.items()[0],
  GetLast: (object) => object.items().at(-1),
  GetItem: (object, [key]) => {
    const found = object.find(key);
    if (!found) throw notFound();
    return found;
  },
  GetItemOrNullObject: (object, [key]) => object.find(key),
  GetItemAt: (object, [index]) => {
    const found = object.items()[Number(index)];
    if (!found) throw notFound();
    return found;
  },
};
