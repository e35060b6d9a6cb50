import { dayOfInstant, lastDay, type Day } from "../../domain/period";
import type { RateMonth, Revision } from "../../domain/series";
import type { Instant } from "../../sources/common/calendar";
import type { Reading } from "../../sources/common/source";
import { fact, gather, heldAsOf, isAbout, isCoarser, isSame, trimmed, type Fact, type Stated } from "./facts";
import { daysStating, type History } from "./history";
import { releaseOf, spansOf, states, type Recording, type Release } from "./recording";
import type { Changes } from "./store";

/** What is to be recorded of a reading; `isNews` is false where it says nothing that is not held. */
export interface Outcome {
  readonly recording: Recording;
  readonly changes: Changes;
  readonly isNews: boolean;
}

/**
 * What a reading adds to what is held. A figure counts from the day of its release, or of the recording where none is
 * stated; one that is held as of that day adds nothing. A document older than what is held adds its vintages at their own
 * day and changes nothing after the next release. What a reading confirms of the seed is written down too, so that the
 * store holds what it read, whatever becomes of the seed.
 */
export function outcomeOf(history: History, reading: Reading, at: Instant): Outcome {
  const { source, published, observations, note } = reading;
  const spans = spansOf(observations.map(([period]) => period));
  const described = {
    source,
    ...(published !== undefined && { published }),
    spans,
    ...(note !== undefined && { note }),
  };
  const release = releaseOf(described, at);
  const rows: Fact[] = [];
  let added = 0;
  let changed = 0;
  for (const [period, value, status] of observations) {
    const stated = { period, value: value === null ? null : trimmed(value), ...(status && { status }) };
    const held = history.facts.get(period) ?? [];
    const { confirmed, facts } = placed(history, held, stated, release, at);
    if (confirmed?.at === 0) rows.push(confirmed);
    rows.push(...facts);
    if (facts.length > 0 && held.length === 0) added++;
    else if (facts.length > 0) changed++;
  }
  const months = newMonths(history, reading, release);
  return {
    recording: { recorded: at, ...described, rows: rows.map(asRow), ...(months.length > 0 && { months }) },
    changes: { added, changed },
    isNews: rows.length > 0 || months.length > 0 || isNewRelease(history, release),
  };
}

const asRow = ({ period, value, knownOn, status }: Fact): Revision =>
  status ? [period, value, knownOn, status] : [period, value, knownOn];

/** Either the fact that says the same already, or the facts that must be added so that the figure holds from its day. */
interface Placed {
  readonly confirmed?: Fact;
  readonly facts: readonly Fact[];
}

function placed(
  history: History,
  held: readonly Fact[],
  stated: Stated,
  release: Release,
  at: Instant,
): Placed {
  const { day } = release;
  const { period } = stated;
  const [about, today, isRate] = [isAbout(stated), dayOfInstant(at), history.entry.measure === "rate"];
  // A figure cannot have been known after it was read, whatever the last day of its period.
  if (held.length === 0) return { facts: [fact(stated, isRate ? earlier(lastDay(period), today) : day, at)] };

  const own = held.filter((f) => isAbout(f) === about);
  const asOfRelease = heldAsOf(own, day, about);
  const isNewest = (own.at(-1)?.knownOn ?? day) <= day;
  if (isNewest && asOfRelease && isSame(asOfRelease, stated)) return { confirmed: asOfRelease, facts: [] };

  const days = daysStating(history, period);
  const wasRead = history.releases.some((r) => r.day === day && states(r, period));
  const isOvertaken = days.some((d) => d > day) || own.some((f) => f.at === 0 && f.knownOn > day);
  // The newest release, read before, now says something else: a correction, known from today on.
  const isAgain = wasRead && !isOvertaken;
  const known = isAgain ? heldAsOf(own, later(day, today), about) : asOfRelease;
  if (known && isSame(known, stated)) return { confirmed: known, facts: [] };
  // Only a named release is one vintage, which has one figure; and that a rate is known on its day may be by chance.
  const isOneVintage =
    known !== undefined && release.isDated && (wasRead || (!isRate && known.knownOn === day));
  if (isOneVintage && isCoarser(stated, known)) return { facts: [] };

  const isFirst = isRate && days[0] !== undefined && day < days[0] && lastDay(period) <= day;
  const isFiner = isOneVintage && isCoarser(known, stated);
  const knownOn = isFirst
    ? lastDay(period)
    : isFiner
      ? later(known.knownOn, day)
      : isAgain
        ? later(day, today)
        : day;
  const added = fact(stated, knownOn, at);
  const next = days.find((d) => d > day);
  return { facts: [added, ...restored(own, added, next)] };
}

/** What the next release stated unchanged, and a figure put in before it would hide. */
function restored(held: readonly Fact[], added: Fact, next: Day | undefined): readonly Fact[] {
  if (next === undefined) return [];
  const about = isAbout(added);
  const before = heldAsOf(held, next, about);
  const after = heldAsOf(gather([...held, added]).get(added.period) ?? [], next, about);
  return before && after && !isSame(before, after) ? [fact(before, next, added.at)] : [];
}

/** Whether there is anything to write down about a release by which no figure changes. */
function isNewRelease({ releases }: History, release: Release): boolean {
  const newest = releases.at(-1);
  const like =
    releases.find(({ day }) => day === release.day) ??
    (newest && !release.isDated && !newest.isDated && release.day > newest.day ? newest : undefined);
  if (!like) return true;
  if (!release.spans.every((span) => span.every((period) => states(like, period)))) return true;
  return like === newest && (release.note !== newest.note || release.source !== newest.source);
}

/** Months that differ from those held; an older document adds only those that nothing newer states. */
function newMonths(history: History, reading: Reading, { day }: Release): readonly RateMonth[] {
  const newest = history.releases.at(-1)?.day ?? day;
  const isOlder = day < later(newest, history.seed?.published ?? newest);
  return (reading.months ?? [])
    .map(
      (row) => row.map((cell) => (typeof cell === "number" ? trimmed(cell) : cell)) as unknown as RateMonth,
    )
    .filter((row) => {
      const held = history.months.get(row[0]);
      return !held || (!isOlder && JSON.stringify(held) !== JSON.stringify(row));
    });
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
