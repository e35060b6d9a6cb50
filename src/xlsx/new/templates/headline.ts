import type { Template } from "./template";

const BILLIONS = '#,##0.00" bn"';
const TRILLIONS = '#,##0.0000" tn"';

/** A press sentence, taken apart: which rate, which definition, which vintage. */
export const HEADLINE: Template = {
  id: "headline",
  title: { en: "Check a headline: Japan's digital deficit", ja: "見出しを確かめる：日本のデジタル赤字" },
  sheet: { en: "Headline check", ja: "見出しの確認" },
  intro: [
    {
      en: "The press wrote that it “more than doubled since 2015 to 5.35 trillion yen ($33.7 billion)” in 2023.",
      ja: "2023年の赤字は「2015年の2倍を超え、5兆3500億円（337億ドル）」と報じられた。",
    },
    {
      en: "Three traps are in this sentence: the rate, the definition and the vintage. Every figure in bold is a live formula.",
      ja: "この一文には、為替レート、定義、公表時点という3つの落とし穴がある。太字の値はすべて数式。",
    },
  ],
  left: [
    {
      heading: { en: "The two amounts of the article", ja: "記事の2つの金額" },
      lines: [
        {
          key: "yen",
          label: { en: "In yen", ja: "円" },
          content: 5.35e12,
          format: "#,##0",
          input: true,
          note: { en: "As printed.", ja: "記事のとおり。" },
        },
        {
          key: "dollars",
          label: { en: "In US dollars", ja: "米ドル" },
          content: 33.7e9,
          format: "#,##0",
          input: true,
          note: {
            en: "As printed. Change either amount and see what follows.",
            ja: "記事のとおり。どちらかを変えると下の値も変わる。",
          },
        },
        {
          key: "implied",
          label: { en: "Yen per dollar between them", ja: "2つの金額の間のレート" },
          content: '=INDEX(DIGITRADE.IMPLIED({yen},"JPY",{dollars},"USD",2023,"header=off"),1,2)',
          format: "0.000",
          note: {
            en: "No average of 2023. Tokyo quoted about this rate on 21 June 2024: see the sheet of fixings.",
            ja: "2023年の平均ではない。2024年6月21日の東京のレートに近い（シート「近いレート」）。",
          },
        },
      ],
    },
    {
      heading: { en: "Trap 1: the exchange rate", ja: "落とし穴1：為替レート" },
      lines: [
        {
          key: "average",
          label: { en: "Deficit of 2023 at the ECB average", ja: "2023年の赤字、ECBの年平均" },
          content: '=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn")',
          format: BILLIONS,
          note: {
            en: "US dollars. A flow of a year belongs at the average of that year.",
            ja: "米ドル。1年のフローにはその年の平均が合う。",
          },
        },
        {
          label: { en: "… at the Federal Reserve's average", ja: "… 米連邦準備の年平均" },
          content: '=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn;fxsrc=fred")',
          format: BILLIONS,
          note: {
            en: "Another publisher's average of the same year: hardly a difference.",
            ja: "別の公表元による同じ年の平均。ほとんど差はない。",
          },
        },
        {
          key: "oneDay",
          label: { en: "… at Tokyo's rate of 21 June 2024", ja: "… 2024年6月21日の東京のレート" },
          content: '=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn;basis=2024-06-21;fxsrc=boj")',
          format: BILLIONS,
          note: {
            en: "One day's rate, half a year after the year's end: the article's dollars.",
            ja: "年末から半年後の、ある1日のレート。記事のドル額になる。",
          },
        },
        {
          label: { en: "The average gives more by", ja: "年平均ではこれだけ大きい" },
          content: "={average}/{oneDay}-1",
          format: "0.0%",
          note: {
            en: "The size of the deficit depends on a choice that the article does not name.",
            ja: "赤字の大きさは、記事が書いていない選択で変わる。",
          },
        },
      ],
    },
    {
      heading: { en: "Trap 2: the definition", ja: "落とし穴2：定義" },
      lines: [
        {
          key: "three",
          label: { en: "Three items, yen", ja: "3項目、円" },
          content: '=DIGITRADE.DEFICIT("JP",2023,,"unit=tn")',
          format: TRILLIONS,
          note: {
            en: "Computer services, copyright charges, professional and management consulting: the press's basket.",
            ja: "コンピュータサービス、著作権等使用料、専門・経営コンサルティング。報道の定義。",
          },
        },
        {
          label: { en: "Five items, yen", ja: "5項目、円" },
          content: '=DIGITRADE.DEFICIT("JP",2023,,"unit=tn;def=5item")',
          format: TRILLIONS,
          note: {
            en: "Those and telecommunications and information: also called “the digital deficit”.",
            ja: "上の3つに通信と情報サービスを加えたもの。これも「デジタル赤字」と呼ばれる。",
          },
        },
      ],
    },
    {
      heading: { en: "Trap 3: the vintage", ja: "落とし穴3：公表時点" },
      lines: [
        {
          label: { en: "Five items, known by 1 March 2024", ja: "5項目、2024年3月1日時点" },
          content: '=DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn;def=5item;asof=2024-03-01")',
          format: TRILLIONS,
          note: {
            en: "asof answers from what was published by that day (a balance: a deficit is negative).",
            ja: "asofはその日までに公表された値で答える（収支なので赤字は負）。",
          },
        },
        {
          key: "tooEarly",
          label: { en: "Three items, known by 1 March 2024", ja: "3項目、2024年3月1日時点" },
          content: '=DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn;asof=2024-03-01")',
          format: TRILLIONS,
          mayFail: true,
          note: {
            en: "#N/A, and rightly: that figure was published in June 2024.",
            ja: "#N/Aで正しい。この値は2024年6月に公表された。",
          },
        },
      ],
    },
    {
      heading: { en: "“More than doubled since 2015”?", ja: "「2015年の2倍を超えた」か" },
      lines: [
        {
          key: "before",
          label: { en: "Deficit of 2015, yen", ja: "2015年の赤字、円" },
          content: '=DIGITRADE.DEFICIT("JP",2015,,"unit=tn")',
          format: TRILLIONS,
          note: { en: "Summed from the published months.", ja: "公表された月次の合計。" },
        },
        {
          label: { en: "2023 as a multiple of 2015", ja: "2023年は2015年の何倍か" },
          content: "={three}/{before}",
          format: "0.00",
          note: { en: "Yes, in yen.", ja: "円では、そのとおり。" },
        },
        {
          key: "incomplete",
          label: { en: "Deficit of 2017, yen", ja: "2017年の赤字、円" },
          content: '=DIGITRADE.DEFICIT("JP",2017,,"unit=tn")',
          format: TRILLIONS,
          mayFail: true,
          note: {
            en: "An incomplete year is never added up, and missing is never zero.",
            ja: "そろわない年は合計せず、欠けた値をゼロとはしない。",
          },
        },
      ],
    },
  ],
  right: [],
  charts: [
    ["three-rates", "year=2023"],
    ["digital-balance", ""],
    ["yen-dollar-index", ""],
    ["volume-currency", "to=2023"],
  ],
  shown: 2,
  tables: [
    {
      name: { en: "Nearest fixings", ja: "近いレート" },
      title: { en: "Which rates fit the two amounts?", ja: "2つの金額に合うレートはどれか" },
      note: {
        en: "Fixings nearest to the rate between the two amounts, and the average and the end of the year that they are said of.",
        ja: "2つの金額の間のレートに近い公表値と、対象年の平均・年末。",
      },
      formula: '=DIGITRADE.IMPLIED({yen},"JPY",{dollars},"USD",2023,"header=off")',
      columns: [
        { heading: { en: "Rate", ja: "レート" }, width: 200 },
        { heading: { en: "Yen per dollar", ja: "円／ドル" }, width: 100, numeric: true, format: "0.000" },
        { heading: { en: "Difference, %", ja: "差、％" }, width: 90, numeric: true, format: "0.00" },
        { heading: { en: "Source", ja: "出所" }, width: 180 },
        { heading: { en: "Day or period", ja: "日・期間" }, width: 110 },
        { heading: { en: "In the band", ja: "範囲内" }, width: 90 },
      ],
    },
  ],
  reasons: [
    { key: "average", label: { en: "Deficit of 2023 at the ECB average", ja: "2023年の赤字、ECBの年平均" } },
    {
      key: "oneDay",
      label: { en: "… at Tokyo's rate of 21 June 2024", ja: "… 2024年6月21日の東京のレート" },
    },
    { key: "three", label: { en: "Three items, yen", ja: "3項目、円" } },
    {
      key: "tooEarly",
      label: { en: "Three items, known by 1 March 2024", ja: "3項目、2024年3月1日時点" },
    },
    { key: "incomplete", label: { en: "Deficit of 2017, yen", ja: "2017年の赤字、円" } },
  ],
};
