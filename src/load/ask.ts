import { asProblem, Problem } from "../domain/problem";
import type { Load, Series, SeriesId } from "../domain/series";

/** Asks a Load so that whatever it throws, at once or later, is a Problem, and the document is the one asked for. */
export async function ask(load: Load, id: SeriesId): Promise<Series> {
  try {
    const series = await load(id);
    if (series.id !== id) throw wrongId(id, series.id, "its source");
    return series;
  } catch (thrown) {
    throw asProblem(thrown);
  }
}

/** What is said when a document holds another series than the one asked for. */
export function wrongId(asked: SeriesId, got: string, where: string): Problem {
  return new Problem(
    "unreadable",
    `${asked} was asked for, and ${where} answered with ${got}; check the address, or report it.`,
  );
}
