import { noData, Problem } from "../domain/problem";
import type { Load, Series, SeriesId } from "../domain/series";
import { wrongId } from "./ask";
import { readSeries } from "./document";

type FamilyDocuments = Readonly<Record<string, unknown>>;

/**
 * Answers from embedded documents, which come in families so that only what is asked for is loaded. `familyOf` says
 * which family holds an id, `loadFamily` fetches the documents of one by id. Answers are marked embedded. An id without
 * a document is a Problem ("no-data"), a family that cannot be fetched "unreachable", a bad document "unreadable".
 */
export function snapshot<Family extends string>(
  familyOf: (id: SeriesId) => Family | undefined,
  loadFamily: (family: Family) => Promise<FamilyDocuments>,
): Load {
  const families = new Map<Family, Promise<FamilyDocuments>>();
  const validated = new Map<SeriesId, Series>();

  const documentsOf = (family: Family): Promise<FamilyDocuments> => {
    const known = families.get(family);
    if (known) return known;
    const loading = fetchFamily(family, loadFamily);
    families.set(family, loading);
    loading.catch(() => families.delete(family));
    return loading;
  };

  return async (id) => {
    const known = validated.get(id);
    if (known) return known;
    const family = familyOf(id);
    const documents = family === undefined ? {} : await documentsOf(family);
    if (!Object.hasOwn(documents, id))
      throw noData(`${id} is not in the embedded data; connect to a gateway to load it.`);
    const series = readSeries(documents[id], "the embedded data");
    if (series.id !== id) throw wrongId(id, series.id, "the embedded data");
    const answer = Object.freeze<Series>({ ...series, embedded: true });
    validated.set(id, answer);
    return answer;
  };
}

async function fetchFamily<Family extends string>(
  family: Family,
  loadFamily: (family: Family) => Promise<FamilyDocuments>,
): Promise<FamilyDocuments> {
  try {
    const documents: unknown = await loadFamily(family);
    if (typeof documents === "object" && documents !== null) return documents as FamilyDocuments;
  } catch (thrown) {
    throw new Problem(
      "unreachable",
      `The embedded data (${family}) could not be loaded; check the network, then recalculate.`,
      { cause: thrown },
    );
  }
  throw new Problem("unreadable", `The embedded data (${family}) is not a set of documents; report it.`);
}
