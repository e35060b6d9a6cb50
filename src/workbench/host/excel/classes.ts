import type { ClassTable } from "../host-object";
import { areasTables } from "./areas";
import { chartTables } from "./chart";
import { chartSeriesTables } from "./chart-series";
import { customXmlTables } from "./custom-xml";
import { formatTables } from "./format";
import { nameTables } from "./named-items";
import type { Parts } from "./parts";
import { rangeTable } from "./range";
import { workbookTables } from "./workbook";
import { worksheetTables } from "./worksheets";

/** Every class of Excel's object model that this host knows; all others answer NotImplemented by name. */
export const excelClasses = (parts: Parts): Readonly<Record<string, ClassTable>> => ({
  ...workbookTables(parts),
  ...nameTables(parts),
  ...worksheetTables(parts),
  Range: rangeTable(parts),
  ...areasTables(parts),
  ...formatTables(parts),
  ...chartTables(parts),
  ...chartSeriesTables(parts),
  ...customXmlTables(parts),
});
