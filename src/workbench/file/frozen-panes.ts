import { cellName } from "../../file/address";
import { listIn, outlineOf, placeIn, type Outline } from "../../xlsx/charts/outline";
import { WORKSHEET } from "../../xlsx/charts/sequences";
import { spliced, type Splice } from "../../xlsx/splice";
import { attributesWith } from "../../xlsx/tag";
import { attribute, readXml, type XmlElement } from "../../xlsx/xml";

/** How many rows and columns of a sheet stay in sight. */
export interface Frozen {
  readonly rows: number;
  readonly columns: number;
}

/** What the first view of a sheet says of its panes: elements as they stand, each with where it ends. */
interface WrittenView {
  readonly element: XmlElement;
  readonly pane: Written | undefined;
  readonly selections: readonly Written[];
  readonly pivots: readonly XmlElement[];
}

interface Written {
  readonly element: XmlElement;
  readonly end: number;
}

type Pane = "topLeft" | "topRight" | "bottomLeft" | "bottomRight";

/** A sheet's part with other rows and columns in sight, from its first ones on; what else it says of its views stays. */
export function withFrozen(xml: string, part: string, frozen: Frozen): string {
  const outline = outlineOf(xml, part);
  const view = firstView(xml, part);
  if (!view) return isFrozen(frozen) ? withNewView(xml, outline, frozen) : xml;
  const p = view.element.prefix;
  const panes = panesOf(frozen);
  const splices: Splice[] = [
    ...[view.pane, ...view.selections].flatMap((one) =>
      one ? [{ start: one.element.start, end: one.end, text: "" }] : [],
    ),
    ...view.pivots.map((pivot) => retagged(xml, pivot, { pane: panes.at(-1) })),
  ];
  const text = panePart(frozen, p) + selections(xml, view, panes, p);
  const { element } = view;
  // A view that was scrolled when it was frozen has its first rows out of reach; pages have no panes.
  const pages = attribute(element, "view") === "pageLayout" && isFrozen(frozen);
  const values = { topLeftCell: undefined, ...(pages && { view: undefined }) };
  if (element.isEmpty && text === "") splices.push(retagged(xml, element, values));
  else splices.push(opened(xml, element, values, text));
  return spliced(xml, splices);
}

const isFrozen = ({ rows, columns }: Frozen): boolean => rows > 0 || columns > 0;

/** The panes that there are, the one with the selection last. */
function panesOf({ rows, columns }: Frozen): readonly Pane[] {
  if (rows > 0 && columns > 0) return ["topRight", "bottomLeft", "bottomRight"];
  if (rows > 0) return ["bottomLeft"];
  return columns > 0 ? ["topRight"] : ["topLeft"];
}

function panePart(frozen: Frozen, p: string): string {
  if (!isFrozen(frozen)) return "";
  const { rows, columns } = frozen;
  const split = (columns > 0 ? ` xSplit="${columns}"` : "") + (rows > 0 ? ` ySplit="${rows}"` : "");
  const active = panesOf(frozen).at(-1) ?? "topLeft";
  return `<${p}pane${split} topLeftCell="${cellName(rows, columns)}" activePane="${active}" state="frozen"/>`;
}

/** One selection for each pane; the cells that were selected are so in the last one. */
function selections(xml: string, view: WrittenView, panes: readonly Pane[], p: string): string {
  const active = view.pane && attribute(view.pane.element, "activePane");
  const held =
    view.selections.find(
      ({ element }) => (attribute(element, "pane") ?? "topLeft") === (active ?? "topLeft"),
    ) ?? view.selections.at(-1);
  return panes
    .map((pane, i) => {
      const isLast = i === panes.length - 1;
      if (isLast && !held && pane === "topLeft") return "";
      const named = pane === "topLeft" ? undefined : pane;
      const attributes = attributesWith(xml, isLast ? held?.element : undefined, { pane: named });
      return `<${p}selection${attributes}/>`;
    })
    .join("");
}

type Values = Parameters<typeof attributesWith>[2];

const retagged = (xml: string, element: XmlElement, values: Values): Splice => ({
  start: element.start,
  end: element.end,
  text: `<${element.prefix}${element.name}${attributesWith(xml, element, values)}${element.isEmpty ? "/" : ""}>`,
});

/** The tag with something behind it; it gets contents where it has none. */
function opened(xml: string, element: XmlElement, values: Values, text: string): Splice {
  const name = `${element.prefix}${element.name}`;
  return {
    start: element.start,
    end: element.end,
    text: `<${name}${attributesWith(xml, element, values)}>${text}${element.isEmpty ? `</${name}>` : ""}`,
  };
}

function withNewView(xml: string, outline: Outline, frozen: Frozen): string {
  const p = outline.root.element.prefix;
  const inside =
    panePart(frozen, p) +
    panesOf(frozen)
      .map((pane) => `<${p}selection pane="${pane}"/>`)
      .join("");
  const view = `<${p}sheetView workbookViewId="0">${inside}</${p}sheetView>`;
  const text = `<${p}sheetViews>${view}</${p}sheetViews>`;
  const held = listIn(outline, "sheetViews");
  const at = placeIn(outline, "sheetViews", WORKSHEET);
  return spliced(xml, [
    held ? { start: held.element.start, end: held.end, text } : { start: at, end: at, text },
  ]);
}

function firstView(xml: string, part: string): WrittenView | undefined {
  const open: XmlElement[] = [];
  const selected: Written[] = [];
  const pivots: XmlElement[] = [];
  let view: XmlElement | undefined;
  let pane: Written | undefined;
  let isPast = false;
  readXml(xml, part, {
    open: (element) => {
      if (element.name === "sheetView" && !isPast) view ??= element;
      if (view && !isPast && element.name === "pivotSelection") pivots.push(element);
      open.push(element);
    },
    close: (name, _, __, end) => {
      const element = open.pop();
      if (!view || isPast || !element) return;
      if (name === "sheetView") isPast = true;
      if (open.at(-1) !== view) return;
      if (name === "pane") pane = { element, end };
      if (name === "selection") selected.push({ element, end });
    },
  });
  return view && { element: view, pane, selections: selected, pivots };
}
