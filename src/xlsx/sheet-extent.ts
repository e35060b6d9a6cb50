import { areaName, type Area } from "../file/address";
import type { CellEdit } from "./cells";
import type { Splice } from "./splice";
import { storedArea } from "./stored-area";
import { attributeSplice } from "./tag";
import { attribute, type XmlElement } from "./xml";

/** The dimension that a sheet states, widened to the cells of the edits; undefined where they lie within. */
export function widenedDimension(
  xml: string,
  element: XmlElement,
  edits: readonly CellEdit[],
  part: string,
): Splice | undefined {
  const ref = attribute(element, "ref");
  if (ref === undefined) return undefined;
  const before = storedArea(ref, part);
  const after = edits.reduce(around, before);
  return areaName(after) === areaName(before)
    ? undefined
    : attributeSplice(xml, element, "ref", areaName(after));
}

function around({ row, column, rows, columns }: Area, edit: CellEdit): Area {
  const top = Math.min(row, edit.row);
  const left = Math.min(column, edit.column);
  return {
    row: top,
    column: left,
    rows: Math.max(row + rows, edit.row + 1) - top,
    columns: Math.max(column + columns, edit.column + 1) - left,
  };
}

/** The columns between which a row states to have cells, widened to new ones; undefined where they lie within. */
export function widenedSpans(xml: string, row: XmlElement, columns: readonly number[]): Splice | undefined {
  const spans = attribute(row, "spans");
  const [, from, to] = /^(\d{1,5}):(\d{1,5})$/.exec(spans ?? "") ?? [];
  if (from === undefined || to === undefined || columns.length === 0) return undefined;
  const after = `${Math.min(Number(from), ...columns.map((column) => column + 1))}:${Math.max(Number(to), ...columns.map((column) => column + 1))}`;
  return after === spans ? undefined : attributeSplice(xml, row, "spans", after);
}

/** The cell formats that rows and columns give to cells which are not there yet. */
export interface Styles {
  readonly see: (element: XmlElement) => void;
  readonly at: (row: XmlElement | undefined, column: number) => string | undefined;
}

export function inheritedStyles(): Styles {
  const columns: { readonly from: number; readonly to: number; readonly style: string | undefined }[] = [];
  return {
    see: (element) => {
      if (element.name !== "col") return;
      const from = Number(attribute(element, "min"));
      columns.push({ from, to: Number(attribute(element, "max")), style: attribute(element, "style") });
    },
    at: (row, column) => {
      const isFormatted = row && ["1", "true"].includes(attribute(row, "customFormat") ?? "");
      if (isFormatted) return attribute(row, "s");
      return columns.find(({ from, to }) => from <= column + 1 && column + 1 <= to)?.style;
    },
  };
}
