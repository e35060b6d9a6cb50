import { readArea, splitAddress } from "../../file/address";
import { spliced, type Splice } from "../splice";
import { attribute } from "../xml";
import { escapeAttribute } from "../xml-text";
import { NAMESPACES } from "./dialect";
import { inserted } from "./outline";
import { allUnder, placedTree, under, valueUnder, type Placed } from "./placed-tree";

/** The ends, steps and numbers of a value axis; an end that is left out is the spreadsheet's to choose. */
export interface AxisScale {
  readonly minimum?: number;
  readonly maximum?: number;
  /** As they are in the part where they are left out. */
  readonly step?: number;
  readonly format?: string;
}

/** What a chart of ours is to read and show now. */
export interface Rebinding {
  /** The part as it would be written anew over the cells that it reads now. */
  readonly fresh: string;
  /** Of the first value axis and of the second one; undefined where it stays. */
  readonly scales: readonly (AxisScale | undefined)[];
}

/** In which order the schema wants what is in a series of columns or lines, a value axis, and its scale (21.2.2). */
const SERIES = [
  ...["idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "dPt", "dLbls"],
  ...["trendline", "errBars", "cat", "val", "smooth", "shape", "extLst"],
];
const AXIS = [
  ...["axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt"],
  ...["majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx", "crosses", "crossesAt"],
  ...["crossBetween", "majorUnit", "minorUnit", "dispUnits", "extLst"],
];
const SCALING = ["logBase", "orientation", "max", "min", "extLst"];

/**
 * A chart's part whose series read the cells of another one, by their names, with the numbers beside their points and the scales
 * that go with those. Looks, titles and everything else that people made of the chart stay, byte for byte.
 */
export function reboundPart(xml: string, part: string, { fresh, scales }: Rebinding): string {
  const root = placedTree(xml, part);
  const area = under(root, "chart", "plotArea");
  const anew = under(placedTree(fresh, part), "chart", "plotArea");
  const left = [...seriesIn(anew)];
  const isPlain = root.element.prefix === "c:" && "xmlns:a" in root.element.attributes;
  const snippet = (node: Placed): string => {
    const text = fresh.slice(node.element.start, node.end);
    return isPlain
      ? text
      : text.replace(/^<c:\w+/, `$& xmlns:c="${NAMESPACES.chart}" xmlns:a="${NAMESPACES.drawing}"`);
  };
  const splices = seriesIn(area).flatMap((series) => {
    const at = left.findIndex((one) => nameOf(one) === nameOf(series));
    const [own] = at < 0 ? [] : left.splice(at, 1);
    return own ? seriesSplices(series, own, snippet) : [];
  });
  const axes = allUnder(area, "valAx").flatMap((axis, i) => {
    const scale = scales[i];
    return scale ? axisSplices(xml, axis, scale) : [];
  });
  return spliced(xml, [...splices, ...axes]);
}

const seriesIn = (area: Placed | undefined): readonly Placed[] =>
  (area?.children ?? [])
    .filter(({ element }) => element.name.endsWith("Chart"))
    .flatMap((plot) => allUnder(plot, "ser"));

const nameOf = (series: Placed): string | undefined =>
  (under(series, "tx", "v") ?? under(series, "tx", "strRef", "strCache", "pt", "v"))?.text;

function seriesSplices(series: Placed, anew: Placed, snippet: (node: Placed) => string): readonly Splice[] {
  const changed = [
    ...(sameLabels(under(series, "dLbls"), under(anew, "dLbls"), anew) ? [] : ["dLbls"]),
    ...["cat", "val"].filter((name) => cellsOf(under(series, name)) !== cellsOf(under(anew, name))),
  ];
  return changed.flatMap((name) => {
    const wanted = under(anew, name);
    return wanted ? [put(series, name, SERIES, snippet(wanted))] : [];
  });
}

/** The cells that a piece of a series reads, however they are spelled. */
function cellsOf(data: Placed | undefined): string | undefined {
  const formula = (under(data, "numRef", "f") ?? under(data, "strRef", "f"))?.text;
  if (formula === undefined) return undefined;
  const { sheet, cells } = splitAddress(formula);
  try {
    return JSON.stringify([sheet.toLowerCase(), readArea(cells)]);
  } catch {
    return formula;
  }
}

/** Whether the same points have their numbers beside them. */
function sameLabels(held: Placed | undefined, wanted: Placed | undefined, series: Placed): boolean {
  if (!wanted) return true;
  const count = Number(valueUnder(series, "val", "numRef", "numCache", "ptCount") ?? 0);
  const [before, now] = [labelled(held), labelled(wanted)];
  return Array.from({ length: count }, (_, i) => i).every((i) => before(i) === now(i));
}

function labelled(labels: Placed | undefined): (point: number) => boolean {
  const isTrue = (node: Placed | undefined, name: string): boolean =>
    ["1", "true"].includes(valueUnder(node, name) ?? "0");
  const own = new Map(
    allUnder(labels, "dLbl").map((label) => [
      Number(valueUnder(label, "idx")),
      !isTrue(label, "delete") && isTrue(label, "showVal"),
    ]),
  );
  const all = labels !== undefined && !isTrue(labels, "delete") && isTrue(labels, "showVal");
  return (point) => own.get(point) ?? all;
}

/** Replaces what an element has of a name, or puts it there in the order of the schema. */
function put(node: Placed, name: string, order: readonly string[], text: string): Splice {
  const held = under(node, name);
  if (held) return { start: held.element.start, end: held.end, text };
  const before = order.slice(0, order.indexOf(name));
  const ends = node.children.filter(({ element }) => before.includes(element.name)).map(({ end }) => end);
  if (node.element.isEmpty) return inserted(node, text);
  const at = Math.max(node.element.end, ...ends);
  return { start: at, end: at, text };
}

function axisSplices(xml: string, axis: Placed, scale: AxisScale): readonly Splice[] {
  const p = axis.element.prefix;
  const { step, format } = scale;
  const numbers = under(axis, "numFmt");
  return [
    ...scalingSplice(xml, axis, scale),
    ...(format === undefined || (numbers && attribute(numbers.element, "formatCode")) === format
      ? []
      : [
          put(axis, "numFmt", AXIS, `<${p}numFmt formatCode="${escapeAttribute(format)}" sourceLinked="0"/>`),
        ]),
    ...(step === undefined || numberUnder(axis, "majorUnit") === step
      ? []
      : [put(axis, "majorUnit", AXIS, `<${p}majorUnit val="${step}"/>`)]),
  ];
}

const numberUnder = (node: Placed | undefined, name: string): number | undefined => {
  const value = valueUnder(node, name);
  return value === undefined ? undefined : Number(value);
};

/** Both ends together: an empty element holds neither yet. */
function scalingSplice(xml: string, axis: Placed, { minimum, maximum }: AxisScale): readonly Splice[] {
  const scaling = under(axis, "scaling");
  if (numberUnder(scaling, "max") === maximum && numberUnder(scaling, "min") === minimum) return [];
  const p = axis.element.prefix;
  const ends: Readonly<Record<string, number | undefined>> = { max: maximum, min: minimum };
  const inside = SCALING.map((name) => {
    const held = under(scaling, name);
    if (!(name in ends)) return held ? xml.slice(held.element.start, held.end) : "";
    const value = ends[name];
    return value === undefined ? "" : `<${p}${name} val="${value}"/>`;
  });
  return [put(axis, "scaling", AXIS, `<${p}scaling>${inside.join("")}</${p}scaling>`)];
}
