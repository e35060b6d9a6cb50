import type { Day } from "../../domain/period";
import { Problem } from "../../domain/problem";
import type { Anchor } from "../anchor";
import { inExcel } from "../office-problem";
import { partStore, type PartStore } from "../part-store";
import { refuseReadOnly } from "../writable";
import {
  FROZEN,
  frozenDocument,
  readFrozen,
  type FrozenBlock,
  type FrozenDocument,
} from "../../file/frozen-document";
import {
  followable,
  isSamePlace,
  nameReferences,
  namesOfBlock,
  placeText,
  type Followed,
} from "../../file/frozen-references";
import { follow, freeNames, placesOf, unfollow } from "./hidden-names";
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
  const { planned, names } = await inExcel((context) => plan(context, surveyed, today));
  const blocksOf = (some: readonly Planned[]): readonly FrozenBlock[] => some.map(({ block }) => block);
  await store.write(frozenDocument([...kept, ...blocksOf(planned)]));
  let reached = 0;
  const live: Planned[] = [];
  try {
    await inExcel(async (context) => {
      await follow(context, names);
      await assertFollowed(context, names);
    });
    while (reached < planned.length && !signal?.aborted) {
      const batch = planned.slice(reached, reached + BATCH);
      reached += batch.length;
      await fix(batch);
      live.push(...(await inExcel((context) => liveAmong(context, batch))));
      onProgress?.(reached, planned.length);
    }
  } finally {
    // Of what is live still nothing may stay behind; of a batch that broke off nobody knows.
    const needed = planned.slice(0, reached).filter((one) => !live.includes(one));
    if (needed.length < planned.length) await forget(store, [...kept, ...blocksOf(needed)], names);
  }
  const done = planned.slice(0, reached).filter((one) => !live.includes(one));
  return {
    frozen: done.map(({ seen }) => seen.anchor),
    left: [...left, ...live.map(({ seen }) => ({ anchor: seen.anchor, why: "refused" as const }))],
    cancelled: signal?.aborted === true,
  };
}

/** A formula as it was found, and what the file keeps of it. */
interface Planned {
  readonly seen: Surveyed;
  readonly block: FrozenBlock;
}

/** What goes into the file for each formula, and the names that will follow it. */
async function plan(
  context: Excel.RequestContext,
  surveyed: readonly Surveyed[],
  today: Day,
): Promise<{ readonly planned: readonly Planned[]; readonly names: readonly Followed[] }> {
  const free = await freeNames(context);
  const references = nameReferences(free);
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  await context.sync();
  const spelled = new Map(sheets.items.map(({ name }) => [name.toUpperCase(), name]));
  const own: Followed[] = [];
  const planned = surveyed.map((seen): Planned => {
    const { anchor, cells, ...rest } = seen;
    const { sheet, formula } = anchor;
    const name = free();
    own.push({ name, sheet, cells });
    const found = followable(formula, sheet)?.flatMap(({ start, text, sheet: named, cells: at }) => {
      const known = spelled.get(named.toUpperCase());
      if (known === undefined) return [];
      const place = { sheet: known, cells: at };
      return [{ start, text, name: references.nameOf(place), place: placeText(place) }];
    });
    const block = {
      name,
      sheet,
      cells,
      formula,
      ...rest,
      ...(found && { references: found }),
      frozen: today,
    };
    return { seen, block };
  });
  return { planned, names: [...own, ...references.followed()] };
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

/** All in one go; where Excel refuses that, one by one, so that one formula does not keep the others. */
async function fix(planned: readonly Planned[]): Promise<void> {
  try {
    await inExcel((context) => write(context, planned));
  } catch {
    for (const one of planned) await inExcel((context) => write(context, [one])).catch(() => undefined);
  }
}

/** The values in place of the formula and all that it filled. */
async function write(context: Excel.RequestContext, planned: readonly Planned[]): Promise<void> {
  for (const { seen } of planned) {
    const { anchor, cells, values, shown } = seen;
    const range = context.workbook.worksheets.getItem(anchor.sheet).getRange(cells);
    if (shown) range.numberFormat = shown.map((row) => [...row]);
    range.values = values.map((row) => row.map(written));
  }
  await context.sync();
}

/** Those whose formula stands there still. */
async function liveAmong(
  context: Excel.RequestContext,
  planned: readonly Planned[],
): Promise<readonly Planned[]> {
  const corners = planned.map(({ seen }) => {
    const corner = context.workbook.worksheets.getItem(seen.anchor.sheet).getRange(seen.anchor.cell);
    corner.load("formulas");
    return corner;
  });
  await context.sync();
  return planned.filter(({ seen }, i) => corners[i]?.formulas[0]?.[0] === seen.anchor.formula);
}

/** Leaves in the file what is needed, and takes away the names that nothing there needs. */
async function forget(
  store: FrozenStore,
  needed: readonly FrozenBlock[],
  names: readonly Followed[],
): Promise<void> {
  await store.write(frozenDocument(needed));
  const used = new Set(needed.flatMap(namesOfBlock));
  const unneeded = names.map(({ name }) => name).filter((name) => !used.has(name));
  await inExcel((context) => unfollow(context, unneeded));
}
