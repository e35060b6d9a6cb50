import { heading, line, type StartSheet } from "./layout";

const BILLIONS = '#,##0.00" bn"';
const TRILLIONS = '#,##0.0000" tn"';

/** A press sentence, taken apart: which rate, which definition, which vintage. */
export const STORY: StartSheet = {
  id: "story",
  name: "Start here",
  widths: [20, 300, 150, 640],
  heights: { 2: 34, 32: 40, 39: 116 },
  rows: 60,
  columns: 12,
  cells: [
    { at: "B2", content: "Check a headline: Japan's digital deficit", style: "title" },
    {
      at: "B3",
      content:
        "The press wrote that it “more than doubled since 2015 to 5.35 trillion yen ($33.7 billion)” in 2023.",
      style: "subtitle",
    },
    {
      at: "B4",
      content:
        "Every answer in column C is a live formula. Click one to read it; point at an error to read why.",
      style: "subtitle",
    },
    heading(6, "The two amounts of the article"),
    ...line(7, "In yen", 5.35e12, "As printed.", { format: "#,##0", style: "input" }),
    ...line(8, "In US dollars", 33.7e9, "As printed. Change either amount and see what follows.", {
      format: "#,##0",
      style: "input",
    }),
    ...line(
      9,
      "Yen per dollar between them",
      '=INDEX(DIGITRADE.IMPLIED(C7,"JPY",C8,"USD",2023,"header=off"),1,2)',
      "No average of 2023: Tokyo quoted about this rate on 21 June 2024. The list of fixings is on the next sheet.",
      { format: "0.000" },
    ),
    heading(11, "Trap 1: the exchange rate"),
    ...line(
      12,
      "Deficit of 2023, dollars, ECB average",
      '=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn")',
      "A flow of a year belongs at the average of that year.",
      { format: BILLIONS },
    ),
    ...line(
      13,
      "… at the Federal Reserve's average",
      '=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn;fxsrc=fred")',
      "Another publisher's average of the same year: hardly a difference.",
      { format: BILLIONS },
    ),
    ...line(
      14,
      "… at Tokyo's rate of 21 June 2024",
      '=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn;basis=2024-06-21;fxsrc=boj")',
      "One day's rate, half a year after the year's end: the article's dollars.",
      { format: BILLIONS },
    ),
    ...line(
      15,
      "The average gives more by",
      "=C12/C14-1",
      "The size of the deficit depends on a choice that the article does not name.",
      {
        format: "0.0%",
      },
    ),
    heading(17, "Trap 2: the definition"),
    ...line(
      18,
      "Three items, yen",
      '=DIGITRADE.DEFICIT("JP",2023,,"unit=tn")',
      "Computer services, copyright charges, professional and management consulting: the press's basket.",
      { format: TRILLIONS },
    ),
    ...line(
      19,
      "Five items, yen",
      '=DIGITRADE.DEFICIT("JP",2023,,"unit=tn;def=5item")',
      "Those and telecommunications and information: also called “the digital deficit”.",
      { format: TRILLIONS },
    ),
    heading(21, "Trap 3: the vintage"),
    ...line(
      22,
      "Five items, as known on 1 March 2024",
      '=DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn;def=5item;asof=2024-03-01")',
      "asof answers from what was published by that day (a balance: a deficit is negative).",
      { format: TRILLIONS },
    ),
    ...line(
      23,
      "Three items, as known on 1 March 2024",
      '=DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn;asof=2024-03-01")',
      "#N/A: that figure was published in June 2024. Point at the cell to read so.",
      { format: TRILLIONS },
    ),
    heading(25, "“More than doubled since 2015”?"),
    ...line(
      26,
      "Deficit of 2014",
      '=DIGITRADE.DEFICIT("JP",2014,,"unit=tn")',
      "Summed from the published months.",
      {
        format: TRILLIONS,
      },
    ),
    ...line(
      27,
      "Deficit of 2015",
      '=DIGITRADE.DEFICIT("JP",2015,,"unit=tn")',
      "Summed from the published months.",
      {
        format: TRILLIONS,
      },
    ),
    ...line(28, "2023 as a multiple of 2015", "=C18/C27", "Yes, in yen.", { format: "0.00" }),
    heading(30, "What nobody can say from these figures"),
    ...line(
      31,
      "Deficit of 2017",
      '=DIGITRADE.DEFICIT("JP",2017,,"unit=tn")',
      "An incomplete year is never added up, and missing is never zero. WHY says it in words:",
      { format: TRILLIONS },
    ),
    { at: "D32", content: "=DIGITRADE.WHY(C31)", style: "paragraph" },
    heading(34, "Try it yourself"),
    ...line(35, "Year", 2015, "Type another year …", { style: "input", format: "0" }),
    ...line(36, "Currency", "EUR", "… or another currency: USD, GBP, CNY, KRW, INR.", { style: "input" }),
    ...line(
      37,
      "Digital deficit of Japan, billions",
      '=DIGITRADE.DEFICIT("JP",C35,C36,"unit=bn")',
      "At the average of the year.",
      { format: "#,##0.00" },
    ),
    ...line(38, "Yen per unit of that currency", '=DIGITRADE.FXRATE(C36,"JPY",C35)', "The same average.", {
      format: "0.000",
    }),
    { at: "D39", content: "=DIGITRADE.WHY(C37)", style: "paragraph" },
  ],
};
