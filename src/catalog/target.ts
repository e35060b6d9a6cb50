import type { Day, Period } from "../domain/period";
import type { SeriesId, Text } from "../domain/series";
import type { Unit } from "../domain/unit";

/** A target is set, a projection is expected, a risk is a loss estimated should nothing be done. */
export type TargetKind = "target" | "projection" | "risk";

/** What a government wants to reach or expects by a deadline, with the source that says so. */
export interface Target {
  readonly id: string;
  readonly kind: TargetKind;
  readonly title: Text;
  readonly words: Text;
  readonly value: number;
  readonly unit: Unit;
  /** `FY2030` ends on 31 March 2031, `2030` on 31 December 2030. */
  readonly deadline: Period;
  /** Where it starts from, as stated with the target. */
  readonly base?: { readonly value: number; readonly date: Period; readonly about?: boolean };
  /** The series whose latest figure stands against it. */
  readonly latest?: SeriesId;
  /** The value is a deficit shown positive; the balance in `latest` is to be turned round. */
  readonly deficit?: boolean;
  readonly setBy: string;
  /** The day when it became known; where no source states one, the day when it was read. */
  readonly knownOn: Day;
  readonly source: string;
  /** What exactly is counted, where that differs from the latest series. */
  readonly scope?: Text;
  readonly note?: string;
}
