import type { OptionKey } from "../../src/answer/choices";
import type { Words } from "./words";

/** What an option may be set to, and what it does. */
export interface OptionWords {
  /** Values as they are written; CAPITALS in a longer form stand for a value of one's own. */
  readonly values: readonly string[];
  readonly text: Words;
}

/** Every option by its key, in the order in which they are applied. */
export const OPTION_WORDS = {
  freq: {
    values: ["A", "H", "Q", "M", "D", "FY"],
    text: {
      en: "Frequency: calendar year, half-year, quarter, month, day, or Japanese fiscal year (April to March). Never finer than published: nothing is interpolated.",
      ja: "頻度：暦年、半期、四半期、月、日、年度（4月～3月）。公表より細かい頻度にはできません（補間しません）。",
    },
  },
  agg: {
    values: ["sum", "avg", "last"],
    text: {
      en: "How shorter periods make a longer one. A flow sums, a stock takes its last observation, a rate or index averages (or takes the last). What the measure forbids is refused.",
      ja: "短い期間の集計方法。フローは合計、残高は期末、レートと指数は平均（または期末）。系列の性質に反する指定はエラーになります。",
    },
  },
  fx: {
    values: ["CURRENCY"],
    text: {
      en: "Currency of the answer, such as `fx=USD`. Only money converts.",
      ja: "結果の通貨（例：`fx=USD`）。換算できるのは金額だけです。",
    },
  },
  basis: {
    values: ["avg", "end", "DAY"],
    text: {
      en: "Exchange rate: the period's average (default of flows), its last fixing (default of stocks), or one day's rate for all, such as `basis=2024-06-21`.",
      ja: "為替レートの基準：期中平均（フローの既定）、期末（残高の既定）、または全体に共通の1日（例：`basis=2024-06-21`）。",
    },
  },
  path: {
    values: ["native", "agg"],
    text: {
      en: "Convert each published period and then add up (native, default), or add up first and convert once (agg).",
      ja: "公表の各期間を換算してから合計（native、既定）、または合計してから一度に換算（agg）。",
    },
  },
  fxsrc: {
    values: ["auto", "ecb", "fred", "boj", "te"],
    text: {
      en: "Source of exchange rates: European Central Bank, Federal Reserve H.10, Bank of Japan (Tokyo), Trading Economics with your own subscription. Default: the pair's own source, with the others as named fallbacks.",
      ja: "為替レートの出所：欧州中央銀行、米連邦準備 H.10、日本銀行（東京市場）、Trading Economics（利用者の契約）。既定は通貨ペアごとの出所で、代替を使うときは明示します。",
    },
  },
  unit: {
    values: ["raw", "k", "mn", "bn", "tn", "oku", "cho"],
    text: {
      en: "Unit: one, thousand, million, billion, trillion; oku is 100 million, cho a trillion. Default: whole units of the currency.",
      ja: "単位：1、千、百万、十億、兆（tn）、億（oku）、兆（cho）。既定は通貨1単位です。",
    },
  },
  tf: {
    values: ["chg", "pch", "pc1", "idx:PERIOD"],
    text: {
      en: "Transform: change on the period, per cent on the period, per cent on the year, index with a base period = 100 such as `tf=idx:2015`. Works on the aggregated, converted answer; a per cent across zero is refused.",
      ja: "変換：前期差、前期比（％）、前年比（％）、基準時＝100の指数（例：`tf=idx:2015`）。集計と換算の後に行います。符号が変わる場合の比率はエラーになります。",
    },
  },
  def: {
    values: ["3item", "5item", "deliverable", "delivered"],
    text: {
      en: "Definition of digital trade. Japan: 3item (computer services, copyright charges, consulting; default) or 5item (and telecommunications, information services). Others: deliverable (UNCTAD) or delivered (WTO).",
      ja: "デジタル収支の定義。日本は 3item（コンピュータサービス、著作権等使用料、専門・経営コンサルティング。既定）または 5item（通信、情報サービスを加える）。その他は deliverable（UNCTAD）または delivered（WTO）。",
    },
  },
  asof: {
    values: ["DAY"],
    text: {
      en: "Answer from what was known on that day, rates and counts included, such as `asof=2024-06-30`. Before the first vintage held: `#N/A`.",
      ja: "その日に知られていた値で答えます（為替レートや実績も同様。例：`asof=2024-06-30`）。保有する最初の公表より前は `#N/A` です。",
    },
  },
  sign: {
    values: ["bop", "deficit"],
    text: {
      en: "Balances: receipts less payments, or the deficit as a positive number.",
      ja: "収支の符号：受取－支払（bop）、または赤字を正の値（deficit）。",
    },
  },
  partial: {
    values: ["allow"],
    text: {
      en: "Take what there is of an unfinished period; marked partial.",
      ja: "データがそろわない期間を、ある分だけで集計します（partial と明示）。",
    },
  },
  approx: {
    values: ["allow"],
    text: {
      en: "Let an approximate figure (“about 4.8 trillion”) stand where no exact one exists.",
      ja: "正確な値がないときに概数（「約4.8兆円」）の使用を認めます。",
    },
  },
  method: {
    values: ["endpoint", "chain"],
    text: {
      en: "Split a change between its two end points, or year by year, linked.",
      ja: "分解の方法：両端の2期間で分解（endpoint）、または年ごとに分解して連鎖（chain）。",
    },
  },
  missing: {
    values: ["na", "blank", "prev"],
    text: {
      en: "Missing figures in a table: `#N/A` (default), an empty text, or the last value above it (refused for flows). Never zero.",
      ja: "表の欠測値：`#N/A`（既定）、空白、または直前の値（フローには使えません）。ゼロにはしません。",
    },
  },
  stamp: {
    values: ["end", "start", "label"],
    text: {
      en: "Periods of a table: date of the last day, of the first day, or text such as 2024-Q3. Default: years as numbers, others as their last day.",
      ja: "表の期間の表示：末日の日付、初日の日付、または 2024-Q3 などの文字列。既定は年が数値、その他が末日です。",
    },
  },
  order: {
    values: ["asc", "desc"],
    text: { en: "Oldest (or first) row first, or last.", ja: "行の順序：昇順、または降順。" },
  },
  header: {
    values: ["on", "off"],
    text: { en: "With or without the header row.", ja: "見出し行の有無。" },
  },
  top: {
    values: ["NUMBER"],
    text: {
      en: "How many matching rates are listed, 1 to 1000; 40 where left out.",
      ja: "一覧に示すレートの数（1～1000）。省略時は40。",
    },
  },
  show: {
    values: ["value", "why"],
    text: {
      en: "The answer, or the sentences that say how it came about.",
      ja: "結果、または結果の導き方の説明。",
    },
  },
} as const satisfies Record<OptionKey, OptionWords>;
