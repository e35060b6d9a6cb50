import type { Template } from "./template";

const BILLIONS = "#,##0.0";

/** Who holds US Treasury securities, and how large that is beside Japan's deficit. */
export const TREASURIES: Template = {
  id: "treasuries",
  title: { en: "Foreign holders of US Treasury securities", ja: "米国債の海外保有者" },
  sheet: { en: "US Treasuries", ja: "米国債" },
  intro: [
    {
      en: "Stocks at the end of a month, billion US dollars. Changes include valuation: they are not purchases.",
      ja: "月末残高、10億米ドル。増減は評価変動を含み、売買額ではない。",
    },
  ],
  left: [
    {
      heading: { en: "Japan", ja: "日本" },
      lines: [
        {
          key: "month",
          label: { en: "Month", ja: "月" },
          content: "2024-12",
          input: true,
          note: { en: "Type another, such as 2024-06.", ja: "2024-06のように入力できる。" },
        },
        {
          key: "held",
          label: { en: "Held by Japan", ja: "日本の保有額" },
          content: '=DIGITRADE.VALUE("TIC.JP",{month},"unit=bn")',
          format: BILLIONS,
        },
        {
          label: { en: "… in trillion yen", ja: "… 兆円" },
          content: '=DIGITRADE.VALUE("TIC.JP",{month},"fx=JPY;unit=tn")',
          format: "#,##0.00",
          note: { en: "Converted at the month end.", ja: "残高は月末のレートで換算。" },
        },
        {
          key: "all",
          label: { en: "All foreign holders", ja: "海外保有者の合計" },
          content: '=DIGITRADE.VALUE("TIC.TOTAL",{month},"unit=bn")',
          format: BILLIONS,
        },
        {
          label: { en: "Japan's share of them", ja: "うち日本の割合" },
          content: "={held}/{all}",
          format: "0.0%",
        },
      ],
    },
  ],
  right: [
    {
      heading: { en: "Beside it", ja: "比べてみる" },
      lines: [
        {
          label: { en: "Held by China", ja: "中国の保有額" },
          content: '=DIGITRADE.VALUE("TIC.CN",{month},"unit=bn")',
          format: BILLIONS,
        },
        {
          label: { en: "Held by the United Kingdom", ja: "英国の保有額" },
          content: '=DIGITRADE.VALUE("TIC.GB",{month},"unit=bn")',
          format: BILLIONS,
          note: { en: "Custody for others included.", ja: "他国分の保管を含む。" },
        },
        {
          key: "deficit",
          label: { en: "Digital deficit of 2024, bn USD", ja: "2024年のデジタル赤字、10億ドル" },
          content: '=DIGITRADE.DEFICIT("JP",2024,"USD","unit=bn")',
          format: BILLIONS,
          note: { en: "A flow; three items.", ja: "フロー、3項目。" },
        },
        {
          label: { en: "Japan's Treasuries, years of it", ja: "日本の保有額は何年分か" },
          content: "={held}/{deficit}",
          format: "0.0",
          note: { en: "A stock beside a flow.", ja: "残高とフローの比。" },
        },
      ],
    },
  ],
  charts: [
    ["treasury-holders", ""],
    ["holdings-change", ""],
    ["holdings-cover", ""],
  ],
  shown: 3,
  tables: [
    {
      name: { en: "Ranking", ja: "順位" },
      title: { en: "The twenty largest holders", ja: "上位20の保有者" },
      note: {
        en: "In the month of the first sheet. Sums of holders and rows “of which” are never ranked.",
        ja: "最初のシートの月。合計や内訳の行は順位に入れない。",
      },
      formula: '=DIGITRADE.HOLDERS({month},20,"header=off")',
      columns: [
        { heading: { en: "Rank", ja: "順位" }, width: 50, numeric: true },
        { heading: { en: "Holder", ja: "保有者" }, width: 180 },
        {
          heading: { en: "Holdings, bn USD", ja: "保有額、10億ドル" },
          width: 110,
          numeric: true,
          format: BILLIONS,
        },
        { heading: { en: "Share, %", ja: "割合、％" }, width: 90, numeric: true, format: "0.0" },
        { heading: { en: "Change on the month", ja: "前月差" }, width: 110, numeric: true, format: BILLIONS },
        { heading: { en: "Change on the year", ja: "前年差" }, width: 110, numeric: true, format: BILLIONS },
        { heading: { en: "Note", ja: "備考" }, width: 180 },
      ],
    },
    {
      name: { en: "Japan by month", ja: "日本の月次" },
      title: { en: "Japan's holdings, month by month", ja: "日本の保有額の推移" },
      note: { en: "The last 36 months that are held.", ja: "保有する最近36か月。" },
      formula: '=DIGITRADE.HISTORY("TIC.JP","-36M",,"unit=bn;header=off;stamp=label")',
      columns: [
        { heading: { en: "End of month", ja: "月末" }, width: 110 },
        {
          heading: { en: "Held by Japan, bn USD", ja: "日本の保有額、10億ドル" },
          width: 150,
          numeric: true,
          format: BILLIONS,
        },
        { heading: { en: "Status", ja: "備考" }, width: 180 },
      ],
    },
  ],
  reasons: [{ key: "held", label: { en: "Held by Japan", ja: "日本の保有額" } }],
};
