import type { RefusedChange } from "../file/refusals";
import type { LostPart } from "../file/lost-parts";
import type { Language } from "./dictionary";

/** What cannot be kept in a file that was opened; `{where}`: the sheet, the cell or the chart. */
const REFUSED = {
  en: {
    "rows-inserted": "rows were inserted on the sheet {where}",
    "rows-deleted": "rows were deleted on the sheet {where}",
    "columns-inserted": "columns were inserted on the sheet {where}",
    "columns-deleted": "columns were deleted on the sheet {where}",
    "sheet-added": "the sheet {where} was added",
    "sheet-deleted": "the sheet {where} was deleted",
    "sheets-moved": "the sheets stand in another order",
    "sheet-renamed": "the sheet {where} was renamed",
    "sheet-shown": "the sheet {where} was hidden or shown",
    "sheet-protection": "the protection of a sheet or of the workbook was changed",
    merged: "cells were merged or divided on the sheet {where}",
    borders: "borders of cells were changed on the sheet {where}",
    looks: "the cell {where} was turned, or has another look that this preview does not write",
    "row-heights": "a row is higher than Excel has them on the sheet {where}",
    hidden: "rows or columns were hidden or shown on the sheet {where}",
    "conditional-formats": "conditional formats were added on the sheet {where}",
    validation: "rules for entries were added on the sheet {where}",
    tables: "a table or a filter was added on the sheet {where}",
    "sheet-looks": "the tab colour, the grid lines or groups were changed on the sheet {where}",
    "chart-added": "a chart was added: {where}",
    "chart-changed": "a chart was changed or moved: {where}",
    "chart-deleted": "a chart was deleted: {where}",
    setting: "what happens when the workbook is opened was chosen, which only Excel keeps in a file",
    "protected-cells": "cells of a protected sheet were changed: {where}",
    "table-heading":
      "the heading {where} of a table holds nothing, a formula or another column's name, or belongs to a query or slicer",
    "table-reference": "a formula that may refer to the renamed column of a table cannot be read: {where}",
    "only-excel": "a formula that only Excel works out was changed or copied: {where}",
    "chart-place": "the inserted chart {where} stands where the file has no room for it",
    signed: "{where} is digitally signed, and any change would break its signature",
  },
  ja: {
    "rows-inserted": "シート「{where}」に行が挿入されました",
    "rows-deleted": "シート「{where}」の行が削除されました",
    "columns-inserted": "シート「{where}」に列が挿入されました",
    "columns-deleted": "シート「{where}」の列が削除されました",
    "sheet-added": "シート「{where}」が追加されました",
    "sheet-deleted": "シート「{where}」が削除されました",
    "sheets-moved": "シートの順序が変わりました",
    "sheet-renamed": "シート「{where}」の名前が変わりました",
    "sheet-shown": "シート「{where}」の表示・非表示が変わりました",
    "sheet-protection": "シートまたはブックの保護が変わりました",
    merged: "シート「{where}」でセルが結合または解除されました",
    borders: "シート「{where}」の罫線が変わりました",
    looks: "セル {where} の見た目（回転など）は、このプレビューでは書き込めません",
    "row-heights": "シート「{where}」に Excel の上限より高い行があります",
    hidden: "シート「{where}」の行・列の表示が変わりました",
    "conditional-formats": "シート「{where}」に条件付き書式が追加されました",
    validation: "シート「{where}」に入力規則が追加されました",
    tables: "シート「{where}」にテーブルまたはフィルターが追加されました",
    "sheet-looks": "シート「{where}」の見出しの色・枠線・グループが変わりました",
    "chart-added": "グラフが追加されました：{where}",
    "chart-changed": "グラフが変更または移動されました：{where}",
    "chart-deleted": "グラフが削除されました：{where}",
    setting: "ブックを開いたときの動作が選ばれましたが、これを保存できるのは Excel だけです",
    "protected-cells": "保護されたシートのセルが変わりました：{where}",
    "table-heading":
      "テーブルの見出し {where} が空、数式、他の列と同じ名前、またはクエリやスライサーの列です",
    "table-reference": "名前を変えた列を参照している可能性のある数式を読み取れません：{where}",
    "only-excel": "Excel だけが計算できる数式が変更またはコピーされました：{where}",
    "chart-place": "挿入したグラフ「{where}」の位置は、ファイルでは空いていません",
    signed: "{where} にはデジタル署名があり、変更すると署名が無効になります",
  },
} as const satisfies Record<Language, Record<RefusedChange, string>>;

const LOST = {
  en: {
    tables: "tables",
    pivots: "pivot tables",
    macros: "macros",
    comments: "comments and notes",
    pictures: "pictures and shapes",
    charts: "charts that are not DigiTrade's",
    "conditional-formats": "conditional formats",
    validation: "rules for entries",
    links: "links",
    looks: "fonts, colours and borders of cells",
    protection: "protection",
    signature: "the digital signature",
  },
  ja: {
    tables: "テーブル",
    pivots: "ピボットテーブル",
    macros: "マクロ",
    comments: "コメントとメモ",
    pictures: "画像と図形",
    charts: "DigiTrade 以外のグラフ",
    "conditional-formats": "条件付き書式",
    validation: "入力規則",
    links: "リンク",
    looks: "セルのフォント・色・罫線",
    protection: "保護",
    signature: "デジタル署名",
  },
} as const satisfies Record<Language, Record<LostPart, string>>;

export const refusedWords = (language: Language): Readonly<Record<RefusedChange, string>> =>
  REFUSED[language];

export const lostWords = (language: Language): Readonly<Record<LostPart, string>> => LOST[language];
