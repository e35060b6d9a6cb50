import { asProblem, Problem } from "../domain/problem";
import type { Load, Series, SeriesId } from "../domain/series";
import { ask } from "./ask";

/** What looking for a newer document of one series brought; `stale` and `embedded` say what kind of document answered. */
export type StageResult = { readonly id: SeriesId } & (
  | { readonly outcome: "unchanged" | "newer"; readonly stale?: true; readonly embedded?: true }
  | { readonly outcome: "failed"; readonly problem: Problem }
);

/** One line per series of the edition, in its order. */
export type StageReport = readonly StageResult[];

/** What was found, before it is compared with what is in use. */
export type Found = ReadonlyMap<SeriesId, Series | Problem>;

/** Loads all these series; what fails is found as its Problem. */
export async function find(load: Load, ids: readonly SeriesId[]): Promise<Found> {
  return new Map(
    await Promise.all(
      ids.map(
        async (id) => [id, await ask(load, id).catch(asProblem)] satisfies [SeriesId, Series | Problem],
      ),
    ),
  );
}

/**
 * Compares what was found with the documents in use. Staged is what differs and is not older; also an unchanged
 * document that is no longer stale or embedded, so that accepting it drops the mark. An older one, which only a fallback
 * answers with, is reported as failed.
 */
export function compare(
  found: Found,
  inUse: ReadonlyMap<SeriesId, Series>,
): { readonly report: StageReport; readonly staged: ReadonlyMap<SeriesId, Series> } {
  const report: StageResult[] = [];
  const staged = new Map<SeriesId, Series>();
  for (const [id, got] of found) {
    const current = inUse.get(id);
    if (!current) continue;
    if (got instanceof Problem || isOlder(got, current)) {
      const problem = got instanceof Problem ? got : olderProblem(got);
      report.push({ id, outcome: "failed", problem });
      continue;
    }
    const outcome = got.version === current.version ? "unchanged" : "newer";
    if (outcome === "newer" || losesMark(got, current)) staged.set(id, got);
    report.push({ id, outcome, ...(got.stale && { stale: true }), ...(got.embedded && { embedded: true }) });
  }
  return { report, staged };
}

const losesMark = (got: Series, current: Series): boolean =>
  !got.stale && !got.embedded && (current.stale === true || current.embedded === true);

/**
 * A stored or embedded document may be older than the one in use, by day of release where both name one, else of
 * retrieval. An embedded one of the same release has no more to say than one that came from the compiler.
 */
function isOlder(got: Series, current: Series): boolean {
  if (!got.stale && !got.embedded) return false;
  if (got.version === current.version) return false;
  const sameRelease = got.published !== undefined && got.published === current.published;
  if (sameRelease && got.embedded && !current.embedded) return true;
  return got.published !== undefined && current.published !== undefined && got.published !== current.published
    ? got.published < current.published
    : got.retrieved < current.retrieved;
}

function olderProblem(got: Series): Problem {
  return new Problem(
    "unreachable",
    `Only an older document of ${got.id} was found (of ${got.published ?? got.retrieved}), so the one in use stays; try again later.`,
  );
}
