import { Problem } from "../../domain/problem";
import type { Load, Series, SeriesId } from "../../domain/series";
import type { Edition } from "../../load/edition";
import { few } from "../../load/few";

const AT_A_TIME = 4;

/** Asks a few at a time and tells how far it is; once cancelled it asks no more. */
export function counted(
  load: Load,
  total: number,
  tell: (done: number, total: number) => void,
  signal: AbortSignal,
): Load {
  let done = 0;
  const isCancelled = (): boolean => signal.aborted;
  tell(0, total);
  return few(async (id) => {
    if (isCancelled()) throw new Problem("unreachable", `${id} was not looked for: it was cancelled.`);
    try {
      return await load(id);
    } finally {
      done++;
      if (!isCancelled()) tell(done, total);
    }
  }, AT_A_TIME);
}

/** Said where the figures are not those that were looked at. */
export const stale = (): Problem =>
  new Problem(
    "unreachable",
    "Other figures have arrived since these were looked at; check again and look at what they change. Nothing was taken.",
  );

/** Takes exactly the documents that were looked at, and keeps them in the file; where that fails nothing is taken. */
export async function take(
  edition: Edition,
  keep: () => Promise<void>,
  looked: ReadonlyMap<SeriesId, Series>,
  ids: readonly SeriesId[],
): Promise<void> {
  const staged = edition.staged();
  const isLookedAt = (id: SeriesId): boolean =>
    looked.has(id) && staged.get(id)?.version === looked.get(id)?.version;
  if (ids.length === 0 || !ids.every(isLookedAt)) throw stale();
  edition.accept(ids);
  try {
    await keep();
  } catch (thrown) {
    edition.restore();
    // They were found already: nobody is asked again.
    await edition.stage((id) => {
      const known = staged.get(id) ?? edition.peek(id);
      return known ? Promise.resolve(known) : Promise.reject(stale());
    });
    throw thrown;
  }
}
