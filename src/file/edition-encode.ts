import { EDITION } from "./edition-parts";
import type { Stamp } from "./parts";
import { encodeParts, type EncodeOptions } from "./parts-encode";

/** An edition as the texts of custom XML parts: see {@link encodeParts}. */
export const encodeEdition = (
  json: unknown,
  serial: number,
  options?: EncodeOptions,
): Promise<{ readonly stamp: Stamp; readonly parts: readonly string[] }> =>
  encodeParts(EDITION, json, serial, options);
