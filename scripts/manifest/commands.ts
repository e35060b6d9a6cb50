import type { ChartDefinition } from "../../src/charts/common/definition";
import { CHARTS } from "../../src/charts/index";
import type { IconName, Words } from "./resources";

interface Shown {
  /** Unique in the ribbon. */
  readonly id: string;
  readonly icon: IconName;
  readonly label: Words;
  /** One sentence that appears under the pointer. */
  readonly tip: Words;
}

export interface ButtonCommand extends Shown {
  readonly kind: "button";
  /** Opens the pane, or runs a handler that the page registers with `Office.actions.associate`. */
  readonly does: "open-pane" | { readonly run: string };
}

/** A menu without items is left out. */
export interface MenuCommand extends Shown {
  readonly kind: "menu";
  readonly items: readonly ButtonCommand[];
}

export type Command = ButtonCommand | MenuCommand;

/** `chartDigitalBalance`: the handler of a chart of the gallery, by the chart's id. */
const chartHandler = (id: string): string =>
  `chart${id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")}`;

/** A line of the menu: what the chart shows, and the question that it answers. */
function chartItem({ id, title, question }: ChartDefinition): ButtonCommand {
  // Ids of the ribbon's words have 32 characters at most.
  const shown = { id: `C.${id}`, icon: "chart", label: title, tip: question } as const;
  return { kind: "button", ...shown, does: { run: chartHandler(id) } };
}

/** The ribbon, from left to right. A command is one row here, and a handler of its name in the add-in's first chunk. */
export const COMMANDS: readonly Command[] = [
  {
    kind: "button",
    id: "OpenPane",
    icon: "pane",
    label: { en: "Open pane", ja: "ウィンドウを開く" },
    tip: {
      en: "Find series, build formulas and see where a figure comes from.",
      ja: "系列を探し、数式を組み立て、数値の出所を確かめます。",
    },
    does: "open-pane",
  },
  {
    kind: "menu",
    id: "InsertChart",
    icon: "chart",
    label: { en: "Insert chart", ja: "グラフの挿入" },
    tip: {
      en: "Insert a ready-made chart with its data, sources and vintage.",
      ja: "データ、出典、公表時点の付いたグラフを挿入します。",
    },
    items: CHARTS.map(chartItem),
  },
  {
    kind: "button",
    id: "Refresh",
    icon: "refresh",
    label: { en: "Refresh", ja: "更新" },
    tip: {
      en: "Look for newer figures and see what they would change before anything changes.",
      ja: "新しい値を探し、変更する前にどのセルがどう変わるかを確かめます。",
    },
    does: { run: "refresh" },
  },
  {
    kind: "button",
    id: "Freeze",
    icon: "freeze",
    label: { en: "Freeze", ja: "固定" },
    tip: {
      en: "Turn DIGITRADE formulas into values, with the formulas kept in the file.",
      ja: "DIGITRADE の数式を値に変えます。数式はファイルに残ります。",
    },
    does: { run: "freeze" },
  },
  {
    kind: "button",
    id: "Help",
    icon: "help",
    label: { en: "Help", ja: "ヘルプ" },
    tip: {
      en: "Open the reference of all functions with examples.",
      ja: "すべての関数の説明と使用例を開きます。",
    },
    does: { run: "openHelp" },
  },
];
