import type { Template } from "./template";

const TRILLIONS = '#,##0.00" tn"';

/** Japan's digital balance, what makes it, what stands beside it, and how the programme's targets stand. */
export const JAPAN: Template = {
  id: "japan",
  title: { en: "Japan: digital trade at a glance", ja: "日本のデジタル貿易" },
  sheet: { en: "Japan", ja: "日本" },
  intro: [
    {
      en: "Trillion yen unless said otherwise. A balance is receipts less payments; a deficit is shown as positive where it is called one.",
      ja: "特記のない限り兆円。収支は受取から支払を引いたもの。「赤字」とある行では赤字を正で示す。",
    },
  ],
  left: [
    {
      heading: { en: "Digital balance", ja: "デジタル収支" },
      lines: [
        {
          key: "year",
          label: { en: "Year", ja: "年" },
          content: 2024,
          format: "0",
          input: true,
          note: { en: "Type another year.", ja: "別の年を入力できる。" },
        },
        {
          key: "deficit",
          label: { en: "Deficit, three items", ja: "赤字、3項目" },
          content: '=DIGITRADE.DEFICIT("JP",{year},,"unit=tn")',
          format: TRILLIONS,
          note: {
            en: "Computer, copyright, consulting.",
            ja: "PC、著作権、コンサル。",
          },
        },
        {
          label: { en: "Deficit, five items", ja: "赤字、5項目" },
          content: '=DIGITRADE.DEFICIT("JP",{year},,"unit=tn;def=5item")',
          format: TRILLIONS,
          note: { en: "Telecom and information too.", ja: "通信・情報サービスを含む。" },
        },
        {
          label: { en: "Deficit, billion US dollars", ja: "赤字、10億米ドル" },
          content: '=DIGITRADE.DEFICIT("JP",{year},"USD","unit=bn")',
          format: '#,##0.0" bn"',
          note: { en: "At the average of the year.", ja: "その年の平均レート。" },
        },
        {
          key: "travel",
          label: { en: "Travel surplus", ja: "旅行収支の黒字" },
          content: '=DIGITRADE.VALUE("JP.TRAVEL.NET",{year},"unit=tn")',
          format: TRILLIONS,
          note: { en: "What visitors spend, net.", ja: "訪日客の支出（純額）。" },
        },
        {
          label: { en: "It pays for so much of the deficit", ja: "赤字に対する割合" },
          content: "={travel}/{deficit}",
          format: "0%",
        },
      ],
    },
  ],
  right: [
    {
      heading: { en: "Targets", ja: "目標" },
      lines: [
        {
          key: "target",
          label: { en: "Security specialists by FY2030", ja: "安全確保支援士、2030年度" },
          content: '=DIGITRADE.TARGET("JP.SPECIALISTS","value")',
          format: "#,##0",
          note: { en: "Priority Policy Program.", ja: "登録者数。重点計画。" },
        },
        {
          label: { en: "Latest count", ja: "最新の人数" },
          content: '=DIGITRADE.TARGET("JP.SPECIALISTS","latest")',
          format: "#,##0",
          note: { en: "About; April 2025.", ja: "約、2025年4月。" },
        },
        {
          label: { en: "Still missing", ja: "残り" },
          content: '=DIGITRADE.TARGET("JP.SPECIALISTS","gap")',
          format: "#,##0",
        },
        {
          label: { en: "Needed a year, by the plan", ja: "年あたり必要数（計画）" },
          content: '=DIGITRADE.TARGET("JP.SPECIALISTS","peryear.plan")',
          format: "#,##0",
        },
        {
          label: { en: "Needed a year, from now on", ja: "年あたり必要数（今後）" },
          content: '=DIGITRADE.TARGET("JP.SPECIALISTS","peryear.now")',
          format: "#,##0",
        },
        {
          label: { en: "Digital deficit in 2030, METI", ja: "2030年のデジタル赤字、経産省" },
          content: '=DIGITRADE.TARGET("JP.DEFICIT2030","value")',
          format: TRILLIONS,
          note: { en: "A projection, not a target.", ja: "見通しであり、目標ではない。" },
        },
      ],
    },
  ],
  charts: [
    ["digital-balance", ""],
    ["digital-components", ""],
    ["travel-digital", ""],
    ["deficit-projections", ""],
    ["target-path", ""],
    ["target-bullet", ""],
  ],
  shown: 4,
  tables: [
    {
      name: { en: "Components", ja: "内訳" },
      title: { en: "What the digital balance is made of", ja: "デジタル収支の内訳" },
      note: {
        en: "Receipts, payments and balance of the parts in 2016, the last year of which all parts are held exactly; trillion yen.",
        ja: "各項目の受取・支払・収支（すべての項目がそろう最後の年である2016年、兆円）。",
      },
      formula: '=DIGITRADE.COMPONENTS("JP",2016,,"unit=tn;header=off")',
      columns: [
        { heading: { en: "Item", ja: "項目" }, width: 290 },
        { heading: { en: "Receipts", ja: "受取" }, width: 100, numeric: true, format: "#,##0.00" },
        { heading: { en: "Payments", ja: "支払" }, width: 100, numeric: true, format: "#,##0.00" },
        { heading: { en: "Balance", ja: "収支" }, width: 100, numeric: true, format: "#,##0.00" },
        {
          heading: { en: "Share of payments, %", ja: "支払に占める割合、％" },
          width: 120,
          numeric: true,
          format: "0.0",
        },
      ],
    },
  ],
  reasons: [],
};
