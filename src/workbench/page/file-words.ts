/** The words of opening and saving files; `{…}` are gaps. */
export const filesEn = {
  open: "Open…",
  openHint: "Open an Excel workbook (Ctrl+O); or drop it on the sheet",
  save: "Save",
  saveHint: "Download the workbook as an Excel file (Ctrl+S)",
  startName: "DigiTrade.xlsx",
  unsaved: "unsaved changes",
  unsavedMark: "Unsaved changes",
  dropHere: "Drop the workbook here to open it",
  dismiss: "Close this message",
  discardTitle: "Discard unsaved changes?",
  discardLine: "{name} has changes that are not saved. Opening another workbook loses them.",
  discard: "Discard and open",
  cancel: "Cancel",
  notFile: "This file was not opened: it could not be read. Try again, or take another copy.",
  notOpened: "This file was not opened because of a mistake in this preview ({reason}). Please report it.",
  notSaved: "The workbook was not saved because of a mistake in this preview ({reason}). Please report it.",
  notSettled: "The workbook was not saved: figures are still loading. Save again when the cells show them.",
  opened: "{name} is open.",
  openedLeft:
    "{count} formulas only Excel works out; they are shaded, show the value that the file keeps, and stay as they are: {cells}.",
  openedLeftOne:
    "One formula only Excel works out; it is shaded, shows the value that the file keeps, and stays as it is: {cells}.",
  openedHidden: "Not shown here, but kept in the file: {names}.",
  andMore: "{names} and {count} more",
  saved: "{name} was saved to your downloads.",
  savedNew: "{name} was written as a new workbook and saved to your downloads.",
  refusedTitle: "Not saved: {name} cannot keep these changes",
  refusedAdvice:
    "Undo them (Ctrl+Z) and save again, make them in Excel, or save everything as a new workbook.",
  lostTitle: "A new workbook has the cells, formats, widths, names and DigiTrade's charts. It loses: {lost}.",
  saveNew: "Save as a new workbook",
  printed: "DigiTrade",
} as const;

export type FileWords = Readonly<Record<keyof typeof filesEn, string>>;

export const filesJa: FileWords = {
  open: "開く…",
  openHint: "Excel ブックを開く（Ctrl+O）。シートにドロップしても開けます",
  save: "保存",
  saveHint: "Excel ファイルとしてダウンロード（Ctrl+S）",
  startName: "DigiTrade.xlsx",
  unsaved: "未保存の変更あり",
  unsavedMark: "未保存の変更があります",
  dropHere: "ここにブックをドロップすると開きます",
  dismiss: "このメッセージを閉じる",
  discardTitle: "未保存の変更を破棄しますか。",
  discardLine: "{name} には保存していない変更があります。別のブックを開くと失われます。",
  discard: "破棄して開く",
  cancel: "キャンセル",
  notFile: "ファイルを開けませんでした。読み取れません。もう一度試すか、別のコピーを使ってください。",
  notOpened: "プレビューの不具合によりファイルを開けませんでした（{reason}）。ご報告ください。",
  notSaved: "プレビューの不具合により保存できませんでした（{reason}）。ご報告ください。",
  notSettled: "保存しませんでした。数値を読み込み中です。セルに表示されてから保存してください。",
  opened: "{name} を開きました。",
  openedLeft:
    "Excel だけが計算できる数式が {count} 個あります。色付きのセルで、ファイルに保存された値を表示し、そのまま残ります：{cells}。",
  openedLeftOne:
    "Excel だけが計算できる数式が 1 個あります。色付きのセルで、ファイルに保存された値を表示し、そのまま残ります：{cells}。",
  openedHidden: "ここには表示されませんが、ファイルに残ります：{names}。",
  andMore: "{names}、ほか {count} 件",
  saved: "{name} をダウンロードに保存しました。",
  savedNew: "{name} を新しいブックとしてダウンロードに保存しました。",
  refusedTitle: "保存しませんでした：{name} に残せない変更があります",
  refusedAdvice:
    "元に戻して（Ctrl+Z）保存し直すか、Excel で変更するか、全体を新しいブックとして保存してください。",
  lostTitle:
    "新しいブックには、セル、表示形式、列幅、名前、DigiTrade のグラフが入ります。失われるもの：{lost}。",
  saveNew: "新しいブックとして保存",
  printed: "DigiTrade",
};
