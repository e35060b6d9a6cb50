import type { Series, SeriesId } from "../../domain/series";

/** Staged documents whose figures differ from those in use; others only lose the mark of being built in or out of date. */
export const newerFigures = (
  staged: ReadonlyMap<SeriesId, Series>,
  peek: (id: SeriesId) => Series | undefined,
): readonly Series[] => [...staged.values()].filter(({ id, version }) => peek(id)?.version !== version);
