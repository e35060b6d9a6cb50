import { compilersOf } from "../../answer/provenance";
import type { Language } from "../../charts/common/language";
import type { Series, Text } from "../../domain/series";
import { publishedUnitWords } from "../../domain/unit";
import { cellName } from "../../file/address";
import { oneCell, type Content, type PlannedCell, type SheetPlan, type Zone } from "./plan";

const WORDS = {
  name: { en: "Sources", ja: "出所" },
  title: { en: "Sources", ja: "出所" },
  note: {
    en: "Every series that this workbook uses. The figures themselves travel in the file, so that everybody who opens it works with the same ones.",
    ja: "このブックが使うすべての系列。値そのものもファイルに入っており、誰が開いても同じ値になる。",
  },
  refresh: { en: "How to refresh", ja: "更新の方法" },
} as const satisfies Record<string, Text>;

const STATE = [
  [{ en: "Figures in use", ja: "使用中の値" }, "edition"],
  [{ en: "Newest vintage", ja: "最新の公表時点" }, "newest"],
  [{ en: "Waiting to be accepted", ja: "確認待ちの新しい値" }, "staged"],
  [{ en: "Worked out by", ja: "計算に使ったもの" }, "version"],
] as const satisfies readonly (readonly [Text, string])[];

const REFRESHING = [
  {
    en: "In Excel with DigiTrade: the tab Refresh shows which figures are newer and what would change. Nothing changes before you accept it.",
    ja: "DigiTradeを入れたExcelでは、「更新」タブが新しい値と変わるセルを示す。承認するまで何も変わらない。",
  },
  {
    en: "Without Excel: digitrade refresh FILE works the file out again, and leaves everything else in it as it is.",
    ja: "Excelがない場合は、digitrade refresh FILE でファイルを計算し直す。ほかの内容はそのまま残る。",
  },
  {
    en: "Without DigiTrade the cells keep the figures that you see. Install it to change years, currencies or definitions.",
    ja: "DigiTradeがなくても、表示されている値は残る。年・通貨・定義を変えるには導入が必要。",
  },
] as const satisfies readonly Text[];

interface SourceColumn {
  readonly heading: Text;
  readonly width: number;
  readonly content: (document: Series, idCell: string, lang: Language) => Content;
}

const live =
  (field: string) =>
  (_: Series, idCell: string): Content => ({ formula: `=DIGITRADE.INFO(${idCell},"${field}")` });

const COLUMNS: readonly SourceColumn[] = [
  { heading: { en: "Series", ja: "系列" }, width: 150, content: ({ id }) => ({ text: id }) },
  {
    heading: { en: "What", ja: "内容" },
    width: 185,
    content: ({ title }, _, lang) => ({ text: title[lang] }),
  },
  {
    heading: { en: "Unit as published", ja: "公表時の単位" },
    width: 95,
    content: ({ unit }) => ({ text: publishedUnitWords(unit) }),
  },
  { heading: { en: "Vintage", ja: "公表時点" }, width: 70, content: live("published") },
  { heading: { en: "Retrieved", ja: "取得日" }, width: 70, content: live("retrieved") },
  { heading: { en: "State", ja: "状態" }, width: 125, content: live("state") },
  {
    heading: { en: "Compiler and address", ja: "作成機関とアドレス" },
    width: 200,
    content: ({ source }) => ({ text: `${source.name}\n${source.url}` }),
  },
  {
    heading: { en: "Credit and terms", ja: "クレジットと利用条件" },
    width: 270,
    content: ({ source }) => ({ text: `${source.credit} ${source.terms}` }),
  },
];

const LEFT = 1;
const MARGIN = 12;
const TITLE_POINTS = 26;
const FIRST_STATE = 3;
const FIRST_REFRESHING = FIRST_STATE + STATE.length + 2;
const HEAD_ROW = FIRST_REFRESHING + REFRESHING.length + 1;

/** What a workbook was made of: its documents with vintages, terms and credits, and how newer ones are had. */
export function sourcesSheet(documents: readonly Series[], lang: Language): SheetPlan {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = sorted.length;
  return {
    name: WORDS.name[lang],
    cells: [
      text(0, LEFT, WORDS.title[lang]),
      text(1, LEFT, WORDS.note[lang]),
      ...STATE.flatMap(([label, field], i): readonly PlannedCell[] => [
        text(FIRST_STATE + i, LEFT, label[lang]),
        {
          row: FIRST_STATE + i,
          column: LEFT + 1,
          content: { formula: `=DIGITRADE.STATUS("${field}")` },
        },
      ]),
      text(FIRST_REFRESHING - 1, LEFT, WORDS.refresh[lang]),
      ...REFRESHING.map((line, i) => text(FIRST_REFRESHING + i, LEFT, line[lang])),
      ...COLUMNS.map(({ heading }, c) => text(HEAD_ROW, LEFT + c, heading[lang])),
      ...sorted.flatMap((document, i) => documentCells(document, HEAD_ROW + 1 + i, lang)),
    ],
    zones: zones(rows),
    widths: new Map([MARGIN, ...COLUMNS.map(({ width }) => width)].entries()),
    heights: new Map([[0, TITLE_POINTS]]),
    merged: [],
    charts: [],
    views: [],
    printed: { row: 0, column: 0, rows: HEAD_ROW + 1 + rows, columns: LEFT + COLUMNS.length },
  };
}

const text = (row: number, column: number, words: string): PlannedCell => ({
  row,
  column,
  content: { text: words },
});

/** A document without a day of publication has none to show. */
const documentCells = (document: Series, row: number, lang: Language): readonly PlannedCell[] =>
  COLUMNS.map(({ content }, c) => ({
    row,
    column: LEFT + c,
    content: content(document, `$${cellName(row, LEFT)}`, lang),
    mayFail: true,
  }));

function zones(rows: number): readonly Zone[] {
  const across = COLUMNS.length;
  return [
    { area: oneCell(0, LEFT), look: "title" },
    { area: oneCell(1, LEFT), look: "subtitle" },
    { area: { row: FIRST_STATE, column: LEFT, rows: STATE.length, columns: 1 }, look: "label" },
    { area: { row: FIRST_STATE, column: LEFT + 1, rows: STATE.length, columns: 1 }, look: "words" },
    { area: { row: FIRST_REFRESHING - 1, column: LEFT, rows: 1, columns: across }, look: "heading" },
    {
      area: { row: FIRST_REFRESHING, column: LEFT, rows: REFRESHING.length, columns: 1 },
      look: "subtitle",
    },
    { area: { row: HEAD_ROW, column: LEFT, rows: 1, columns: across }, look: "head" },
    { area: { row: HEAD_ROW + 1, column: LEFT, rows, columns: across }, look: "paragraph" },
  ];
}

/** Who compiled the figures, in a line for the foot of every page. */
export function creditLine(documents: readonly Series[], lang: Language): string {
  const names = compilersOf(documents).map(({ name }) => name);
  return `${lang === "ja" ? "出所：" : "Sources: "}${[...new Set(names)].sort().join("; ")}`;
}
