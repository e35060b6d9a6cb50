import type { Day } from "../../domain/period";
import type { Load, Series, SeriesId } from "../../domain/series";
import { decodeEdition } from "../../file/edition-parts";
import { encodeEdition } from "../../file/edition-encode";
import { createEdition, type Edition } from "../../load/edition";
import type { StageReport } from "../../load/staging";
import { packingOf, type ZipCodec } from "../zip-codec";

/** The figures of one file while it is worked out. */
export interface FileFigures {
  readonly edition: Edition;
  /** The documents that the file was worked out with. */
  readonly before: ReadonlyMap<SeriesId, Series>;
  readonly pinBefore: Day | undefined;
  /** What looking for newer documents brought; nothing where it was not asked for. */
  readonly staged: StageReport;
  /** The texts of the file's parts for the figures in use now; undefined where nothing is to be written. */
  readonly written: () => Promise<readonly string[] | undefined>;
}

export interface FiguresAsked {
  /** Whether newer documents are looked for, or those of the file stay in use. */
  readonly take: "newer" | "kept";
  readonly unpin: boolean;
}

/** Opens the figures that travel in a file; damaged ones are a Problem ("unreadable"). */
export async function openFileFigures(
  texts: readonly string[],
  load: Load,
  { take, unpin }: FiguresAsked,
  codec?: ZipCodec,
): Promise<FileFigures> {
  const packing = codec && packingOf(codec);
  const kept = await decodeEdition(texts, packing);
  const edition = createEdition(load);
  if (kept) edition.restoreFrom(kept.json);
  const pinBefore = edition.pin;
  const before = new Map(
    edition.entries().flatMap(({ id }) => {
      const document = edition.peek(id);
      return document ? [[id, document] as const] : [];
    }),
  );
  const untouched = JSON.stringify(edition.toJSON());
  if (unpin) edition.setPin(undefined);
  const staged = take === "newer" ? await edition.stage(load) : [];
  edition.accept();
  return {
    edition,
    before,
    pinBefore,
    staged,
    written: async () => {
      const json = edition.toJSON();
      if (json.documents.length === 0 && !kept) return undefined;
      if (kept && JSON.stringify(json) === untouched) return undefined;
      const serial = (kept?.stamp.serial ?? 0) + 1;
      return (await encodeEdition(json, serial, packing && { packing })).parts;
    },
  };
}
