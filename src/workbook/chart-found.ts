import { asProblem, type Problem } from "../domain/problem";
import { readArea, splitAddress, type Area } from "../file/address";
import { isMarkName, readMark, type ChartMark } from "../file/chart-mark";
import { inExcel } from "./office-problem";

/** A chart that was inserted into the workbook, as its hidden name tells. */
export interface FoundChart {
  readonly sheet: string;
  /** Of the hidden name. */
  readonly name: string;
  /** What it is, or why that cannot be told. */
  readonly mark: ChartMark | Problem;
  /** Its cells; undefined where they were deleted. */
  readonly area: Area | undefined;
}

/** Every chart that was inserted, sheet by sheet. Only looks. */
export function findCharts(): Promise<readonly FoundChart[]> {
  return inExcel(chartsIn, { delayForCellEdit: true });
}

export async function chartsIn(context: Excel.RequestContext): Promise<readonly FoundChart[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const listed = worksheets.items.map((sheet) => {
    sheet.names.load("items/name,items/comment");
    return sheet;
  });
  await context.sync();
  const marks = listed.flatMap(({ name: sheet, names }) =>
    names.items
      .filter(({ name }) => isMarkName(plainName(name)))
      .map((item) => {
        const range = item.getRangeOrNullObject();
        range.load("address");
        return { sheet, item, range };
      }),
  );
  if (marks.length > 0) await context.sync();
  return marks.map(({ sheet, item, range }) => ({
    sheet,
    name: plainName(item.name),
    mark: markOf(item.comment),
    area: range.isNullObject ? undefined : readArea(splitAddress(range.address).cells),
  }));
}

/** Some hosts put the sheet before the name of a name. */
const plainName = (name: string): string => name.slice(name.lastIndexOf("!") + 1);

function markOf(comment: string): ChartMark | Problem {
  try {
    return readMark(comment);
  } catch (thrown) {
    return asProblem(thrown);
  }
}
