import { useSyncExternalStore } from "react";
import type { RefreshDesk } from "../../workbook/refresh/desk";
import type { DeskState } from "../../workbook/refresh/desk-state";

/** The desk's state, drawn again whenever it changes. */
export const useDeskState = (desk: RefreshDesk): DeskState =>
  useSyncExternalStore(desk.subscribe, desk.state);
