import type { ReactElement } from "react";
import type { TabProps } from "../tab";

/** What the workbook uses, what is newer, and everything that changes figures in the workbook. */
export function RefreshTab(_props: TabProps): ReactElement {
  return <></>;
}
