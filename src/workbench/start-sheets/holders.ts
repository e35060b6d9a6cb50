import { heading, line, type StartSheet } from "./layout";

/** Who holds US Treasury securities. */
export const HOLDERS: StartSheet = {
  id: "holders",
  name: "Holders",
  widths: [20, 200, 130, 235, 20, 45, 170, 110, 90, 90, 90],
  heights: { 2: 34, 6: 52 },
  rows: 80,
  columns: 16,
  cells: [
    { at: "B2", content: "Foreign holders of US Treasury securities", style: "title" },
    {
      at: "B3",
      content:
        "Stocks at the end of a month, billions of US dollars. Changes include valuation: they are not purchases.",
      style: "subtitle",
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
    heading(19, "Japan, the last twelve months held"),
    { at: "B20", content: "End of month", style: "columnHead" },
    { at: "C20", content: "bn USD", style: "columnHead" },
    { at: "D20", content: "Status", style: "columnHead" },
    { at: "B21", content: '=DIGITRADE.HISTORY("TIC.JP","-12M",,"unit=bn;header=off")' },
    { at: "B21:D34", style: "figure" },
    { at: "B36", content: '=DIGITRADE.CITE("TIC.JP")', style: "subtitle" },
    { at: "F5", content: "The ten largest", style: "heading" },
    { at: "F6", content: "=DIGITRADE.HOLDERS(C7,10)" },
    { at: "F6:K6", style: "columnHead" },
    { at: "F7:K16", style: "figure" },
  ],
};
