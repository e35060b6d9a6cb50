import type { Language } from "../../charts/common/language";
import { oneCell, type ChartView, type PlannedCell, type SheetPlan, type Zone } from "./plan";
import type { Template, TemplateLine, TemplateSection } from "./templates/template";

/** Columns in points: a margin, then two panels of label, answer and note, as wide as a chart each. */
const MARGIN = 12;
const PANEL = [215, 105, 160] as const;
const GAP = 15;
const WIDTHS = [MARGIN, ...PANEL, GAP, ...PANEL] as const;
const LEFT = 1;
const RIGHT = LEFT + PANEL.length + 1;
const CHART_ROWS = 20;
const TITLE_POINTS = 30;
const LINE_POINTS = 18;

/** A line that has found its row. */
interface PlacedLine {
  readonly line: TemplateLine;
  readonly row: number;
  readonly column: number;
}

/** Where the answers of a template stand, by the keys of their lines: `C7`'s row and column. */
export type AnswerCells = ReadonlyMap<string, { readonly row: number; readonly column: number }>;

interface Placement {
  readonly lines: readonly PlacedLine[];
  readonly headings: readonly {
    readonly section: TemplateSection;
    readonly row: number;
    readonly column: number;
  }[];
  /** The first row below. */
  readonly end: number;
}

function placed(sections: readonly TemplateSection[], first: number, column: number): Placement {
  const lines: PlacedLine[] = [];
  const headings: Placement["headings"][number][] = [];
  let row = first;
  for (const section of sections) {
    headings.push({ section, row, column });
    lines.push(...section.lines.map((line, i) => ({ line, row: row + 1 + i, column })));
    row += section.lines.length + 2;
  }
  return { lines, headings, end: row };
}

interface FirstSheet {
  readonly plan: SheetPlan;
  readonly answers: AnswerCells;
}

/** The sheet that a template opens with; `formula` writes the answers' cells in place of their keys. */
export function firstSheet(
  { title, sheet, intro, left, right }: Template,
  lang: Language,
  charts: readonly SheetPlan[],
  formula: (text: string, answers: AnswerCells) => string,
): FirstSheet {
  const top = intro.length + 2;
  const [onLeft, onRight] = [placed(left, top, LEFT), placed(right, top, RIGHT)];
  const lines = [...onLeft.lines, ...onRight.lines];
  const headings = [...onLeft.headings, ...onRight.headings];
  const answers: AnswerCells = new Map(
    lines.flatMap(({ line: { key }, row, column }) =>
      key === undefined ? [] : [[key, { row, column: column + 1 }] as const],
    ),
  );
  const below = Math.max(onLeft.end, onRight.end);
  const views = viewsOf(charts, below);
  const last = Math.max(below, ...views.map(({ frame }) => frame.row + frame.rows));
  const texts: PlannedCell[] = [
    { row: 0, column: LEFT, content: { text: title[lang] } },
    ...intro.map((text, i): PlannedCell => ({ row: 1 + i, column: LEFT, content: { text: text[lang] } })),
    ...headings.map(({ section, row, column }): PlannedCell => ({
      row,
      column,
      content: { text: section.heading[lang] },
    })),
  ];
  return {
    answers,
    plan: {
      name: sheet[lang],
      cells: [...texts, ...lines.flatMap((one) => lineCells(one, lang, (text) => formula(text, answers)))],
      zones: [
        { area: oneCell(0, LEFT), look: "title" },
        { area: { row: 1, column: LEFT, rows: intro.length, columns: 1 }, look: "subtitle" },
        ...headings.map(({ row, column }): Zone => ({
          area: { row, column, rows: 1, columns: right.length === 0 ? WIDTHS.length - LEFT : PANEL.length },
          look: "heading",
        })),
        ...lines.flatMap((one) => lineZones(one, right.length === 0)),
      ],
      widths: new Map(WIDTHS.entries()),
      heights: new Map([[0, TITLE_POINTS], ...lines.map(({ row }) => [row, LINE_POINTS] as const)]),
      merged: [],
      charts: [],
      views,
      printed: { row: 0, column: 0, rows: last + 1, columns: WIDTHS.length },
    },
  };
}

function lineCells(
  { line: { label, content, note, mayFail }, row, column }: PlacedLine,
  lang: Language,
  formula: (text: string) => string,
): readonly PlannedCell[] {
  return [
    { row, column, content: { text: label[lang] } },
    {
      row,
      column: column + 1,
      content:
        typeof content === "number"
          ? { number: content }
          : content.startsWith("=")
            ? { formula: formula(content) }
            : { text: content },
      ...(mayFail && { mayFail }),
    },
    ...(note ? [{ row, column: column + 2, content: { text: note[lang] } }] : []),
  ];
}

/** Where nothing stands on the right, a note has all of that room. */
function lineZones({ line, row, column }: PlacedLine, hasRoom: boolean): readonly Zone[] {
  const { format, input } = line;
  return [
    { area: oneCell(row, column), look: "label" },
    {
      area: oneCell(row, column + 1),
      look: input ? "input" : "answer",
      ...(format !== undefined && { format }),
    },
    { area: oneCell(row, column + 2), look: hasRoom ? "longNote" : "note" },
  ];
}

/** Two charts beside each other, the next two below them. */
function viewsOf(charts: readonly SheetPlan[], first: number): readonly ChartView[] {
  return charts.flatMap(({ name, charts: [chart] }, i) =>
    chart
      ? [
          {
            frame: {
              row: first + Math.floor(i / 2) * (CHART_ROWS + 1),
              column: i % 2 === 0 ? LEFT : RIGHT,
              rows: CHART_ROWS,
              columns: PANEL.length,
            },
            name: chart.name,
            of: name,
          },
        ]
      : [],
  );
}
