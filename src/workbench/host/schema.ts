/** What the add-in's own copy of the library says about its proxy classes: enough to read and answer its requests. */
export type Schema = Readonly<Record<string, ClassSchema>>;

export interface ClassSchema {
  readonly isCollection: boolean;
  /** Ranges and the like are kept alive between batches by a reference id that the host gives out. */
  readonly keepsReference: boolean;
  /** By the name that scripts use; `wire` is the name in messages. */
  readonly scalars: Readonly<Record<string, { readonly wire: string; readonly writable: boolean }>>;
  readonly navigations: Readonly<Record<string, { readonly className: string; readonly wire: string }>>;
  /** By the name in messages; `name` is the script's. */
  readonly methods: Readonly<Record<string, { readonly name: string }>>;
  readonly events: Readonly<Record<string, { readonly type: number; readonly register: string | undefined }>>;
  /** The ExcelApi 1.n in which a member first appeared, by the script's name. */
  readonly since?: Readonly<Record<string, number>>;
}

/** Adds when each member appeared, as the published type declarations document it. */
export function withSince(schema: Schema, declarations: string): Schema {
  const start = declarations.indexOf("declare namespace Excel {");
  const end = declarations.indexOf("\ndeclare namespace ", start + 1);
  const text = declarations.slice(start, end < 0 ? undefined : end);
  const classes = [...text.matchAll(/^ {4}(?:export )?class (\w+) [^]*?^ {4}\}/gm)];
  const since = Object.fromEntries(classes.map(([body, name = ""]) => [name, membersSince(body)]));
  return Object.fromEntries(
    Object.entries(schema).map(([name, description]) => [name, { ...description, since: since[name] ?? {} }]),
  );
}

const MEMBER = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*(?:readonly )?(\w+)[(:?<]/g;
const API_SET = /\[Api set: ExcelApi 1\.(\d+)/;

/** The oldest version where a method has several forms. */
function membersSince(body: string): Record<string, number> {
  const since: Record<string, number> = {};
  for (const [, comment = "", name = ""] of body.matchAll(MEMBER)) {
    const version = API_SET.exec(comment)?.[1];
    if (version !== undefined) since[name] = Math.min(since[name] ?? Infinity, Number(version));
  }
  return since;
}

interface ProxyPrototype {
  readonly _className?: string;
  readonly _isCollection?: boolean;
  readonly _scalarPropertyNames?: readonly string[];
  readonly _scalarPropertyOriginalNames?: readonly string[];
  readonly _scalarPropertyUpdateable?: readonly boolean[];
}

const NAVIGATION = /_createPropertyObject\(Excel\.(\w+), this, "(\w+)", (?:true|false)/;
const EVENT_TYPE = /eventType:\s*(\d+)/;
const EVENT_REGISTER = /registerFunc: function \(\) \{ return _this\.(\w+)\(/;
const METHOD_OBJECT = /_createMethodObject\(Excel\.\w+, this, "(\w+)"/;
const METHOD_VALUE = /_invokeMethod\(this, "(\w+)"/;

/**
 * Describes the proxy classes of a loaded Excel namespace. Works on the library's debug build only: navigations, wire
 * names of methods and event numbers are read from the text of the functions (checked with @microsoft/office-js 1.1.110).
 */
export function describeClasses(excel: Readonly<Record<string, unknown>>): Schema {
  const schema: Record<string, ClassSchema> = {};
  for (const [name, value] of Object.entries(excel)) {
    const prototype = typeof value === "function" ? (value.prototype as object | undefined) : undefined;
    if (prototype && readSafely(prototype, "_className") !== undefined)
      schema[name] = describeClass(prototype);
  }
  return schema;
}

/** Getters of a prototype may insist on an instance. */
function readSafely<K extends keyof ProxyPrototype>(
  prototype: object,
  key: K,
): ProxyPrototype[K] | undefined {
  try {
    return (prototype as ProxyPrototype)[key];
  } catch {
    return undefined;
  }
}

function describeClass(prototype: object): ClassSchema {
  const names = readSafely(prototype, "_scalarPropertyNames") ?? [];
  const originals = readSafely(prototype, "_scalarPropertyOriginalNames") ?? [];
  const writable = readSafely(prototype, "_scalarPropertyUpdateable") ?? [];
  const scalars = Object.fromEntries(
    names.map((name, i) => [name, { wire: originals[i] ?? name, writable: writable[i] === true }]),
  );
  const navigations: Record<string, { className: string; wire: string }> = {};
  const methods: Record<string, { name: string }> = {};
  const events: Record<string, { type: number; register: string | undefined }> = {};
  for (const [member, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    const value: unknown = property.value;
    if (property.get) {
      const text = property.get.toString();
      const [, className, wire] = NAVIGATION.exec(text) ?? [];
      if (className !== undefined && wire !== undefined) navigations[member] = { className, wire };
      const [, type] = EVENT_TYPE.exec(text) ?? [];
      if (type !== undefined)
        events[member] = { type: Number(type), register: EVENT_REGISTER.exec(text)?.[1] };
    } else if (typeof value === "function") {
      const text = value.toString();
      const [, wire] = METHOD_OBJECT.exec(text) ?? METHOD_VALUE.exec(text) ?? [];
      if (wire !== undefined) methods[wire] = { name: member };
    }
  }
  return {
    isCollection: readSafely(prototype, "_isCollection") === true,
    keepsReference: "_KeepReference" in methods,
    scalars,
    navigations,
    methods,
    events,
  };
}
