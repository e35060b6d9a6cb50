import type { ReactElement } from "react";
import type { TabProps } from "../tab";

/** Follows the selection and says where the number in a cell comes from. */
export function CellTab(_props: TabProps): ReactElement {
  return <></>;
}
