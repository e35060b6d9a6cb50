import { heading, line, type PlacedCell, type StartSheet } from "./layout";

const AREAS = ["JP", "US", "GB", "DE", "FR", "IE", "IN", "CN", "KR", "SG"] as const;

function area(code: string, index: number): readonly PlacedCell[] {
  const row = String(8 + index);
  return [
    { at: `B${row}`, content: code, style: "label" },
    {
      at: `C${row}`,
      content: `=DIGITRADE.DEFICIT(B${row},$C$6,"USD","def=deliverable;unit=bn")`,
      style: "answer",
      format: "#,##0.0",
    },
  ];
}

/** The same concept across countries: what UNCTAD calls digitally deliverable services. */
export const CROSS_COUNTRY: StartSheet = {
  id: "countries",
  name: "Countries",
  widths: [20, 150, 150, 220, 24, 70, 130, 130, 130, 130],
  heights: { 2: 34, 7: 26 },
  rows: 80,
  columns: 16,
  cells: [
    { at: "B2", content: "Digital trade across countries", style: "title" },
    {
      at: "B3",
      content:
        "Digitally deliverable services (UNCTAD) are far wider than Japan's basket: never one ranking with it.",
      style: "subtitle",
    },
    heading(5, "Deficit, bn USD (a surplus is negative)"),
    ...line(6, "Year", 2023, "2010 to 2023.", { style: "input", format: "0" }),
    { at: "B7", content: "Area", style: "columnHead" },
    { at: "C7", content: "Deficit, bn USD", style: "columnHead" },
    ...AREAS.flatMap(area),
    { at: "D13", content: "Ireland: multinationals' payments.", style: "note" },
    { at: "F5", content: "Balances side by side, bn USD", style: "heading" },
    ...["Year", "Japan", "United States", "United Kingdom", "India"].map((content, i): PlacedCell => ({
      at: `${"FGHIJ".charAt(i)}7`,
      content,
      style: "columnHead",
    })),
    {
      at: "F8",
      content:
        '=DIGITRADE.PANEL("JP.DELIVERABLE.NET,US.DELIVERABLE.NET,GB.DELIVERABLE.NET,IN.DELIVERABLE.NET",2014,2023,"freq=A;unit=bn;header=off")',
    },
    { at: "F8:J18", style: "figure" },
  ],
};
