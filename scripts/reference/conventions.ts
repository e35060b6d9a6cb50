import { same, type Block, type Words } from "./words";

/** What holds for every function, in the order in which a reader meets it. */
export interface Chapter {
  readonly anchor: string;
  readonly title: Words;
  readonly blocks: readonly Block[];
}

const p = (en: string, ja: string): Block => ({ kind: "paragraph", text: { en, ja } });

const PERIODS: readonly (readonly [string, string, string])[] = [
  ["`2023`", "calendar year, as a number or text", "暦年（数値または文字列）"],
  ["`FY2023`", "Japanese fiscal year: April 2023 to March 2024", "年度：2023年4月～2024年3月"],
  ["`2023-H1`", "half-year", "半期"],
  ["`2023-Q4`", "quarter; `2023Q4` is read too", "四半期。`2023Q4` も可"],
  ["`2023-06`", "month", "月"],
  ["`2023-06-21`", "day, as text or as a date cell", "日（文字列または日付のセル）"],
  ["`latest`", "the latest that is held", "保有する最新"],
  [
    "`-5Y` `-8Q` `-12M`",
    "as the start of a table: so many years, quarters or months up to its end",
    "表の開始として：終わりまでの年・四半期・月の数",
  ],
];

const ERRORS: readonly (readonly [string, string, string])[] = [
  [
    "`#VALUE!`",
    "the formula must change: an unknown id, option or currency, arguments that contradict each other",
    "数式を直す必要があります（不明なID・オプション・通貨、矛盾する引数）",
  ],
  [
    "`#N/A`",
    "there is no such figure: not published, not held, not known on that day, no exchange rate",
    "値がありません（未公表、未収録、その日には未知、為替レートなし）",
  ],
];

const STATUSES: readonly (readonly [string, string, string])[] = [
  ["`prelim`", "preliminary, before revision", "速報値（改定前）"],
  [
    "`approx`",
    "an “about” figure or a press tally; used only on request",
    "概数または報道の集計。指定時のみ使用",
  ],
  ["`secondary`", "read in a secondary source, which the citation names", "二次資料による値（出典に明記）"],
  [
    "`break`",
    "first figure of a new series that does not compare with the one before",
    "断層（前の系列と接続しない最初の値）",
  ],
  ["`partial`", "made of an unfinished period", "期間の一部による値"],
];

const table = (head: readonly Words[], rows: readonly (readonly [string, string, string])[]): Block => ({
  kind: "table",
  head,
  rows: rows.map(([key, en, ja]) => [same(key), { en, ja }]),
});

export const CONVENTIONS: readonly Chapter[] = [
  {
    anchor: "series",
    title: { en: "Series", ja: "系列" },
    blocks: [
      p(
        "A series has an id such as `JP.DIGITAL.NET`: area, concept and, for trade, `CREDIT` (receipts), `DEBIT` (payments) or `NET` (balance). Capitals do not matter. `DIGITRADE.SEARCH` finds ids by words in English or Japanese; an id that does not exist is answered with the three nearest.",
        "系列には `JP.DIGITAL.NET` のようなIDがあります。国・地域、概念、貿易では `CREDIT`（受取）、`DEBIT`（支払）、`NET`（収支）の順です。大文字・小文字は区別しません。`DIGITRADE.SEARCH` は日本語または英語の言葉でIDを探します。存在しないIDには近いものを3つ示します。",
      ),
    ],
  },
  {
    anchor: "periods",
    title: { en: "Periods", ja: "期間" },
    blocks: [
      table(
        [
          { en: "Written", ja: "書き方" },
          { en: "Means", ja: "意味" },
        ],
        PERIODS,
      ),
      p(
        "Left out, a period is the latest complete calendar year of a flow and the latest observation of a stock or rate; the header of a table and `DIGITRADE.WHY` name it. Dates with slashes are refused because they read differently by country. An empty cell or zero is an error, not “the latest”. A table shows years as numbers and other periods as the date of their last day.",
        "省略すると、フローは最新の暦年、残高とレートは最新の値になり、表の見出しと `DIGITRADE.WHY` がその期間を示します。スラッシュの日付は国により読み方が異なるため受け付けません。空のセルやゼロは「最新」ではなくエラーです。表では年を数値、その他の期間を末日の日付で示します。",
      ),
    ],
  },
  {
    anchor: "units",
    title: { en: "Units and signs", ja: "単位と符号" },
    blocks: [
      p(
        "Money comes in whole units of its currency, so that cells can be multiplied and added; `unit=bn` and others scale it. Per cent is 23.8, not 0.238. A balance is receipts less payments: a deficit is negative. Only `DIGITRADE.DEFICIT` and `sign=deficit` show a deficit as a positive number.",
        "金額は通貨1単位で返すため、そのまま計算に使えます。`unit=bn` などで単位を変えます。百分率は 0.238 ではなく 23.8 です。収支は受取－支払で、赤字は負の値です。`DIGITRADE.DEFICIT` と `sign=deficit` だけは赤字を正の値で示します。",
      ),
    ],
  },
  {
    anchor: "conversion",
    title: { en: "Aggregation and conversion", ja: "集計と換算" },
    blocks: [
      p(
        "A flow is summed, a stock taken at the end, a rate averaged. A period that lacks a part is `#N/A`, never a smaller sum. A flow converts period by period, as published, at the average rate of each, and is then summed; a stock converts at the last fixing of its period. The average of a period is the source's own where it publishes one, else the mean of its daily fixings. A day without a fixing takes the last one before it, seven days back at most, and says which.",
        "フローは合計、残高は期末、レートは平均です。一部が欠ける期間は小さな合計ではなく `#N/A` になります。フローは公表された期間ごとにその平均レートで換算して合計し、残高は期末のレートで換算します。期中平均は出所が公表していればその値、なければ日々の値の平均です。値のない日は最長7日前までの直前の値を使い、その日付を示します。",
      ),
    ],
  },
  {
    anchor: "rate-facts",
    title: { en: "Facts about a rate", ja: "為替レートの指標" },
    blocks: [
      p(
        "`DIGITRADE.INFO` of a pair takes all facts from one source: the pair's default one or, where that has nothing, the next, which `source` and `coverage` name. `last` is the newest fixing held. The day before, the same day one month before and the same day twelve months before (in a shorter month its last day) are compared by the fixing in force: that day's or, without one, the last before it, seven days back at most; further back it is `#N/A`, never an older one. `high.12m` and `low.12m` look at the twelve months up to the last fixing, the same day a year before left out; `high.all` and `low.all` at everything held. Where days are not held, the averages and last fixings of months stand in for them and their `.day` says so, as in `1971-01 (monthly average)`: the extreme of the days is not known there. A source of which only averages are held compares averages with averages. `forecast.q1` is the nearest quarter that is not over.",
        "`DIGITRADE.INFO` は通貨ペアの指標をすべて1つの出所から取ります。既定の出所に値がないときは次の出所を使い、`source` と `coverage` に示します。`last` は保有する最新の値です。前日、1か月前の同じ日、12か月前の同じ日（短い月では末日）とは、その日の値、なければ最長7日前までの直前の値で比べます。それより前の値は使わず `#N/A` になります。`high.12m` と `low.12m` は最新の値までの12か月（1年前の同じ日を除く）、`high.all` と `low.all` は保有する全期間の高値と安値です。日次の値がない期間では月の平均と月末の値で代え、`.day` に `1971-01 (monthly average)` のように示します。そこでは日次の高値・安値はわかりません。平均しかない出所では平均どうしを比べます。`forecast.q1` はまだ終わっていない最も近い四半期です。",
      ),
    ],
  },
  {
    anchor: "definitions",
    title: { en: "Definitions", ja: "定義" },
    blocks: [
      p(
        "Japan's digital balance is a sum of balance-of-payments items, and which ones is a choice. `3item` (computer services, charges for copyrights, professional and management consulting) is the one of the policy programme and most of the press, and the default; `5item` adds telecommunications and information services. Every answer says which. Other areas have digitally deliverable services (UNCTAD) and digitally delivered services (WTO): neither compares with the other or with Japan's baskets.",
        "日本のデジタル収支は国際収支の項目の合計で、どの項目を含めるかは定義によります。`3item`（コンピュータサービス、著作権等使用料、専門・経営コンサルティングサービス）は政策文書や多くの報道の定義で、既定です。`5item` は通信サービスと情報サービスを加えます。結果は必ず定義を示します。その他の国・地域にはデジタル配信可能サービス（UNCTAD）とデジタル配信サービス（WTO）があり、互いにも日本の定義とも比較できません。",
      ),
    ],
  },
  {
    anchor: "vintages",
    title: { en: "Vintages", ja: "公表時点" },
    blocks: [
      p(
        "Published figures are revised, and what was known when is kept. The newest vintage answers; `asof=2024-03-01` answers from what was known on that day and is `#N/A` before the first vintage held. Figures can have a status:",
        "公表値は改定されるため、いつ何が知られていたかを保存しています。既定では最新の公表値を使い、`asof=2024-03-01` はその日に知られていた値で答え、最初の公表より前は `#N/A` です。値には次の区分が付くことがあります。",
      ),
      table(
        [
          { en: "Status", ja: "区分" },
          { en: "Means", ja: "意味" },
        ],
        STATUSES,
      ),
    ],
  },
  {
    anchor: "errors",
    title: { en: "Errors and missing figures", ja: "エラーと欠測" },
    blocks: [
      table(
        [
          { en: "Error", ja: "エラー" },
          { en: "Means", ja: "意味" },
        ],
        ERRORS,
      ),
      p(
        "Both come with a sentence that says what is wrong and what to do; `DIGITRADE.WHY` repeats it for a cell. A missing figure inside a table is an error of its own cell. Nothing is interpolated and missing is never zero.",
        "どちらにも原因と対処を示す文が付き、`DIGITRADE.WHY` でも確認できます。表の中の欠測値はそのセルだけがエラーになります。補間はせず、欠測をゼロにしません。",
      ),
    ],
  },
];

/** Before the table of options. */
export const OPTIONS_INTRODUCTION: Words = {
  en: 'The last argument of many functions takes options, as text such as `"fx=USD;unit=bn"` or as a range of two columns, key and value. An unknown key or value is refused with the nearest and the allowed ones.',
  ja: '多くの関数の最後の引数はオプションです。`"fx=USD;unit=bn"` のような文字列、またはキーと値の2列の範囲で指定します。不明なキーや値には、近いものと使えるものを示します。',
};
