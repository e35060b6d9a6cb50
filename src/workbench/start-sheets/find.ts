import { heading, type StartSheet } from "./layout";

/** From a word to a series, what it is, and how to cite it. */
export const FIND: StartSheet = {
  id: "find",
  name: "Find",
  widths: [20, 280, 480, 180, 100, 110],
  heights: { 2: 34 },
  rows: 80,
  columns: 12,
  cells: [
    { at: "B2", content: "Find a series and cite it", style: "title" },
    { at: "B3", content: "English or Japanese words. Type in the tinted cells.", style: "subtitle" },
    heading(5, "Search"),
    { at: "B6", content: "india computer", style: "input" },
    { at: "B8", content: "=DIGITRADE.SEARCH(B6,6)" },
    { at: "B8:F8", style: "columnHead" },
    { at: "B9:F15", style: "figure" },
    heading(17, "One series: how to cite it, and what it is"),
    { at: "B18", content: "JP.DIGITAL.NET", style: "input" },
    { at: "B19", content: "=DIGITRADE.CITE(B18)", style: "subtitle" },
    { at: "B21", content: "=DIGITRADE.INFO(B18)" },
    { at: "B21:B60", style: "label" },
    { at: "C21:C60", style: "field" },
  ],
};
