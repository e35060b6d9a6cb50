import { isMarkName } from "../../file/chart-mark";
import type { Host } from "../host/index";
import type { GridName } from "./defined-names";
import { sheetIdOf } from "./grid-book";
import type { GridImage } from "./grid-image";
import type { NewChart } from "./insert-charts";
import { marksNow } from "./names-now";
import type { OpenedFile } from "./opened-file";
import type { Refusal } from "./refusals";

/** The charts that the pane has inserted since a file was opened, which had these names then. */
export function newCharts({ book }: OpenedFile, names: readonly GridName[], host: Host): readonly NewChart[] {
  const held = new Set(
    names.filter(({ name }) => isMarkName(name)).map(({ sheet, name }) => `${sheet}!${name}`),
  );
  return marksNow(host).flatMap((mark) => {
    const sheet = host.sheets.name(mark.sheetId);
    if (held.has(`${sheet}!${mark.name}`)) return [];
    const isNewSheet = !book.sheets.some((_, place) => sheetIdOf(place) === mark.sheetId);
    return [{ ...mark, sheet, isNewSheet }];
  });
}

/** Charts that somebody drew in the grid by hand. */
export function chartsOfOthers(
  before: GridImage,
  now: GridImage,
  ours: readonly NewChart[],
): readonly Refusal[] {
  const known = new Set(before.sheets.flatMap(({ figures }) => figures.map(({ id }) => id)));
  return now.sheets.flatMap(({ id: sheetId, name, figures }) =>
    figures.flatMap(({ id, data }): readonly Refusal[] => {
      const shape = data?.office.name ?? name;
      const isOurs = ours.some((chart) => chart.sheetId === sheetId && chart.shape === shape);
      return known.has(id) || isOurs ? [] : [{ what: "chart-added", where: shape }];
    }),
  );
}
