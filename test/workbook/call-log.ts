import { ACTION, isServicePath, PATH } from "../../src/workbench/host/protocol";
import type { Action, Answer, ArgumentInfo, Batch, ObjectPath } from "../../src/workbench/host/protocol";
import type { Host } from "../../src/workbench/host/index";

/** What a script asked of Excel, as a script would write it, one call a line; `sync` ends a batch. */
export interface CallLog {
  readonly text: () => string;
}

const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^workbook\.worksheets\.(add|getItem)\("[^"]*"\)$/, "sheet"],
  [/\.charts\.add\(/, "chart"],
  [/\.series\.add\(/, "series"],
];

/** Records from now on what the add-in's own batches ask of a host; those of the functions' runtime are left out. */
export function recordCalls(host: Host): CallLog {
  const lines: string[] = [];
  const known = new Map<string, string>();
  const counts = new Map<string, number>();
  const original = host.wire.batch.bind(host.wire);

  /** A made object has a short name from then on. */
  const aliased = (text: string): string => {
    const [, name] = ALIASES.find(([pattern]) => pattern.test(text)) ?? [];
    if (name === undefined) return text;
    const n = (counts.get(name) ?? 0) + 1;
    counts.set(name, n);
    const alias = name === "series" ? `series${n}` : n === 1 ? name : `${name}${n}`;
    if (!/\.getItem\(/.test(text) || name === "sheet") lines.push(`${alias} = ${text}`);
    return alias;
  };

  const recorded = (batch: Batch): Answer => {
    const answer = original(batch);
    if (Object.values(batch.ObjectPaths).some(isServicePath)) return answer;
    const paths = new PathTexts(batch, known);
    const before = lines.length;
    for (const action of batch.Actions) {
      const result = answer.Results.find(({ ActionId }) => ActionId === action.Id)?.Value;
      if (action.ActionType === ACTION.instantiate) {
        const text = paths.of(action.ObjectPathId);
        const named = known.get(text) ?? aliased(text);
        if (named !== text) known.set(text, named);
        for (const id of identities(result)) known.set(id, named);
      } else lines.push(...lineOf(action, paths));
    }
    if (answer.Error) lines.push(`! ${answer.Error.Code}`);
    if (lines.length > before) lines.push("sync", "");
    return answer;
  };
  Object.assign(host.wire, { batch: recorded });
  return { text: () => lines.join("\n") };
}

function identities(result: unknown): readonly string[] {
  const { Id, _Id, _ReferenceId } = (result ?? {}) as Record<string, unknown>;
  return [Id, _Id, _ReferenceId].filter((id) => typeof id === "string");
}

function lineOf(action: Action, paths: PathTexts): readonly string[] {
  const { ActionType: type, Name = "", ArgumentInfo: info, QueryInfo: query } = action;
  const at = paths.of(action.ObjectPathId);
  switch (type) {
    case ACTION.method:
      // What begins so is the library's own.
      return Name.startsWith("_") ? [] : [`${at}.${camel(Name)}(${paths.arguments(info)})`];
    case ACTION.set:
      return [`${at}.${camel(Name)} = ${paths.arguments(info)}`];
    case ACTION.update:
      return [`${at}.set(${JSON.stringify(action.ObjectState)})`];
    case ACTION.query:
    case ACTION.queryJson:
      return [`${at}.load("${(query?.Select ?? []).join(",")}")`];
    default:
      return [];
  }
}

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

class PathTexts {
  constructor(
    private readonly batch: Batch,
    private readonly known: Map<string, string>,
  ) {}

  of(id: number): string {
    const path = this.batch.ObjectPaths[String(id)];
    const text = path ? this.written(path) : "?";
    return this.known.get(text) ?? text;
  }

  private written(path: ObjectPath): string {
    const { Name = "", ParentObjectPathId: parent = 0, ArgumentInfo: info } = path;
    switch (path.ObjectPathType) {
      case PATH.root:
        return "workbook";
      case PATH.method:
        return `${this.of(parent)}.${camel(Name)}(${this.arguments(info)})`;
      case PATH.property:
        return `${this.of(parent)}.${camel(Name)}`;
      case PATH.indexer: {
        const key = String(info?.Arguments?.[0]);
        return this.known.get(key) ?? `${this.of(parent)}.getItem(${JSON.stringify(key)})`;
      }
      case PATH.reference:
        return this.known.get(Name) ?? Name;
      default:
        return "null";
    }
  }

  arguments(info: ArgumentInfo | undefined): string {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? [])
      .map((argument, i) => {
        const id = ids[i];
        return typeof id === "number" && id !== 0 ? this.of(id) : literal(argument);
      })
      .join(", ");
  }
}

/** A table has a line for each row. */
function literal(value: unknown): string {
  if (!Array.isArray(value) || value.length < 2) return JSON.stringify(value);
  return `[\n${value.map((row) => `  ${JSON.stringify(row)}`).join("\n")}\n]`;
}
