import { covers, type Day, type Period } from "../domain/period";
import type { Series } from "../domain/series";
import { viewOf, vintagesOf } from "../domain/vintage";

/** The days on which any figure within a period became known, ascending. */
export function knownDays(documents: readonly Series[], when: Period): readonly Day[] {
  const days = new Set<Day>();
  for (const series of documents)
    for (const p of viewOf(series).figures.keys())
      if (covers(when, p)) for (const f of vintagesOf(series, p)) days.add(f.knownOn);
  return [...days].sort();
}
