import { heading, line, type PlacedCell, type StartSheet } from "./layout";

const YEARLY = 18;
const MATCHES = 18;

const spillHead = (at: string): PlacedCell => ({ at, style: "columnHead" });

/** Rates of one pair by source and basis, its history, and the fixings behind a headline. */
export const FX: StartSheet = {
  id: "fx",
  name: "Exchange rates",
  widths: [20, 230, 150, 330, 24, 150, 90, 90, 170, 120, 90],
  heights: { 2: 34, 19: 64 },
  rows: 120,
  columns: 16,
  cells: [
    { at: "B2", content: "Exchange rates", style: "title" },
    {
      at: "B3",
      content: "Units of one currency per 1 unit of another. Type in the tinted cells.",
      style: "note",
    },
    heading(5, "One pair"),
    ...line(6, "From", "USD", "1 unit of this …", { style: "input" }),
    ...line(7, "To", "JPY", "… in this.", { style: "input" }),
    ...line(8, "Year", 2023, "", { style: "input", format: "0" }),
    ...line(9, "Average of the year", "=DIGITRADE.FXRATE(C6,C7,C8)", "Mean of the daily ECB crosses.", {
      format: "0.0000",
    }),
    ...line(
      10,
      "… Federal Reserve",
      '=DIGITRADE.FXRATE(C6,C7,C8,"avg","fxsrc=fred")',
      "Mean of the H.10 dailies; US dollar pairs.",
      {
        format: "0.0000",
      },
    ),
    ...line(
      11,
      "Last fixing of the year",
      '=DIGITRADE.FXRATE(C6,C7,C8,"end")',
      "For stocks, such as holdings of bonds.",
      {
        format: "0.0000",
      },
    ),
    ...line(
      12,
      "Tokyo, 21 June 2024",
      '=DIGITRADE.FXRATE("USD","JPY","2024-06-21","day","fxsrc=boj")',
      "Bank of Japan, 17:00.",
      {
        format: "0.00",
      },
    ),
    ...line(
      13,
      "A Saturday",
      '=DIGITRADE.FXRATE("USD","JPY","2024-06-22")',
      "Friday's fixing; WHY names the day used.",
      {
        format: "0.000",
      },
    ),
    ...line(
      14,
      "1 billion yen",
      '=DIGITRADE.CONVERT(1000000000,"JPY",C6,C8,"unit=mn")',
      "In millions of the first currency, at the average.",
      {
        format: "#,##0.00",
      },
    ),
    heading(17, "The pair year by year"),
    { at: `B${String(YEARLY + 1)}`, content: '=DIGITRADE.HISTORY("FX."&C6&C7,2014,2024,"freq=A")' },
    spillHead("B19:C19"),
    { at: "B20:C40", style: "figure" },
    { at: "F5", content: "Which fixings fit a headline?", style: "heading" },
    {
      at: "F6",
      content: "5.35 trillion yen = 33.7 billion dollars, said of 2023: the three nearest",
      style: "note",
    },
    { at: `F${String(MATCHES + 1)}`, style: "figure" },
    { at: "F7", content: '=DIGITRADE.IMPLIED(5350000000000,"JPY",33700000000,"USD",2023,"top=3")' },
    spillHead("F7:K7"),
    { at: "F17", content: "How much of a change is the rate?", style: "heading" },
    { at: "F18", content: "Japan's digital balance in billions of dollars, 2014 to 2016", style: "note" },
    { at: "F19", content: '=DIGITRADE.DECOMPOSE("JP.DIGITAL.NET",2014,2016,"USD","unit=bn")' },
    spillHead("F19:I19"),
    { at: "F20:I24", style: "figure" },
  ],
};
