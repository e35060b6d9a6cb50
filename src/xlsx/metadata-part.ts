import type { Package } from "./package";
import { attribute, flag, readXml } from "./xml";

/** The part of a workbook that says more about cells: which formulas spill, which values are rich. */
export function metadataPart(pkg: Package): string | undefined {
  return pkg
    .relationships(pkg.workbook)
    .find(({ kind, isExternal }) => kind === "sheetMetadata" && !isExternal)?.target;
}

/** What the part says of dynamic arrays. */
export interface DynamicMarks {
  /** The numbers, from 1, by which a cell (`cm`) says that its array spills. */
  readonly spilling: ReadonlySet<number>;
  /** The first of them whose array is not folded into its first cell, as one is that has no room. */
  readonly open?: number;
}

/** Which marks of cells mean a dynamic array: those whose records lead to a property of the type XLDAPR (MS-XLSX 2.4.117). */
export function readDynamicMarks(xml: string, part: string): DynamicMarks {
  const types: string[] = [];
  const blocks: ("open" | "folded" | undefined)[] = [];
  const spilling = new Set<number>();
  let open: number | undefined;
  let future = "";
  let block = -1;
  let isCellMetadata = false;
  let record = 0;
  readXml(xml, part, {
    open: (element) => {
      if (element.name === "metadataType") types.push(attribute(element, "name") ?? "");
      if (element.name === "futureMetadata") {
        future = attribute(element, "name") ?? "";
        block = -1;
      }
      if (element.name === "cellMetadata") isCellMetadata = true;
      if (element.name === "bk") {
        block++;
        if (isCellMetadata) record++;
      }
      if (element.name === "dynamicArrayProperties" && future === "XLDAPR" && flag(element, "fDynamic"))
        blocks[block] = flag(element, "fCollapsed") ? "folded" : "open";
      if (element.name === "rc" && isCellMetadata) {
        // Types count from 1, the blocks of their values from 0.
        const type = types[Number(attribute(element, "t")) - 1];
        const kind = type === "XLDAPR" ? blocks[Number(attribute(element, "v"))] : undefined;
        if (kind !== undefined) spilling.add(record);
        if (kind === "open") open ??= record;
      }
    },
    close: (name) => {
      if (name === "cellMetadata") isCellMetadata = false;
      if (name === "futureMetadata") future = "";
    },
  });
  return { spilling, ...(open !== undefined && { open }) };
}
