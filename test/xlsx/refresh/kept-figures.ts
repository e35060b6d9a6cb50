import type { Day } from "../../../src/domain/period";
import type { Series } from "../../../src/domain/series";
import { encodeEdition } from "../../../src/file/edition-encode";
import { writeEdition } from "../../../src/load/edition-document";

/** The texts of a file's parts that keep these documents. */
export async function keptFigures(documents: readonly Series[], pin?: Day): Promise<readonly string[]> {
  return (await encodeEdition(writeEdition(documents, pin), 1)).parts;
}
