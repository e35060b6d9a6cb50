import type { Area } from "../../file/address";
import { holds } from "../../file/address";
import { tag, textTag } from "../new/markup";
import type { Package } from "../package";
import { freeName, withPart, withText } from "../parts";
import { spliced } from "../splice";
import { attributeSplice } from "../tag";
import { attribute, readXml, type XmlElement } from "../xml";
import { encodeXml } from "../xml-text";
import { folderOf, NAMESPACES, PARTS } from "./dialect";
import { drawingOf, withDrawing, withDrawn } from "./sheet-drawing";

/** What a chart object says of itself: its name, and the words for who cannot see it. */
export interface ChartWords {
  readonly name: string;
  readonly description: string;
}

/** A chart that is drawn on a sheet, in whatever frame. */
export interface StoredFrame {
  readonly name: string;
  /** The part that is drawn in it. */
  readonly chart: string;
  /** The cell in which its middle lies, about. */
  readonly middle: { readonly row: number; readonly column: number };
  readonly properties: XmlElement;
}

/** The charts that are drawn on a sheet. */
export function framesOn(pkg: Package, sheet: string): readonly StoredFrame[] {
  const part = drawingOf(pkg, sheet);
  if (part === undefined) return [];
  const links = new Map(pkg.relationships(part).map(({ id, target }) => [id, target]));
  const frames: StoredFrame[] = [];
  const corners: { rows: number[]; columns: number[] } = { rows: [], columns: [] };
  let properties: XmlElement | undefined;
  let number: "row" | "col" | undefined;
  readXml(pkg.text(part), part, {
    open: (element) => {
      const { name, namespace } = element;
      if (/Anchor$/.test(name)) [corners.rows, corners.columns] = [[], []];
      if (name === "cNvPr") properties = element;
      number = name === "row" || name === "col" ? name : undefined;
      const target = links.get(element.relationship ?? "");
      if (name !== "chart" || namespace !== NAMESPACES.chart || !properties || target === undefined) return;
      frames.push({
        name: attribute(properties, "name") ?? "",
        chart: target,
        middle: { row: middleOf(corners.rows), column: middleOf(corners.columns) },
        properties,
      });
    },
    text: (text) => {
      if (number !== undefined) corners[number === "row" ? "rows" : "columns"].push(Number(text));
      number = undefined;
    },
  });
  return frames;
}

const middleOf = ([from = -1, to = from]: readonly number[]): number => Math.floor((from + to) / 2);

/**
 * The chart object that belongs to some cells: the one of the name that it was given, else, since people rename and move
 * charts, the only one whose middle lies over the cells that it was put on.
 */
export function frameOver(frames: readonly StoredFrame[], name: string, area: Area): StoredFrame | undefined {
  const named = frames.find((frame) => frame.name === name);
  if (named) return named;
  const over = frames.filter(({ middle }) => holds(area, middle.row, middle.column));
  return over.length === 1 ? over[0] : undefined;
}

/** The package with a chart drawn over some cells of a sheet, behind all that is drawn there already. */
export function withChart(
  pkg: Package,
  sheet: string,
  { xml, area, words }: { readonly xml: string; readonly area: Area; readonly words: ChartWords },
): Package {
  const drawn = withDrawing(pkg, sheet);
  const name = freeName(pkg, `${folderOf(pkg)}charts/chart`, ".xml", 1);
  const held = withPart(drawn.pkg, { name, content: encodeXml(xml), from: drawn.part, ...PARTS.chart });
  const link = held.relationships(drawn.part).find(({ target }) => target === name)?.id ?? "";
  return withDrawn(held, drawn.part, (id) => anchor(area, id, words, link));
}

/** The package with other words on a chart. */
export function withWords(
  pkg: Package,
  sheet: string,
  { properties }: StoredFrame,
  { name, description }: ChartWords,
): Package {
  const part = drawingOf(pkg, sheet);
  if (part === undefined) return pkg;
  const xml = pkg.text(part);
  return withText(
    pkg,
    part,
    spliced(xml, [
      attributeSplice(xml, properties, "name", name),
      attributeSplice(xml, properties, "descr", description),
    ]),
  );
}

/** A frame from the first to behind the last of some cells, which it follows when they move or grow. */
function anchor(area: Area, id: number, { name, description }: ChartWords, link: string): string {
  const chart = tag("c:chart", { "xmlns:c": NAMESPACES.chart, "xmlns:r": NAMESPACES.links, "r:id": link });
  return tag(
    "xdr:twoCellAnchor",
    { "xmlns:xdr": NAMESPACES.sheetDrawing, "xmlns:a": NAMESPACES.drawing },
    corner("xdr:from", area.row, area.column),
    corner("xdr:to", area.row + area.rows, area.column + area.columns),
    tag(
      "xdr:graphicFrame",
      { macro: "" },
      tag(
        "xdr:nvGraphicFramePr",
        {},
        tag("xdr:cNvPr", { id, name, descr: description }),
        tag("xdr:cNvGraphicFramePr"),
      ),
      tag("xdr:xfrm", {}, tag("a:off", { x: 0, y: 0 }), tag("a:ext", { cx: 0, cy: 0 })),
      tag("a:graphic", {}, tag("a:graphicData", { uri: NAMESPACES.chart }, chart)),
    ),
    tag("xdr:clientData"),
  );
}

const corner = (name: string, row: number, column: number): string =>
  tag(
    name,
    {},
    textTag("xdr:col", column),
    textTag("xdr:colOff", 0),
    textTag("xdr:row", row),
    textTag("xdr:rowOff", 0),
  );
