import { Problem } from "../domain/problem";
import { inExcel } from "./office-problem";
import { decodeParts, type Kept, type PartKind, type Stamp } from "../file/parts";

/** One kind of thing kept in the workbook itself, so that it travels with the file. */
export interface PartStore<Content> {
  /** What the workbook holds, undefined where it holds none; a Problem where it cannot be read. */
  readonly read: () => Promise<unknown>;
  /** Writes in place of what was last read, and reads it back; a Problem where another author has written meanwhile. */
  readonly write: (content: Content) => Promise<void>;
}

/** The store of the workbook that this page belongs to; functions never write to it. */
export function partStore<Content>(kind: PartKind): PartStore<Content> {
  const readParts = async (context: Excel.RequestContext): Promise<Kept | undefined> =>
    decodeParts(kind, await texts(context, kind));
  let seen: Stamp | undefined;

  const write = async (content: Content): Promise<void> => {
    const held = await inExcel(readParts);
    if (!isSame(held?.stamp, seen)) throw changedByAnother(kind);
    // Nobody waits for writing at the start, but cells wait for what reads.
    const { encodeParts } = await import(/* webpackChunkName: "workbook-later" */ "../file/parts-encode");
    const { stamp, parts } = await encodeParts(kind, content, (held?.stamp.serial ?? 0) + 1);
    if (held?.stamp.crc === stamp.crc) return;
    await inExcel((context) => replace(context, kind, parts));
    const kept = await inExcel(readParts);
    if (!isSame(kept?.stamp, stamp)) throw notKept(kind);
    seen = stamp;
  };

  let queue: Promise<unknown> = Promise.resolve();
  return {
    read: async () => {
      const kept = await inExcel(readParts, { delayForCellEdit: true });
      seen = kept?.stamp;
      return kept?.json;
    },
    write: (content) => {
      // One after another: the second must see what the first wrote.
      const mine = queue.then(() => write(content));
      queue = mine.catch(() => undefined);
      return mine;
    },
  };
}

const isSame = (a: Stamp | undefined, b: Stamp | undefined): boolean =>
  a?.serial === b?.serial && a?.crc === b?.crc;

async function texts(context: Excel.RequestContext, kind: PartKind): Promise<readonly string[]> {
  const parts = await partsOf(context, kind);
  const found = parts.map((part) => part.getXml());
  await context.sync();
  return found.map(({ value }) => value);
}

async function partsOf(
  context: Excel.RequestContext,
  { namespace }: PartKind,
): Promise<readonly Excel.CustomXmlPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace);
  parts.load("items/id");
  await context.sync();
  return parts.items;
}

/** First all new parts, then away with the old ones: a failure in between leaves the old or the new writing, never none. */
async function replace(context: Excel.RequestContext, kind: PartKind, xml: readonly string[]): Promise<void> {
  const old = await partsOf(context, kind);
  for (const text of xml) context.workbook.customXmlParts.add(text);
  for (const part of old) part.delete();
  await context.sync();
}

const changedByAnother = ({ what }: PartKind): Problem =>
  new Problem(
    "unreadable",
    `Somebody else changed ${what} meanwhile; reopen the workbook, then try again. Nothing was overwritten.`,
  );

const notKept = ({ what }: PartKind): Problem =>
  new Problem(
    "unreadable",
    `Excel did not keep ${what} as they were written; save a copy of the workbook, reopen it and try again.`,
  );
