import type { Template } from "./template";

const RATE = "0.00";

const fact = (field: string): string => `=DIGITRADE.INFO({pair},"${field}")`;

/** The yen against the dollar: where it is, how it got there, and what it does to a figure. */
export const FX: Template = {
  id: "fx",
  title: { en: "Yen per dollar", ja: "円・ドル相場" },
  sheet: { en: "Yen per dollar", ja: "円・ドル" },
  intro: [
    {
      en: "Units of the second currency per one unit of the first, as published; nothing is inverted or rounded.",
      ja: "1つ目の通貨1単位あたりの2つ目の通貨。公表値のまま（逆数にも四捨五入もしていない）。",
    },
  ],
  left: [
    {
      heading: { en: "Where it stands", ja: "現在の水準" },
      lines: [
        {
          key: "pair",
          label: { en: "Pair", ja: "通貨の組" },
          content: "FX.USDJPY",
          input: true,
          note: { en: "Or FX.EURJPY, FX.GBPJPY …", ja: "FX.EURJPYなども可。" },
        },
        { key: "last", label: { en: "Last fixing", ja: "直近" }, content: fact("lastvalue"), format: RATE },
        {
          label: { en: "… of the day", ja: "… の日付" },
          content: fact("lastday"),
        },
        {
          label: { en: "Change on the day before, %", ja: "前日比、％" },
          content: fact("change.day.pct"),
          format: "+0.00;−0.00;0.00",
        },
        {
          label: { en: "Change on a month, %", ja: "前月比、％" },
          content: fact("change.month.pct"),
          format: "+0.00;−0.00;0.00",
        },
        {
          label: { en: "Change on a year, %", ja: "前年比、％" },
          content: fact("change.year.pct"),
          format: "+0.00;−0.00;0.00",
        },
        {
          label: { en: "High of twelve months", ja: "12か月の高値" },
          content: fact("high.12m"),
          format: RATE,
        },
        { label: { en: "Low of twelve months", ja: "12か月の安値" }, content: fact("low.12m"), format: RATE },
        { label: { en: "High of all held", ja: "保有期間の高値" }, content: fact("high.all"), format: RATE },
        { label: { en: "Low of all held", ja: "保有期間の安値" }, content: fact("low.all"), format: RATE },
      ],
    },
  ],
  right: [
    {
      heading: { en: "Which rate for which figure?", ja: "どの値にどのレートか" },
      lines: [
        {
          key: "year",
          label: { en: "Year", ja: "年" },
          content: 2023,
          format: "0",
          input: true,
          note: { en: "Type another year.", ja: "別の年を入力できる。" },
        },
        {
          key: "average",
          label: { en: "Average: for flows of the year", ja: "年平均：その年のフローに" },
          content: '=DIGITRADE.FXRATE("USD","JPY",{year})',
          format: "0.0000",
          note: { en: "Mean of the daily ECB crosses.", ja: "ECBの日次クロスの平均。" },
        },
        {
          label: { en: "… by the Federal Reserve", ja: "… 米連邦準備" },
          content: '=DIGITRADE.FXRATE("USD","JPY",{year},"avg","fxsrc=fred")',
          format: "0.0000",
          note: { en: "Mean of the H.10 dailies.", ja: "H.10の日次値の平均。" },
        },
        {
          label: { en: "Last fixing: for stocks", ja: "年末：残高に" },
          content: '=DIGITRADE.FXRATE("USD","JPY",{year},"end")',
          format: "0.0000",
          note: { en: "Such as holdings at year end.", ja: "年末の保有残高など。" },
        },
        {
          label: { en: "Tokyo, 21 June 2024", ja: "東京、2024年6月21日" },
          content: '=DIGITRADE.FXRATE("USD","JPY","2024-06-21","day","fxsrc=boj")',
          format: RATE,
          note: { en: "Bank of Japan, 17:00.", ja: "日本銀行、17時。" },
        },
        {
          label: { en: "A Saturday takes the Friday", ja: "土曜日は金曜日の値" },
          content: '=DIGITRADE.FXRATE("USD","JPY","2024-06-22")',
          format: "0.000",
        },
        {
          label: { en: "1 billion yen, million dollars", ja: "10億円は何百万ドルか" },
          content: '=DIGITRADE.CONVERT(1000000000,"JPY","USD",{year},"unit=mn")',
          format: "#,##0.00",
          note: { en: "At the average.", ja: "年平均で換算。" },
        },
      ],
    },
  ],
  charts: [
    ["yen-per-dollar", ""],
    ["yen-dollar-index", ""],
    ["volume-currency", ""],
    ["three-rates", ""],
  ],
  shown: 2,
  tables: [
    {
      name: { en: "Year by year", ja: "年ごと" },
      title: { en: "Averages of years", ja: "年平均の推移" },
      note: {
        en: "Yen per dollar, per euro and per pound; averages of whole years only.",
        ja: "1ドル、1ユーロ、1ポンドあたりの円。通年の平均のみ。",
      },
      formula: '=DIGITRADE.PANEL("FX.USDJPY,FX.EURJPY,FX.GBPJPY",2014,2025,"freq=A;stamp=label;header=off")',
      columns: [
        { heading: { en: "Year", ja: "年" }, width: 90 },
        { heading: { en: "Yen per dollar", ja: "円／ドル" }, width: 130, numeric: true, format: RATE },
        { heading: { en: "Yen per euro", ja: "円／ユーロ" }, width: 130, numeric: true, format: RATE },
        { heading: { en: "Yen per pound", ja: "円／ポンド" }, width: 130, numeric: true, format: RATE },
      ],
    },
  ],
  reasons: [{ key: "average", label: { en: "Average of the year", ja: "年平均" } }],
};
