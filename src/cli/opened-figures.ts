import type { Load } from "../domain/series";

/** Figures for one command, and what STATUS says of where they come from. */
export interface OpenedFigures {
  readonly load: Load;
  readonly origin: string;
  readonly isOffline: boolean;
  readonly close: () => Promise<void>;
}
