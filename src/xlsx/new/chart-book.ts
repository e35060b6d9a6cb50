import { sheetName } from "../../file/chart-sheet-name";
import type { ChosenChart } from "../../file/chart-cells";
import { chartSheet } from "./chart-sheet";
import type { BookPlan, SheetPlan } from "./plan";

/** Charts one after another, each on a sheet of its own, named as the add-in names them; none is named as those taken. */
export function chartSheets(
  charts: readonly ChosenChart[],
  taken: readonly string[] = [],
): readonly SheetPlan[] {
  const names = [...taken];
  return charts.map((chart) => {
    const name = sheetName(chart.definition.title[chart.choices.lang], names);
    names.push(name);
    return chartSheet(chart, name);
  });
}

/** A workbook of charts; its title is that of the first one, and says how many follow. */
export function chartBook(charts: readonly ChosenChart[]): BookPlan {
  const [first] = charts;
  const title = first ? first.definition.title[first.choices.lang] : "DigiTrade";
  return { title, sheets: chartSheets(charts) };
}
