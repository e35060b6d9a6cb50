import { HostError } from "./host-error";
import type { HostObject } from "./host-object";

/** What `load` asks for: property paths as the script wrote them, such as `items/name` or `title/text`. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

interface Tree {
  readonly [name: string]: Tree;
}

interface MutableTree {
  [name: string]: MutableTree;
}

/** Reads properties by their names in messages; a collection answers with its items. */
export function query(object: HostObject, info: QueryInfo): Record<string, unknown> {
  const selected = info.Select && info.Select.length > 0 ? info.Select : ["*"];
  return answer(object, plant([...selected, ...(info.Expand ?? [])]), info);
}

function plant(paths: readonly string[]): Tree {
  const root: MutableTree = {};
  for (const path of paths) {
    let here = root;
    for (const step of path.split(/[/.]/)) {
      const name = step.toLowerCase();
      if (name !== "items" && name !== "") here = here[name] ??= {};
    }
  }
  return root;
}

function answer(
  object: HostObject,
  tree: Tree,
  { Top: top, Skip: skip = 0 }: QueryInfo,
): Record<string, unknown> {
  if (!object.schema.isCollection) return properties(object, tree);
  const { count, ...rest } = tree;
  const items = object.items();
  const shown = items.slice(skip, top === undefined ? undefined : skip + top);
  const own = object.schema.scalars.count ? { Count: items.length } : {};
  if (count && Object.keys(rest).length === 0) return own;
  return {
    ...own,
    _Items: shown.map((item, i) => ({ ...properties(item, rest), _Index: skip + i })),
  };
}

function properties(object: HostObject, tree: Tree): Record<string, unknown> {
  const { scalars, navigations } = object.schema;
  const values: Record<string, unknown> = object.wire.identity(object);
  for (const [name, below] of Object.entries(tree)) {
    if (name === "$none") continue;
    if (name === "*" || name === "$all") {
      for (const [key, { wire }] of Object.entries(scalars))
        if (object.knows(key)) values[wire] = readable(object, wire);
      continue;
    }
    const scalar = Object.entries(scalars).find(([key]) => key.toLowerCase() === name);
    if (scalar) {
      values[scalar[1].wire] = object.read(scalar[0]);
      continue;
    }
    const navigation = Object.entries(navigations).find(([key]) => key.toLowerCase() === name)?.[1];
    if (!navigation)
      throw new HostError("InvalidArgument", `The property '${name}' does not exist on ${object.className}.`);
    const target = object.navigate(navigation.wire);
    const wanted = Object.keys(below).length > 0 ? below : { "*": {} };
    values[navigation.wire] = target === null ? null : answer(target, wanted, {});
  }
  return values;
}

/** A load without a selection asks for everything there is: what this host lacks is left out, silently only here. */
function readable(object: HostObject, wire: string): unknown {
  const known = object.wire.unread.has(`${object.className}.${wire}`);
  const value = object.get(wire);
  if (!known) object.wire.unread.delete(`${object.className}.${wire}`);
  return value;
}
