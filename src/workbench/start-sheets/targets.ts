import { heading, line, type StartSheet } from "./layout";

const ask = (what: string): string => `=DIGITRADE.TARGET($C$6,"${what}")`;

/** A target of the policy programme, how far the world is, and the same for one's own. */
export const TARGETS: StartSheet = {
  id: "targets",
  name: "Targets",
  widths: [20, 190, 140, 190, 20, 100, 210, 330],
  heights: { 2: 34, 6: 44, 7: 40, 17: 210 },
  rows: 80,
  columns: 14,
  cells: [
    { at: "B2", content: "Targets and how far they are", style: "title" },
    {
      at: "B3",
      content: "A projection is not a target, and each answer says which it is.",
      style: "subtitle",
    },
    heading(5, "Digital specialists in Japan"),
    ...line(6, "Target", "JP.SPECIALISTS", "Or JP.VISITORS, JP.DEFICIT2030.", {
      style: "input",
    }),
    ...line(7, "Target value", ask("value"), ""),
    ...line(8, "Deadline", ask("deadline"), "To 31 March 2031."),
    ...line(9, "Base", ask("base"), "Where it started."),
    ...line(10, "Latest", ask("latest"), "The newest count held."),
    ...line(11, "Still missing", ask("gap"), ""),
    ...line(12, "A year, by the plan", ask("peryear.plan"), "From the base to the deadline.", {
      format: "#,##0",
    }),
    ...line(13, "A year, from now on", ask("peryear.now"), "What is left, by years left.", {
      format: "#,##0",
    }),
    ...line(14, "Growth a year, per cent", ask("cagr"), "Compound.", { format: "0.00" }),
    ...line(15, "Straight path on that day", ask("path"), "", { format: "#,##0" }),
    heading(19, "Your own target"),
    ...line(20, "Base", 20000, "Type your own figures.", { style: "input", format: "#,##0" }),
    ...line(21, "Base date", "2023-04-01", "", { style: "input", format: "@" }),
    ...line(22, "Target", 50000, "", { style: "input", format: "#,##0" }),
    ...line(23, "Deadline", "2031-03-31", "", { style: "input", format: "@" }),
    ...line(
      24,
      "Needed a year",
      '=DIGITRADE.PACE(C20,C21,C22,C23,"peryear.plan")',
      "Whole anniversaries: eight years.",
      { format: "#,##0" },
    ),
    ...line(25, "Growth a year, per cent", '=DIGITRADE.PACE(C20,C21,C22,C23,"cagr")', "Compound.", {
      format: "0.00",
    }),
    { at: "F5", content: "Everything about it", style: "heading" },
    { at: "F6", content: ask("all") },
    { at: "F6:H6", style: "columnHead" },
    { at: "F7:F17", style: "label" },
    { at: "G7:H17", style: "field" },
  ],
};
