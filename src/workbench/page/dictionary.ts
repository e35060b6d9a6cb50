import { filesEn, filesJa, type FileWords } from "./file-words";

const en = {
  ...filesEn,
  title: "DigiTrade — local preview",
  line: "Local preview, not Excel — same functions, embedded figures",
  lineWithGateway: "Local preview, not Excel — same functions",
  offline: "Offline · embedded figures",
  asking: "Asking the gateway…",
  live: "Live figures · checked {when}",
  livePartly: "Live figures from {live} of {sources} sources · checked {when}",
  staleSince: "The sources do not answer · figures checked {when}",
  embeddedAsking: "Embedded figures · asking the sources…",
  embeddedNoNetwork: "Embedded figures · no network",
  embeddedNoGateway: "The gateway does not answer · kept or embedded figures",
  loading: "Loading figures…",
  help: "Functions",
  helpTitle: "The functions",
  close: "Close",
  pane: "Pane",
  failed: "The grid could not be started.",
  failedHint: "Reload the page. If that does not help, build it again with npm run build.",
} as const;

export type Dictionary = Readonly<Record<keyof typeof en, string>> & FileWords;

const ja: Dictionary = {
  ...filesJa,
  title: "DigiTrade — ローカルプレビュー",
  line: "Excel ではないローカルプレビュー（関数は同じもの、数値は同梱データ）",
  lineWithGateway: "Excel ではないローカルプレビュー（関数は同じもの）",
  offline: "オフライン・同梱データ",
  asking: "ゲートウェイに確認中…",
  live: "最新データ・{when} 確認",
  livePartly: "最新データ（{sources} 出所中 {live}）・{when} 確認",
  staleSince: "出所が応答しません・{when} 確認のデータ",
  embeddedAsking: "同梱データ・出所に確認中…",
  embeddedNoNetwork: "同梱データ・ネットワークなし",
  embeddedNoGateway: "ゲートウェイが応答しません・保存済みまたは同梱のデータ",
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

/** A word with its gaps filled: `{when}`. */
export const fill = (word: string, parts: Readonly<Record<string, string>>): string =>
  word.replace(/\{(\w+)\}/g, (gap, name: string) => parts[name] ?? gap);

/** `?lang=` first, then what the browser prefers. */
export function chooseLanguage(search: string, preferred: string): Language {
  const asked = new URLSearchParams(search).get("lang") ?? preferred;
  return asked.toLowerCase().startsWith("ja") ? "ja" : "en";
}
