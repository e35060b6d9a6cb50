import { textOfFile, unreadableFile } from "../common/download";
import type { Refuse } from "../common/rate";
import type { DownloadedFile, Reading } from "../common/source";
import { pageOf } from "./api";
import { statedByGraph } from "./graph";
import { FRED_IDS, readingOf, type Stated } from "./rates";

/** H.10 rates from a document that a person downloaded from FRED. */
export function readFile(file: DownloadedFile): readonly Reading[] {
  const refuse: Refuse = (what, cause) => unreadableFile(file, what, cause);
  const text = textOfFile(file);
  const stated = /^\s*[[{]/.test(text) ? [statedByApi(text, file.name, refuse)] : statedByGraph(text, refuse);
  if (stated.length === 0) throw refuse(`it holds none of ${FRED_IDS.join(", ")} as published`);
  return [readingOf(stated, undefined, refuse)];
}

/** An answer of the API does not name its series; the file's name, or an id beside the figures, does. */
function statedByApi(text: string, name: string, refuse: Refuse): Stated {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw refuse("it is broken off, or is not JSON", cause);
  }
  const named = FRED_IDS.find((id) =>
    [name, text].some((where) => new RegExp(`(?<![A-Z0-9])${id}(?![A-Z0-9])`, "i").test(where)),
  );
  if (!named)
    throw refuse(`it does not say of which series it is; put ${FRED_IDS.join(", ")} into the file's name`);
  return { id: named, rates: pageOf(raw, named, refuse).rates };
}
