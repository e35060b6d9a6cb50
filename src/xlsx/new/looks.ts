import { COLOURS, INKS } from "../../charts/common/colours";

const { light } = INKS;
const INK = "#0B2E4F";
const TINT = "#E8F0F8";
const INPUT = "#FFF6D6";

/** How a cell looks; sizes in points. What is left out is as the workbook has it. */
export interface Look {
  readonly bold?: true;
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  readonly align?: "left" | "center" | "right";
  readonly vertical?: "top" | "middle" | "bottom";
  readonly wrap?: true;
  /** In steps of about three characters. */
  readonly indent?: number;
  /** Of a line below the cell. */
  readonly edge?: string;
}

/** The few looks that a new workbook uses. */
export const LOOKS = {
  plain: { colour: light.text },
  title: { bold: true, size: 18, colour: INK, vertical: "middle" },
  subtitle: { colour: light.soft, vertical: "middle" },
  heading: { bold: true, size: 12, colour: COLOURS.light.main, vertical: "bottom", edge: light.grid },
  label: { colour: light.text, vertical: "middle", wrap: true },
  answer: { bold: true, colour: light.text, align: "right", vertical: "middle" },
  input: { bold: true, colour: light.text, fill: INPUT, align: "right", vertical: "middle" },
  note: { size: 9, colour: light.soft, align: "left", indent: 1, vertical: "middle", wrap: true },
  paragraph: { size: 9, colour: light.soft, vertical: "top", align: "left", wrap: true },
  head: {
    bold: true,
    size: 9,
    colour: INK,
    fill: TINT,
    align: "left",
    indent: 1,
    vertical: "bottom",
    wrap: true,
  },
  headNumber: {
    bold: true,
    size: 9,
    colour: INK,
    fill: TINT,
    vertical: "bottom",
    align: "right",
    wrap: true,
  },
  figure: { colour: light.text, vertical: "middle" },
  words: { colour: light.text, vertical: "middle", align: "left", indent: 1 },
  longNote: { size: 9, colour: light.soft, align: "left", indent: 1, vertical: "middle" },
  reasonHead: { bold: true, colour: light.text, vertical: "top", wrap: true },
  // Around a chart, as the add-in makes them.
  chartTitle: { bold: true, size: 14, colour: light.text },
  chartNote: { size: 9, colour: light.soft, vertical: "top", wrap: true },
  blockHead: { bold: true, vertical: "bottom", wrap: true, edge: light.axis },
  blockHeadNumber: { bold: true, vertical: "bottom", align: "right", wrap: true, edge: light.axis },
  // Not wrapped: a call may head such a column with all that it has to say, in twenty lines beside the chart.
  blockHeadWorking: {
    bold: true,
    colour: COLOURS.light.quiet,
    vertical: "bottom",
    align: "right",
    edge: light.axis,
  },
  working: { colour: COLOURS.light.quiet },
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;
