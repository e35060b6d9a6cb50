import { readArea, splitAddress, type Area } from "../../file/address";
import { tokensOf } from "../../file/formula-tokens";
import type { CellValue } from "../cells";
import { spliced, type Splice } from "../splice";
import { storedText } from "../x-string";
import { escapeText } from "../xml-text";
import type { Words } from "./names";

/** The new value of a cell; undefined for one that did not change. Sheets by their place, rows and columns from 0. */
export type ChangedAt = (sheet: number, row: number, column: number) => CellValue | undefined;

const REFERENCE = /<(\w+:)?(numRef|strRef)\b[^>]*>(.*?)<\/\1?\2>/gs;
const FORMULA = /<(?:\w+:)?f\b[^>]*>([^<]*)<\/(?:\w+:)?f>/;
const CACHE = /<(\w+:)?(numCache|strCache)\b[^>]*>(.*?)<\/\1?\2>/s;
const POINT = /<(?:\w+:)?pt\b[^>]*?\bidx="(\d+)"[^>]*>.*?<\/(?:\w+:)?pt>/gs;
const COUNT = /<(?:\w+:)?ptCount\b[^>]*?\bval="(\d+)"[^>]*\/?>/;
const VALUE = /(<(?:\w+:)?v\b[^>]*>)[^<]*(<\/(?:\w+:)?v>)|<(?:\w+:)?v\b[^>]*\/>/;

/**
 * A chart's part with the values that it remembers of changed cells, for programs that draw without working out; every
 * other byte stays. The same text where nothing of it changed.
 */
export function renewedChart(xml: string, words: Words, changedAt: ChangedAt): string {
  const splices: Splice[] = [];
  for (const found of xml.matchAll(REFERENCE)) {
    const inner = found[3] ?? "";
    const start =
      found.index + found[0].length - `</${found[1] ?? ""}${found[2] ?? ""}>`.length - inner.length;
    const cells = cellsOf(unescaped(FORMULA.exec(inner)?.[1] ?? ""), words);
    const cache = CACHE.exec(inner);
    if (!cells || !cache) continue;
    const changed = new Map<number, CellValue>();
    for (const [i, { sheet, row, column }] of cells.entries()) {
      const value = changedAt(sheet, row, column);
      if (value !== undefined) changed.set(i, value);
    }
    if (changed.size === 0) continue;
    const body = renewedCache(cache[3] ?? "", cache[1] ?? "", cache[2] === "numCache", changed, cells.length);
    const closing = `</${cache[1] ?? ""}${cache[2] ?? ""}>`.length;
    const end = start + cache.index + cache[0].length - closing;
    splices.push({ start: end - (cache[3] ?? "").length, end, text: body });
  }
  return spliced(xml, splices);
}

interface CellPlace {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

const MOST_POINTS = 32_000;
const MOST_DEEP = 5;

/** The cells of a series in the order of its points; undefined where they cannot be told. */
function cellsOf(formula: string, words: Words, deep = 0): readonly CellPlace[] | undefined {
  const tokens = tokensOf(formula);
  if (!tokens || deep > MOST_DEEP) return undefined;
  const cells: CellPlace[] = [];
  for (const { kind, text } of tokens) {
    if (kind === "sign" && ["(", ")", ","].includes(text)) continue;
    if (kind === "name") {
      const named = words.name(text, "");
      const inner = named === undefined ? undefined : cellsOf(named, words, deep + 1);
      if (!inner) return undefined;
      cells.push(...inner);
      continue;
    }
    const { sheet: name, cells: at } = splitAddress(text);
    const sheet = kind === "reference" && !text.includes("[") ? words.sheet(name) : undefined;
    const area = sheet === undefined ? undefined : areaOf(at);
    if (sheet === undefined || !area || area.rows * area.columns > MOST_POINTS) return undefined;
    for (let r = 0; r < area.rows; r++)
      for (let c = 0; c < area.columns; c++)
        cells.push({ sheet, row: area.row + r, column: area.column + c });
  }
  return cells;
}

function areaOf(cells: string): Area | undefined {
  try {
    return readArea(cells);
  } catch {
    return undefined;
  }
}

function renewedCache(
  cache: string,
  prefix: string,
  isNumeric: boolean,
  changed: ReadonlyMap<number, CellValue>,
  count: number,
): string {
  const splices: Splice[] = [];
  const left = new Map(changed);
  const points = [...cache.matchAll(POINT)].map((found) => ({
    idx: Number(found[1]),
    start: found.index,
    text: found[0],
  }));
  for (const { idx, start, text } of points) {
    if (!changed.has(idx)) continue;
    left.delete(idx);
    const value = shown(changed.get(idx) ?? null, isNumeric);
    const renewed = value === undefined ? "" : withValue(text, prefix, value);
    splices.push({ start, end: start + text.length, text: renewed });
  }
  const sizes = COUNT.exec(cache);
  const after = sizes ? sizes.index + sizes[0].length : 0;
  for (const [idx, raw] of [...left].sort(([a], [b]) => a - b)) {
    const value = shown(raw, isNumeric);
    if (value === undefined) continue;
    const before = points.filter((one) => one.idx < idx).at(-1);
    const at = before ? before.start + before.text.length : after;
    splices.push({
      start: at,
      end: at,
      text: `<${prefix}pt idx="${idx}"><${prefix}v>${escapeText(value)}</${prefix}v></${prefix}pt>`,
    });
  }
  if (sizes && Number(sizes[1]) < count)
    splices.push({
      start: sizes.index,
      end: after,
      text: sizes[0].replace(/\bval="\d+"/, `val="${count}"`),
    });
  return spliced(cache, splices);
}

const withValue = (point: string, prefix: string, value: string): string =>
  point.replace(
    VALUE,
    (_, open: string | undefined, close: string | undefined) =>
      `${open ?? `<${prefix}v>`}${escapeText(value)}${close ?? `</${prefix}v>`}`,
  );

/** A value as a chart remembers it; undefined for one that has no point. */
function shown(value: CellValue, isNumeric: boolean): string | undefined {
  if (value === null || value === "") return undefined;
  if (typeof value === "number") return String(value);
  if (typeof value === "object") return value.error;
  if (isNumeric) return undefined;
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : storedText(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};

const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
