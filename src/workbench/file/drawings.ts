import type { Package } from "../../xlsx/package";
import { all, at, within, xmlTree, type XmlNode } from "./xml-tree";

/** Where something of a drawing stands: from a cell, with an offset in pixels, to another or with a size in pixels. */
export interface Anchor {
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly to?: { readonly column: number; readonly row: number; readonly x: number; readonly y: number };
  readonly size?: { readonly width: number; readonly height: number };
}

/** What lies over the cells of a sheet. */
export interface Drawn {
  /** Of the object on the sheet: "Chart 1". */
  readonly name: string;
  readonly anchor: Anchor;
  /** The part of its chart; undefined for pictures, shapes, and charts of kinds that came after the file format. */
  readonly chart: string | undefined;
}

/** English Metric Units in one pixel of 96 to the inch. */
const EMU = 9525;
const ANCHORS = ["twoCellAnchor", "oneCellAnchor", "absoluteAnchor"];

/** What is drawn on the sheet of a part, in the order of the file. */
export function drawnOn(pkg: Package, sheet: string): readonly Drawn[] {
  return pkg
    .relationships(sheet)
    .filter(({ kind, isExternal, target }) => kind === "drawing" && !isExternal && pkg.has(target))
    .flatMap(({ target }) => {
      const root = xmlTree(pkg.text(target), target);
      const links = pkg.relationships(target);
      return root.children.flatMap((anchor) =>
        ANCHORS.includes(anchor.name)
          ? [drawnIn(anchor, (id) => links.find((one) => one.id === id)?.target)]
          : [],
      );
    });
}

function drawnIn(node: XmlNode, target: (id: string | undefined) => string | undefined): Drawn {
  const [name] = within(node, "cNvPr");
  const [chart] = at(node, "graphicFrame") ? within(node, "chart") : [];
  return {
    name: name?.attribute("name") ?? "",
    anchor: anchorOf(node),
    chart: chart && target(chart.relationship),
  };
}

function anchorOf(node: XmlNode): Anchor {
  const from = at(node, "from");
  const to = at(node, "to");
  const size = at(node, "ext");
  const [first] = all(node, "pos");
  return {
    column: count(from, "col"),
    row: count(from, "row"),
    x: from ? pixels(at(from, "colOff")?.text) : pixels(first?.attribute("x")),
    y: from ? pixels(at(from, "rowOff")?.text) : pixels(first?.attribute("y")),
    ...(to && {
      to: {
        column: count(to, "col"),
        row: count(to, "row"),
        x: pixels(at(to, "colOff")?.text),
        y: pixels(at(to, "rowOff")?.text),
      },
    }),
    ...(size && {
      size: { width: pixels(size.attribute("cx")), height: pixels(size.attribute("cy")) },
    }),
  };
}

const count = (node: XmlNode | undefined, name: string): number =>
  Math.max(0, Math.trunc(Number(at(node, name)?.text ?? 0)) || 0);

const pixels = (emu: string | undefined): number => Math.round((Number(emu ?? 0) || 0) / EMU);
