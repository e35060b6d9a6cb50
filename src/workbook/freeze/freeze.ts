import type { Day } from "../../domain/period";
import { Problem } from "../../domain/problem";
import type { Anchor } from "../anchor";
import { inExcel } from "../office-problem";
import { partStore, type PartStore } from "../part-store";
import { refuseReadOnly } from "../writable";
import { FROZEN, frozenDocument, readFrozen, type FrozenBlock, type FrozenDocument } from "./frozen-document";
import { follow, freeNames, isSamePlace, placesOf, placeText, unfollow, type Followed } from "./hidden-names";
import { followable, nameReferences } from "./references";
import { survey, written, type NotFrozen, type Surveyed } from "./survey";

export interface Freezing {
  readonly frozen: readonly Anchor[];
  readonly left: readonly { readonly anchor: Anchor; readonly why: NotFrozen }[];
  readonly cancelled: boolean;
}

export interface FreezeOptions {
  readonly today: Day;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

export type FrozenStore = PartStore<FrozenDocument>;

export const frozenStore = (): FrozenStore => partStore(FROZEN);

/** Formulas handled in one batch. */
const BATCH = 100;

/**
 * Turns formulas of ours into the values that they show. First everything that brings them back is written into the
 * file and read back; only then is the first cell changed. A formula that cannot be frozen stays as it is and is listed.
 */
export async function freeze(
  anchors: readonly Anchor[],
  { today, signal, onProgress }: FreezeOptions,
  store: FrozenStore = frozenStore(),
): Promise<Freezing> {
  await inExcel(refuseReadOnly);
  const kept = readFrozen(await store.read());
  const looked: Awaited<ReturnType<typeof survey>>[number][] = [];
  for (let i = 0; i < anchors.length && !signal?.aborted; i += BATCH)
    looked.push(...(await inExcel((context) => survey(context, anchors.slice(i, i + BATCH)))));
  const left = looked.flatMap((one) => ("why" in one ? [one] : []));
  const surveyed = looked.flatMap((one) => ("why" in one ? [] : [one]));
  if (surveyed.length === 0 || signal?.aborted)
    return { frozen: [], left, cancelled: signal?.aborted === true };
  const { blocks, names } = await inExcel((context) => plan(context, surveyed, today));
  await store.write(frozenDocument([...kept, ...blocks]));
  let reached = 0;
  let frozen = 0;
  try {
    await inExcel(async (context) => {
      await follow(context, names);
      await assertFollowed(context, names);
    });
    while (frozen < surveyed.length && !signal?.aborted) {
      const batch = surveyed.slice(frozen, frozen + BATCH);
      reached = frozen + batch.length;
      await inExcel((context) => fix(context, batch));
      frozen = reached;
      onProgress?.(frozen, surveyed.length);
    }
  } finally {
    // What was not reached is live still, and nothing of it may stay behind; of a batch that failed nobody knows.
    if (reached < blocks.length) await forget(store, kept, blocks.slice(0, reached), names);
  }
  const done = surveyed.slice(0, frozen).map(({ anchor }) => anchor);
  return { frozen: done, left, cancelled: signal?.aborted === true };
}

/** What goes into the file for each formula, and the names that will follow it. */
async function plan(
  context: Excel.RequestContext,
  surveyed: readonly Surveyed[],
  today: Day,
): Promise<{ readonly blocks: readonly FrozenBlock[]; readonly names: readonly Followed[] }> {
  const free = await freeNames(context);
  const references = nameReferences(free);
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  await context.sync();
  const spelled = new Map(sheets.items.map(({ name }) => [name.toUpperCase(), name]));
  const own: Followed[] = [];
  const blocks = surveyed.map(({ anchor, cells, ...rest }): FrozenBlock => {
    const { sheet, formula } = anchor;
    const name = free();
    own.push({ name, sheet, cells });
    const found = followable(formula, sheet)?.flatMap(({ start, text, sheet: named, cells: at }) => {
      const known = spelled.get(named.toUpperCase());
      if (known === undefined) return [];
      const place = { sheet: known, cells: at };
      return [{ start, text, name: references.nameOf(place), place: placeText(place) }];
    });
    return { name, sheet, cells, formula, ...rest, ...(found && { references: found }), frozen: today };
  });
  return { blocks, names: [...own, ...references.followed()] };
}

/** Nothing is changed before every name points where it must. */
async function assertFollowed(context: Excel.RequestContext, names: readonly Followed[]): Promise<void> {
  const places = await placesOf(
    context,
    names.map(({ name }) => name),
  );
  const lost = names.find((one) => !isSamePlace(places.get(one.name), placeText(one)));
  if (lost)
    throw new Problem(
      "unreadable",
      `Excel did not keep the hidden name ${lost.name}, so nothing was frozen; save a copy of the workbook, reopen it and try again.`,
    );
}

/** The values in place of the formula and all that it filled. */
async function fix(context: Excel.RequestContext, surveyed: readonly Surveyed[]): Promise<void> {
  for (const { anchor, cells, values, shown } of surveyed) {
    const range = context.workbook.worksheets.getItem(anchor.sheet).getRange(cells);
    if (shown) range.numberFormat = shown.map((row) => [...row]);
    range.values = values.map((row) => row.map(written));
  }
  await context.sync();
}

async function forget(
  store: FrozenStore,
  kept: readonly FrozenBlock[],
  done: readonly FrozenBlock[],
  names: readonly Followed[],
): Promise<void> {
  await store.write(frozenDocument([...kept, ...done]));
  const needed = new Set(done.flatMap(namesOfBlock));
  const unneeded = names.map(({ name }) => name).filter((name) => !needed.has(name));
  await inExcel((context) => unfollow(context, unneeded));
}

/** Every hidden name of a block. */
export const namesOfBlock = ({ name, references = [] }: FrozenBlock): readonly string[] => [
  name,
  ...references.map((reference) => reference.name),
];
