import { INKS, type Theme } from "../common/colours";
import type { ChartChoices } from "../common/choices";
import type { ChartDefinition, Finding } from "../common/definition";
import type { Drawing } from "../common/drawing";
import { numbersIn, type Grid } from "../common/grid";
import { bars } from "./bars";
import { bullet } from "./bullet";
import type { Shown } from "./columns";
import { fillsOf } from "./fills";
import { frame, SIZES, type Box, type Canvas } from "./frame";
import { drawable } from "./scale";
import { element, escaped, line } from "./svg";
import { upright } from "./upright";

export interface PictureOptions {
  /** In pixels; from 300 wide it is readable. */
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** Shapes alone, for a small picture in a list. */
  readonly thumbnail?: boolean;
  /** What the figures say: title, unit and source are written into the picture, the sentence is its description. */
  readonly finding?: Finding;
}

const FONTS = `"Segoe UI", "Yu Gothic UI", "Hiragino Sans", Meiryo, "Noto Sans CJK JP", "Noto Sans", Arial, sans-serif`;
const NOTHING = { en: "No figures", ja: "値がありません" } as const;
/** A chart as SVG, from its definition and the values of its block; the same input gives the same text everywhere. */
export function drawPicture(
  definition: ChartDefinition,
  choices: ChartChoices,
  values: Grid,
  options: PictureOptions,
): string {
  const { width, height, theme, thumbnail = false, finding } = options;
  const drawing = definition.drawing(choices);
  const canvas: Canvas = {
    theme,
    ink: INKS[theme],
    lang: choices.lang,
    fills: fillsOf(drawing.series, theme),
    size: SIZES.text,
    thumbnail,
  };
  const { parts, room } = thumbnail
    ? { parts: [], room: { left: 4, top: 4, width: width - 8, height: height - 8 } }
    : frame(drawing, finding, options, canvas);
  const id = `dt-${definition.id}`;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      lang: choices.lang,
      "aria-labelledby": `${id}-title ${id}-desc`,
      "font-family": FONTS,
    },
    [
      element("title", { id: `${id}-title` }, [escaped(finding?.title ?? definition.title[choices.lang])]),
      element("desc", { id: `${id}-desc` }, [
        escaped(finding?.sentence ?? definition.question[choices.lang]),
      ]),
      canvas.fills.definitions,
      element("rect", { width, height, fill: canvas.ink.background }),
      ...parts,
      ...plotted(drawing, values, room, canvas),
    ],
  );
}

function plotted(drawing: Drawing, values: Grid, room: Box, canvas: Canvas): readonly string[] {
  const shown = drawing.series.map((series): Shown => ({
    series,
    values: numbersIn(values, series.values).map((v) => (v === null ? null : drawable(v))),
  }));
  const any = shown.some((one) => !one.series.invisible && one.values.some((v) => v !== null));
  if (!any) return canvas.thumbnail ? [] : [nothing(room, canvas)];
  switch (drawing.shape) {
    case "columns":
    case "lines":
      return upright(drawing, shown, values, room, canvas);
    case "bars":
      return bars(drawing, shown, values, room, canvas);
    case "bullet":
      return bullet(drawing, shown, values, room, canvas);
  }
}

const nothing = ({ left, top, width, height }: Box, { ink, lang }: Canvas): string =>
  line(NOTHING[lang], {
    x: left + width / 2,
    y: top + height / 2,
    "font-size": SIZES.text,
    "text-anchor": "middle",
    fill: ink.soft,
  });
