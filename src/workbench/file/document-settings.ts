import { inserted, listIn, outlineOf } from "../../xlsx/charts/outline";
import { tag } from "../../xlsx/new/markup";
import type { Package } from "../../xlsx/package";
import { withText } from "../../xlsx/parts";
import { spliced, type Splice } from "../../xlsx/splice";
import { attributeSplice } from "../../xlsx/tag";
import { attribute } from "../../xlsx/xml";
import type { GridImage } from "./grid-image";
import { same } from "./image-compare";
import type { Refusal } from "./refusals";

/** What the add-in keeps beside the cells, by key, any JSON; undefined takes a setting away. */
export type Settings = ReadonlyMap<string, unknown>;

/** The settings that changed since a file was opened, and what of that the file cannot keep. */
export interface SettingChanges {
  readonly changes: Settings;
  readonly refused: readonly Refusal[];
}

export const SETTING_STATE = "setting:";
const OURS = /^digitrade\./;

/**
 * The part with the settings of our add-in. Excel writes one for every add-in whose pane was opened with a workbook, and tells
 * them apart by where each was installed from; ours is the one that has settings of ours.
 */
function ourPart(pkg: Package): string | undefined {
  const linked = (part: string, kind: string): readonly string[] =>
    pkg
      .relationships(part)
      .filter((link) => link.kind === kind && !link.isExternal && pkg.has(link.target))
      .map(({ target }) => target);
  return linked("", "webextensiontaskpanes")
    .flatMap((panes) => linked(panes, "webextension"))
    .find((part) => isOurs(pkg, part));
}

/** A part that cannot be read is for its owner to see to. */
function isOurs(pkg: Package, part: string): boolean {
  try {
    return propertiesIn(pkg, part).some(({ name }) => OURS.test(name));
  } catch {
    return false;
  }
}

function propertiesIn(pkg: Package, part: string) {
  const list = listIn(outlineOf(pkg.text(part), part), "properties");
  return (list?.items ?? []).map((item) => ({ ...item, name: attribute(item.element, "name") ?? "" }));
}

/** The settings that a file keeps for our add-in; none where Excel never kept any. */
export function readSettings(pkg: Package): Settings {
  const part = ourPart(pkg);
  if (part === undefined) return new Map();
  return new Map(
    propertiesIn(pkg, part).map(({ name, element }) => [name, parsed(attribute(element, "value") ?? "")]),
  );
}

/** Excel writes JSON; what is none is a text. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const OPENING = "digitrade.opening";

/**
 * What was chosen since the file was opened. Only Excel can be told to load the add-in with a workbook, and where it keeps that
 * is its own affair: a workbook that was opened by itself so far, or has no settings of ours, takes no other choice here.
 */
export function settingChanges(
  pkg: Package,
  { office: was = {} }: GridImage,
  { office: now = {} }: GridImage,
): SettingChanges {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter(
    (key) => key.startsWith(SETTING_STATE) && !same(was[key], now[key]),
  );
  const starts = (value: unknown): boolean => value !== undefined && value !== "keep";
  const hasPart = ourPart(pkg) !== undefined;
  const isKept = (key: string): boolean =>
    key === SETTING_STATE + OPENING && !starts(was[key]) ? !starts(now[key]) : hasPart;
  return {
    changes: new Map(keys.map((key) => [key.slice(SETTING_STATE.length), now[key]])),
    refused: keys.every(isKept) ? [] : [{ what: "setting", where: "" }],
  };
}

/** The package with some settings of our add-in changed, in the part that it has for them. */
export function withSettings(pkg: Package, changes: Settings): Package {
  const part = ourPart(pkg);
  if (part === undefined || changes.size === 0) return pkg;
  const xml = pkg.text(part);
  const list = listIn(outlineOf(xml, part), "properties");
  if (!list) return pkg;
  const held = propertiesIn(pkg, part);
  const splices = [...changes].flatMap(([key, value]): readonly Splice[] => {
    const old = held.find(({ name }) => name === key);
    if (value === undefined) return old ? [{ start: old.element.start, end: old.end, text: "" }] : [];
    const text = JSON.stringify(value);
    return old
      ? [attributeSplice(xml, old.element, "value", text)]
      : [inserted(list, tag(`${list.element.prefix}property`, { name: key, value: text }))];
  });
  return withText(pkg, part, spliced(xml, splices));
}
