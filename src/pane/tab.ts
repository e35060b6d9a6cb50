import type { PaneHost } from "./pane-host";

/** What every tab is drawn with; it is drawn again whenever the figures in use change. */
export interface TabProps {
  readonly host: PaneHost;
  readonly inExcel: boolean;
  /** A tab stays while another one is looked at. */
  readonly shown: boolean;
}
