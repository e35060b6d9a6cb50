import { CROSS_COUNTRY } from "./cross-country";
import { FIND } from "./find";
import { FX } from "./fx";
import { HOLDERS } from "./holders";
import { type StartSheet, workbookData } from "./layout";
import { STORY } from "./story";
import { TARGETS } from "./targets";

const SCRATCH: StartSheet = {
  id: "scratch",
  name: "Scratch",
  widths: [],
  rows: 200,
  columns: 26,
  gridLines: true,
  cells: [],
};

const START_SHEETS: readonly StartSheet[] = [STORY, FX, HOLDERS, TARGETS, CROSS_COUNTRY, FIND, SCRATCH];

/** The workbook that the page opens with. `empty` is the engine's own empty workbook. */
export const startWorkbook = (empty: object): unknown => workbookData(START_SHEETS, empty);
