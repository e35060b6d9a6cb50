import type { Day } from "../../domain/period";
import type { SeriesId } from "../../domain/series";
import type { StageReport } from "../../load/staging";
import type { Freezing } from "../freeze/freeze";
import type { FrozenBlock } from "../../file/frozen-document";
import type { Thawing } from "../freeze/thaw";
import type { OpeningPolicy } from "../opening-policy";
import type { Outlook, Prospect } from "../preview/prospect";
import type { Repair } from "../repair";
import type { Scan } from "../scan";
import type { UpToDate } from "./up-to-date";

/** What takes its time: asking for newer figures, working out what they would change, and whatever changes the workbook. */
export type JobKind =
  "checking" | "looking" | "keeping" | "recalculating" | "freezing" | "thawing" | "repairing";

export interface Job {
  readonly kind: JobKind;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
}

/** What newer figures there are, and what they would change. */
export interface News {
  /** Counts up, so that one look is told from the next. */
  readonly look: number;
  readonly prospect: Prospect;
  /** One line for each series that was looked for; empty where the figures had been found before. */
  readonly report: StageReport;
}

/** How the last thing that was asked for ended. */
export type DeskOutcome =
  | { readonly kind: "failed"; readonly sentence: string }
  | { readonly kind: "cancelled"; readonly what: JobKind }
  | {
      readonly kind: "accepted";
      readonly ids: readonly SeriesId[];
      readonly changes: Outlook["changes"];
      readonly upToDate: UpToDate;
    }
  /** `unkept`: the figures are back, but the file does not hold them, and why. */
  | { readonly kind: "restored"; readonly upToDate: UpToDate; readonly unkept?: string }
  | { readonly kind: "recalculated"; readonly upToDate: UpToDate }
  | { readonly kind: "pinned"; readonly day: Day | undefined; readonly upToDate: UpToDate }
  | { readonly kind: "frozen"; readonly freezing: Freezing }
  | { readonly kind: "thawed"; readonly thawing: Thawing }
  | { readonly kind: "forgotten"; readonly count: number }
  | { readonly kind: "repaired"; readonly repair: Repair };

export interface DeskState {
  /** Under way now; nothing else starts meanwhile. */
  readonly job?: Job;
  readonly news?: News;
  readonly outcome?: DeskOutcome;
  /** What was found in the workbook last. */
  readonly scan?: Scan;
  readonly policy?: OpeningPolicy;
  readonly frozen?: readonly FrozenBlock[];
  /** A button of the ribbon asked for freezing: a person has yet to say so. */
  readonly asks?: "freeze";
}
