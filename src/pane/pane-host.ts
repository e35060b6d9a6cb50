import type { Day } from "../domain/period";
import type { Load } from "../domain/series";
import type { Functions } from "../functions/bridge/later";
import type { Figures, GatewayContact } from "../functions/bridge/runtime";
import type { RefreshDesk } from "../workbook/refresh/desk";
import type { Door } from "./door";
import type { GatewayHealth, KeptDocuments } from "./settings/health";

/** What the add-in's entry gives to the pane. */
export interface PaneHost {
  /** The workbook's edition, which functions answer from. */
  readonly figures: Figures;
  /** Series that the edition has not got yet, without entering it: looking at a series does not change the workbook. */
  readonly load: Load;
  /** Calls back whenever the figures in use, or what is known about them, change. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Writes the edition into the workbook; only after a click that changes the workbook anyway. */
  readonly keep: () => Promise<void>;
  /** Office is up and the edition read; rejects where it cannot be read. */
  readonly ready: Promise<void>;
  readonly today: () => Day;
  /** Of the functions in formulas, `DIGITRADE`. */
  readonly namespace: string;
  readonly origin: string;
  readonly product: string;
  readonly door: Door;
  /** Where everything is asked for that changes the workbook's figures; one for all, loaded when first asked for. */
  readonly desk: () => Promise<RefreshDesk>;
  /** All custom functions, to try out what a cell would answer; loaded when first asked for. */
  readonly functions: () => Promise<Functions>;
  /** Only where a gateway is configured: how it has answered so far, and what it says about itself when asked. */
  readonly gateway?: () => GatewayContact;
  readonly health?: () => Promise<GatewayHealth>;
  /** What this browser has kept of it. */
  readonly kept?: KeptDocuments;
}
