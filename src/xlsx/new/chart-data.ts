import type { Strip } from "../../charts/common/formula";
import { valuesIn, type CellValue, type Grid } from "../../charts/common/grid";
import { absoluteAddress } from "../../file/address";
import { inBlock } from "../../file/chart-cells";
import type { ChartLayout } from "../../file/chart-layout";
import { tag, textTag, val } from "./markup";

/** Where the cells of a block are, and what they hold. */
export interface BlockCells {
  readonly sheet: string;
  readonly layout: Pick<ChartLayout, "block" | "title">;
  readonly values: Grid;
}

const reference = ({ sheet, layout }: BlockCells, { row, column, rows }: Strip): string =>
  absoluteAddress(sheet, inBlock(layout, { row, column, rows }));

/** The numbers of a strip, with what they are now: a viewer that works nothing out draws from these. A gap is none. */
export function numbers(cells: BlockCells, strip: Strip, format: string): string {
  const values = valuesIn(cells.values, strip);
  const points = values.map((value, i) =>
    typeof value === "number" ? tag("c:pt", { idx: i }, textTag("c:v", value)) : "",
  );
  return tag(
    "c:numRef",
    {},
    textTag("c:f", reference(cells, strip)),
    tag("c:numCache", {}, textTag("c:formatCode", format), val("c:ptCount", values.length), ...points),
  );
}

/** The names of the categories: texts, such as years, are not counted with. */
export function categories(cells: BlockCells, strip: Strip): string {
  const values = valuesIn(cells.values, strip);
  if (values.some((value) => typeof value === "number")) return numbers(cells, strip, "General");
  return texts(reference(cells, strip), values);
}

/** A text that is taken from a cell. */
export const cellText = (cells: BlockCells, text: string): string => {
  const { row, column } = cells.layout.title;
  return texts(absoluteAddress(cells.sheet, { row, column, rows: 1, columns: 1 }), [text]);
};

function texts(formula: string, values: readonly CellValue[]): string {
  const points = values.map((value, i) =>
    value === null || value === "" ? "" : tag("c:pt", { idx: i }, textTag("c:v", value)),
  );
  return tag(
    "c:strRef",
    {},
    textTag("c:f", formula),
    tag("c:strCache", {}, val("c:ptCount", values.length), ...points),
  );
}
