import { decodeParts, type Kept, type PartKind, type Unpacking } from "./parts";

/** The figures in use and the day to which they are pinned. */
export const EDITION: PartKind = {
  namespace: "urn:digitrade-for-excel:edition",
  element: "edition",
  what: "the figures kept in this workbook",
};

export const EDITION_NAMESPACE = EDITION.namespace;

/** What the edition's parts of a file hold: see {@link decodeParts}. */
export const decodeEdition = (texts: readonly string[], unpacking?: Unpacking): Promise<Kept | undefined> =>
  decodeParts(EDITION, texts, unpacking);
