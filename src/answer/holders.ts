import { RANKABLE_HOLDERS } from "../catalog/treasury";
import { findEntry } from "../catalog/catalog";
import type { Entry } from "../catalog/entry";
import {
  enclosing,
  frequencyOf,
  isFiner,
  lastDay,
  range,
  shift,
  type Day,
  type Period,
} from "../domain/period";
import { Problem, badInput, noData } from "../domain/problem";
import type { Series, SeriesId, Status } from "../domain/series";
import { viewOf, type View } from "../domain/vintage";
import { Absent, type Shelf } from "./shelf";

const TOTAL = "TIC.TOTAL" as SeriesId;

/** One holder's line in a ranking. */
export interface HolderLine {
  readonly rank: number;
  readonly entry: Entry;
  readonly value: number;
  readonly share: number | Problem;
  readonly monthChange: number | Problem;
  readonly yearChange: number | Problem;
  readonly notes: readonly string[];
}

interface Holdings {
  readonly views: ReadonlyMap<SeriesId, View>;
  readonly total: View;
  readonly documents: readonly Series[];
}

function holdings(shelf: Shelf, asOf: Day | undefined): Holdings {
  const views = new Map<SeriesId, View>();
  const absent: SeriesId[] = [];
  const documents: Series[] = [];
  for (const id of [TOTAL, ...RANKABLE_HOLDERS]) {
    try {
      const document = shelf.document(id);
      documents.push(document);
      views.set(id, viewOf(document, asOf));
    } catch (thrown) {
      if (thrown instanceof Absent) absent.push(...thrown.ids);
      // A holder without a document is one that is not published; the total must be there.
      else if (!(thrown instanceof Problem) || id === TOTAL) throw thrown;
    }
  }
  if (absent.length > 0) throw new Absent(absent);
  const total = views.get(TOTAL);
  if (!total) throw noData("The total of foreign holdings is not held.");
  views.delete(TOTAL);
  return { views, total, documents };
}

const exact = (view: View | undefined, month: Period): number | undefined => {
  const f = view?.figures.get(month);
  return f && f.status !== "approx" && f.value !== null ? f.value : undefined;
};

/** How many ranks are certain in a month: no holder that is not published for it was larger within the year before. */
function certainRanks(held: Holdings, month: Period): number {
  const published: number[] = [];
  let largestUnknown = 0;
  for (const view of held.views.values()) {
    const value = exact(view, month);
    if (value !== undefined) published.push(value);
    else largestUnknown = Math.max(largestUnknown, lastWithinYear(view, month));
  }
  return published.filter((value) => value > largestUnknown).length;
}

function lastWithinYear(view: View, month: Period): number {
  for (let back = 1; back <= 12; back++) {
    const value = exact(view, shift(month, -back));
    if (value !== undefined) return value;
  }
  return 0;
}

/** The ranking of a month; without one, of the latest month with a total and that many certain ranks. */
export function rankHolders(
  shelf: Shelf,
  asked: Period | undefined,
  top: number | undefined,
  asOf: Day | undefined,
): { readonly month: Period; readonly lines: readonly HolderLine[]; readonly documents: readonly Series[] } {
  const held = holdings(shelf, asOf);
  const wanted = top ?? 10;
  const month = asked === undefined ? latestRanked(held, wanted, asOf) : monthOf(asked);
  const certain = certainRanks(held, month);
  if (certain === 0) throw noData(nothingFor(held, month, asOf));
  if (certain < wanted && top !== undefined)
    throw noData(
      `${month}: only the first ${certain} ranks are certain (larger holders may be missing from what is held); ask for top=${certain} or fewer, or an earlier month.`,
    );
  const ranked = [...held.views]
    .flatMap(([id, view]) => {
      const value = exact(view, month);
      return value === undefined ? [] : [{ id, view, value }];
    })
    .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
    .slice(0, Math.min(certain, wanted));
  const total = exact(held.total, month);
  const lines = ranked.map(({ id, view, value }, i): HolderLine => {
    const changes = { month: changeSince(view, month, 1), year: changeSince(view, month, 12) };
    return {
      rank: i + 1,
      entry: findEntry(id) as Entry,
      value,
      share:
        total === undefined
          ? noData(`The total for ${month} is not held, so there is no share.`)
          : (value / total) * 100,
      monthChange: changes.month.value,
      yearChange: changes.year.value,
      notes: [...new Set([...changes.month.notes, ...changes.year.notes, ...statusNote(view, month)])],
    };
  });
  return { month, lines, documents: held.documents };
}

/** Holdings are a stock at month ends: a year, quarter or day stands for its last (or its own) month. */
function monthOf(asked: Period): Period {
  if (isFiner("M", frequencyOf(asked))) return enclosing(lastDay(asked), "M");
  return enclosing(asked, "M");
}

function latestRanked(held: Holdings, wanted: number, asOf: Day | undefined): Period {
  const months = [...(held.total.periods.get("M") ?? [])].reverse();
  const found = months.find((m) => exact(held.total, m) !== undefined && certainRanks(held, m) >= wanted);
  if (found !== undefined) return found;
  if (months.length === 0 && asOf !== undefined)
    throw noData(`No vintage that old: holdings were not held on ${asOf}.`);
  throw badInput(`No month has ${wanted} certain ranks; ask for a smaller top.`);
}

function nothingFor(held: Holdings, month: Period, asOf: Day | undefined): string {
  const months = held.total.periods.get("M") ?? [];
  const span =
    months.length > 0 ? `Held: ${months[0] ?? ""} to ${months.at(-1) ?? ""}, some months missing.` : "";
  return `No ranking for ${month}: not in the figures held${asOf ? ` as of ${asOf}` : ""}. ${span}`.trim();
}

function changeSince(
  view: View,
  month: Period,
  back: number,
): { readonly value: number | Problem; readonly notes: readonly string[] } {
  const before = shift(month, -back);
  const [now, then] = [exact(view, month), exact(view, before)];
  if (now === undefined || then === undefined)
    return {
      value: noData(`${view.series.id} is not published for ${before}, so there is no change.`),
      notes: [],
    };
  const broken = range(shift(before, 1), month).find((m) => view.figures.get(m)?.status === "break");
  return {
    value: now - then,
    notes: broken === undefined ? [] : [`series break in ${broken}: not comparable before`],
  };
}

function statusNote(view: View, month: Period): readonly string[] {
  const status: Status | undefined = view.figures.get(month)?.status;
  return status === "secondary" ? ["read in a secondary source"] : [];
}
