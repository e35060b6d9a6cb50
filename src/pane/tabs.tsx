import type { ReactElement } from "react";
import { Find } from "./find/find";
import { later } from "./later";
import type { TabProps } from "./tab";
import type { Word } from "./words/en";

interface TabRow {
  /** Also its word in the dictionaries, and how the ribbon asks for it. */
  readonly name: Word;
  readonly Part: (props: TabProps) => ReactElement;
}

/** The tabs between head and foot, in their order; the settings come last. All but the first load when first shown. */
export const TABS: readonly TabRow[] = [
  { name: "find", Part: (props) => <Find {...props} revision={props.host.figures.revision} /> },
  {
    name: "charts",
    Part: later(
      async () => (await import(/* webpackChunkName: "pane-charts" */ "./charts/charts-tab")).ChartsTab,
    ),
  },
  {
    name: "targets",
    Part: later(
      async () => (await import(/* webpackChunkName: "pane-targets" */ "./targets/targets-tab")).TargetsTab,
    ),
  },
  {
    name: "check",
    Part: later(
      async () => (await import(/* webpackChunkName: "pane-check" */ "./check/check-tab")).CheckTab,
    ),
  },
  {
    name: "cell",
    Part: later(async () => (await import(/* webpackChunkName: "pane-cell" */ "./cell/cell-tab")).CellTab),
  },
  {
    name: "refresh",
    Part: later(
      async () => (await import(/* webpackChunkName: "pane-refresh" */ "./refresh/refresh-tab")).RefreshTab,
    ),
  },
];
