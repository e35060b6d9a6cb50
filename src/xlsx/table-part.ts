import { storedArea } from "./stored-area";
import type { StoredTable } from "./book";
import { attribute, readXml } from "./xml";
import { plainText } from "./x-string";
import { damaged } from "./refusal";

/** The table that a part defines. */
export function readTable(xml: string, part: string): StoredTable {
  const columns: string[] = [];
  let table: Omit<StoredTable, "columns"> | undefined;
  readXml(xml, part, {
    open: (element) => {
      if (element.name === "tableColumn") columns.push(plainText(attribute(element, "name") ?? ""));
      if (element.name !== "table" || table) return;
      table = {
        name: plainText(attribute(element, "displayName") ?? attribute(element, "name") ?? ""),
        area: storedArea(attribute(element, "ref") ?? "", part),
        hasHeader: attribute(element, "headerRowCount") !== "0",
        hasTotals: (attribute(element, "totalsRowCount") ?? "0") !== "0",
      };
    },
  });
  if (!table) throw damaged(`its part ${part} holds no table`);
  return { ...table, columns };
}
