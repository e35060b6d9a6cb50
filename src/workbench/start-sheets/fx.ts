import { heading, line, type StartSheet } from "./layout";

/** Rates of one pair by source and basis, its history, and the fixings behind a headline. */
export const FX: StartSheet = {
  id: "fx",
  name: "Exchange rates",
  widths: [20, 160, 120, 200, 20, 165, 95, 100, 165, 95, 85],
  heights: { 2: 34, 21: 84 },
  rows: 120,
  columns: 16,
  cells: [
    { at: "B2", content: "Exchange rates", style: "title" },
    {
      at: "B3",
      content: "Units of one currency per 1 unit of another. Type in the tinted cells.",
      style: "subtitle",
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
      "Mean of the H.10 dailies.",
      {
        format: "0.0000",
      },
    ),
    ...line(
      11,
      "Last fixing of the year",
      '=DIGITRADE.FXRATE(C6,C7,C8,"end")',
      "For stocks, such as holdings.",
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
      "Friday's fixing: WHY says so.",
      {
        format: "0.000",
      },
    ),
    ...line(
      14,
      "1 billion yen",
      '=DIGITRADE.CONVERT(1000000000,"JPY",C6,C8,"unit=mn")',
      "Millions, at the average.",
      {
        format: "#,##0.00",
      },
    ),
    heading(19, "The pair year by year"),
    { at: "B21", content: '=DIGITRADE.HISTORY("FX."&C6&C7,2014,2024,"freq=A")' },
    { at: "B21:C21", style: "columnHead" },
    { at: "B22:C40", style: "figure" },
    { at: "F5", content: "Which fixings fit a headline?", style: "heading" },
    {
      at: "F6",
      content: "5.35 trillion yen = 33.7 billion dollars, said of 2023: the three nearest",
      style: "subtitle",
    },
    { at: "F7", content: '=DIGITRADE.IMPLIED(5350000000000,"JPY",33700000000,"USD",2023,"top=3")' },
    { at: "F7:K7", style: "columnHead" },
    { at: "F8:K18", style: "figure" },
    { at: "F19", content: "How much of a change is the rate?", style: "heading" },
    { at: "F20", content: "Japan's digital balance in dollars, 2014 to 2016", style: "subtitle" },
    { at: "F21", content: '=DIGITRADE.DECOMPOSE("JP.DIGITAL.NET",2014,2016,"USD","unit=bn")' },
    { at: "F21:I21", style: "columnHead" },
    { at: "F22:I26", style: "figure" },
  ],
};
