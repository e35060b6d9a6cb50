const en = {
  title: "DigiTrade — local preview",
  line: "Local preview, not Excel — same functions, embedded figures",
  offline: "Offline · embedded figures",
  loading: "Loading figures…",
  help: "Functions",
  helpTitle: "The functions",
  close: "Close",
  pane: "Pane",
  failed: "The grid could not be started.",
  failedHint: "Reload the page. If that does not help, build it again with npm run build.",
} as const;

export type Dictionary = Readonly<Record<keyof typeof en, string>>;

const ja: Dictionary = {
  title: "DigiTrade — ローカルプレビュー",
  line: "Excel ではないローカルプレビュー（関数は同じもの、数値は同梱データ）",
  offline: "オフライン・同梱データ",
  loading: "数値を読み込み中…",
  help: "関数一覧",
  helpTitle: "関数一覧",
  close: "閉じる",
  pane: "ペイン",
  failed: "表を開始できませんでした。",
  failedHint: "ページを再読み込みしてください。直らないときは npm run build で作り直してください。",
};

export type Language = "en" | "ja";

const DICTIONARIES = { en, ja } as const satisfies Record<Language, Dictionary>;

export const words = (language: Language): Dictionary => DICTIONARIES[language];

/** `?lang=` first, then what the browser prefers. */
export function chooseLanguage(search: string, preferred: string): Language {
  const asked = new URLSearchParams(search).get("lang") ?? preferred;
  return asked.toLowerCase().startsWith("ja") ? "ja" : "en";
}
