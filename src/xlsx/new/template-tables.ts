import type { Language } from "../../charts/common/language";
import { oneCell, type SheetPlan, type Zone } from "./plan";
import type { TemplateReason, TemplateTable } from "./templates/template";

const MARGIN = 12;
const TITLE_POINTS = 26;
const LEFT = 1;
const HEAD_ROW = 3;
/** Of a table, at most: its rows look like rows as far as that. */
const MOST_ROWS = 100;

/** The sheet of one table: title, note, headings of our own, and the formula that fills the rest. */
export function tableSheet(
  { name, title, note, formula, columns }: TemplateTable,
  lang: Language,
  written: (text: string) => string,
): SheetPlan {
  return {
    name: name[lang],
    cells: [
      { row: 0, column: LEFT, content: { text: title[lang] } },
      { row: 1, column: LEFT, content: { text: note[lang] } },
      ...columns.map(({ heading }, i) => ({
        row: HEAD_ROW,
        column: LEFT + i,
        content: { text: heading[lang] },
      })),
      { row: HEAD_ROW + 1, column: LEFT, content: { formula: written(formula) } },
    ],
    zones: [
      { area: oneCell(0, LEFT), look: "title" },
      { area: oneCell(1, LEFT), look: "subtitle" },
      ...columns.flatMap(({ numeric, format }, i): readonly Zone[] => [
        { area: oneCell(HEAD_ROW, LEFT + i), look: numeric ? "headNumber" : "head" },
        {
          area: { row: HEAD_ROW + 1, column: LEFT + i, rows: MOST_ROWS, columns: 1 },
          look: numeric ? "figure" : "words",
          ...(format !== undefined && { format }),
        },
      ]),
    ],
    widths: new Map([MARGIN, ...columns.map(({ width }) => width)].entries()),
    heights: new Map([[0, TITLE_POINTS]]),
    merged: [],
    charts: [],
    views: [],
    printed: { row: 0, column: 0, rows: HEAD_ROW + 1 + MOST_ROWS, columns: LEFT + columns.length },
    repeated: HEAD_ROW + 1,
  };
}

const REASON_WORDS = {
  name: { en: "Derivations", ja: "導出" },
  title: { en: "How the figures come about", ja: "値の導き方" },
  note: {
    en: "WHY tells of a cell which figures, vintages and rates its answer was made of.",
    ja: "WHYは、セルの答えがどの値・公表時点・レートから作られたかを述べる（英語）。",
  },
} as const;

const LABEL = 230;
const PARAGRAPH = 620;

/** How some answers came about, each in a paragraph. */
export function reasonsSheet(
  reasons: readonly TemplateReason[],
  lang: Language,
  written: (text: string) => string,
): SheetPlan {
  const { name, title, note } = REASON_WORDS;
  const rows = { row: HEAD_ROW, rows: reasons.length, columns: 1 };
  return {
    name: name[lang],
    cells: [
      { row: 0, column: LEFT, content: { text: title[lang] } },
      { row: 1, column: LEFT, content: { text: note[lang] } },
      ...reasons.flatMap(({ key, label }, i) => [
        { row: HEAD_ROW + i, column: LEFT, content: { text: label[lang] } },
        { row: HEAD_ROW + i, column: LEFT + 1, content: { formula: written(`=DIGITRADE.WHY({${key}})`) } },
      ]),
    ],
    zones: [
      { area: oneCell(0, LEFT), look: "title" },
      { area: oneCell(1, LEFT), look: "subtitle" },
      { area: { ...rows, column: LEFT }, look: "reasonHead" },
      { area: { ...rows, column: LEFT + 1 }, look: "paragraph" },
    ],
    widths: new Map([MARGIN, LABEL, PARAGRAPH].entries()),
    heights: new Map([[0, TITLE_POINTS]]),
    merged: [],
    charts: [],
    views: [],
    printed: { row: 0, column: 0, rows: HEAD_ROW + reasons.length, columns: LEFT + 2 },
  };
}
