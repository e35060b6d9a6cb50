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
  name: "Across countries",
  widths: [20, 200, 150, 250, 24, 70, 150, 150, 150, 150],
  heights: { 2: 34, 7: 86, 24: 36 },
  rows: 80,
  columns: 16,
  cells: [
    { at: "B2", content: "Digital trade across countries", style: "title" },
    {
      at: "B3",
      content:
        "Digitally deliverable services (UNCTAD) are far wider than Japan's basket: never one ranking with it.",
      style: "note",
    },
    heading(5, "Deficit, bn USD (a surplus is negative)"),
    ...line(6, "Year", 2023, "2010 to 2023.", { style: "input", format: "0" }),
    { at: "B7", content: "Area", style: "columnHead" },
    { at: "C7", content: "Deficit, bn USD", style: "columnHead" },
    ...AREAS.flatMap(area),
    { at: "D8", content: "Ireland's payments are those of multinationals booked there.", style: "note" },
    { at: "F5", content: "Balances side by side, bn USD", style: "heading" },
    {
      at: "F7",
      content:
        '=DIGITRADE.PANEL("JP.DELIVERABLE.NET,US.DELIVERABLE.NET,GB.DELIVERABLE.NET,IN.DELIVERABLE.NET",2014,2023,"freq=A;unit=bn")',
    },
    { at: "F7:J7", style: "columnHead" },
    { at: "F8:J18", style: "figure" },
    heading(20, "Find and cite"),
    ...line(21, "Search for", "india computer", "English or Japanese words.", { style: "input" }),
    { at: "B24", content: "=DIGITRADE.SEARCH(C21,5)" },
    { at: "B24:F24", style: "columnHead" },
    { at: "B25:F30", style: "figure" },
    ...line(32, "Source", '=DIGITRADE.INFO("JP.DELIVERABLE.NET","source")', ""),
    { at: "B33", content: '=DIGITRADE.CITE("US.DELIVERABLE.CREDIT")', style: "note" },
  ],
};
