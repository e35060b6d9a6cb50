import { heading, line, type StartSheet } from "./layout";

/** Who holds US Treasury securities. */
export const HOLDERS: StartSheet = {
  id: "holders",
  name: "Treasury holders",
  widths: [20, 230, 150, 300, 24, 70, 190, 130, 100, 120, 120],
  heights: { 2: 34, 6: 52, 20: 64 },
  rows: 80,
  columns: 16,
  cells: [
    { at: "B2", content: "Foreign holders of US Treasury securities", style: "title" },
    {
      at: "B3",
      content:
        "Stocks at the end of a month, billions of US dollars. Changes include valuation: they are not purchases.",
      style: "note",
    },
    heading(5, "Japan"),
    ...line(7, "Month", "2024-12", "Type another month, such as 2024-06.", { style: "input", format: "@" }),
    ...line(8, "Held by Japan, bn USD", '=DIGITRADE.VALUE("TIC.JP",C7,"unit=bn")', "", { format: "#,##0.0" }),
    ...line(
      9,
      "… in trillions of yen",
      '=DIGITRADE.VALUE("TIC.JP",C7,"fx=JPY;unit=tn")',
      "A stock converts at its month-end rate.",
      {
        format: "#,##0.00",
      },
    ),
    ...line(10, "Share of all foreign holdings", '=C8/DIGITRADE.VALUE("TIC.TOTAL",C7,"unit=bn")', "", {
      format: "0.0%",
    }),
    ...line(11, "Held by China, bn USD", '=DIGITRADE.VALUE("TIC.CN",C7,"unit=bn")', "", {
      format: "#,##0.0",
    }),
    ...line(
      12,
      "Latest month, Japan",
      '=DIGITRADE.VALUE("TIC.JP",,"unit=bn")',
      "An omitted month is the latest one held.",
      {
        format: "#,##0.0",
      },
    ),
    { at: "D13", content: '=DIGITRADE.CITE("TIC.JP")', style: "note" },
    heading(18, "Japan, the last twelve months held"),
    { at: "B20", content: '=DIGITRADE.HISTORY("TIC.JP","-12M",,"unit=bn")' },
    { at: "B20:C20", style: "columnHead" },
    { at: "B21:C40", style: "figure" },
    { at: "F5", content: "The ten largest", style: "heading" },
    { at: "F6", content: "=DIGITRADE.HOLDERS(C7,10)" },
    { at: "F6:K6", style: "columnHead" },
    { at: "F7:K16", style: "figure" },
  ],
};
