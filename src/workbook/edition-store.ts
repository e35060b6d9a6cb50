import { Problem } from "../domain/problem";
import type { EditionDocument } from "../load/edition-document";
import { decodeEdition, EDITION_NAMESPACE, type Kept, type Stamp } from "./edition-parts";
import { inExcel } from "./office-problem";

/** The edition in the workbook itself, so that it travels with the file. */
export interface EditionStore {
  /** The edition that the workbook holds, undefined in one that has none; a Problem where it cannot be read. */
  readonly read: () => Promise<unknown>;
  /** Writes the edition in place of the one last read; a Problem where another author has written meanwhile. */
  readonly write: (edition: EditionDocument) => Promise<void>;
}

/** The store of the workbook that this page belongs to; functions never write to it. */
export function editionStore(): EditionStore {
  let seen: Stamp | undefined;

  const write = async (edition: EditionDocument): Promise<void> => {
    const held = await inExcel(readParts);
    if (!isSame(held?.stamp, seen)) throw changedByAnother();
    // Nobody waits for writing at the start, but cells wait for what reads.
    const { encodeEdition } = await import(/* webpackChunkName: "workbook-later" */ "./edition-encode");
    const { stamp, parts } = await encodeEdition(edition, (held?.stamp.serial ?? 0) + 1);
    if (held?.stamp.crc === stamp.crc) return;
    await inExcel((context) => replace(context, parts));
    const kept = await inExcel(readParts);
    if (!isSame(kept?.stamp, stamp)) throw notKept();
    seen = stamp;
  };

  let queue: Promise<unknown> = Promise.resolve();
  return {
    read: async () => {
      const kept = await inExcel(readParts, { delayForCellEdit: true });
      seen = kept?.stamp;
      return kept?.json;
    },
    write: (edition) => {
      // One after another: the second must see what the first wrote.
      const mine = queue.then(() => write(edition));
      queue = mine.catch(() => undefined);
      return mine;
    },
  };
}

const readParts = async (context: Excel.RequestContext): Promise<Kept | undefined> =>
  decodeEdition(await texts(context));

const isSame = (a: Stamp | undefined, b: Stamp | undefined): boolean =>
  a?.serial === b?.serial && a?.crc === b?.crc;

async function texts(context: Excel.RequestContext): Promise<readonly string[]> {
  const parts = await partsOf(context);
  const found = parts.map((part) => part.getXml());
  await context.sync();
  return found.map(({ value }) => value);
}

async function partsOf(context: Excel.RequestContext): Promise<readonly Excel.CustomXmlPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(EDITION_NAMESPACE);
  parts.load("items/id");
  await context.sync();
  return parts.items;
}

/** First all new parts, then away with the old ones: a failure in between leaves the old or the new edition, never none. */
async function replace(context: Excel.RequestContext, xml: readonly string[]): Promise<void> {
  const old = await partsOf(context);
  for (const text of xml) context.workbook.customXmlParts.add(text);
  for (const part of old) part.delete();
  await context.sync();
}

const changedByAnother = (): Problem =>
  new Problem(
    "unreadable",
    "Somebody else changed the figures kept in this workbook meanwhile; reopen the workbook, then try again. Nothing was overwritten.",
  );

const notKept = (): Problem =>
  new Problem(
    "unreadable",
    "Excel did not keep the figures as they were written; save a copy of the workbook, reopen it and try again.",
  );
