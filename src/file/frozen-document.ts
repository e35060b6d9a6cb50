import * as v from "valibot";
import type { Day } from "../domain/period";
import { Problem } from "../domain/problem";
import type { PartKind } from "./parts";

/** Formulas that were frozen into values, in the file: docs/frozen-store.md describes it. */
export const FROZEN: PartKind = {
  namespace: "urn:digitrade-for-excel:frozen",
  element: "frozen",
  what: "the formulas behind frozen cells",
};

const SCHEMA = 1;

/** A value as it was written; an error of Excel's by its name, an empty cell as null. */
export type FrozenValue = number | string | boolean | null | { readonly error: string };

/** A reference in a frozen formula: where it stands in the text, and the hidden name that follows its cells. */
export interface FrozenReference {
  readonly start: number;
  readonly text: string;
  readonly name: string;
  /** What the name pointed to when the formula was frozen, `'Figures'!A1`. */
  readonly place: string;
}

/** One formula and the cells that it filled. */
export interface FrozenBlock {
  /** The hidden name that follows the block's cells. */
  readonly name: string;
  readonly sheet: string;
  /** Where it was frozen, `C1:D5`. */
  readonly cells: string;
  readonly formula: string;
  readonly r1c1: string;
  /** Undefined where the formula could not be taken apart: it is restored only in its old place. */
  readonly references?: readonly FrozenReference[];
  readonly values: readonly (readonly FrozenValue[])[];
  /** Number formats before freezing, and those that freezing set in their place to keep dates readable. */
  readonly formats: readonly (readonly string[])[];
  readonly shown?: readonly (readonly string[])[];
  readonly frozen: Day;
}

export interface FrozenDocument {
  readonly schema: typeof SCHEMA;
  readonly blocks: readonly FrozenBlock[];
}

const grid = <const Item extends v.GenericSchema>(item: Item) => v.array(v.array(item));

const DOCUMENT = v.object({
  blocks: v.array(
    v.object({
      name: v.string(),
      sheet: v.string(),
      cells: v.string(),
      formula: v.pipe(v.string(), v.startsWith("=")),
      r1c1: v.string(),
      references: v.exactOptional(
        v.array(v.object({ start: v.number(), text: v.string(), name: v.string(), place: v.string() })),
      ),
      values: grid(v.union([v.number(), v.string(), v.boolean(), v.null(), v.object({ error: v.string() })])),
      formats: grid(v.string()),
      shown: v.exactOptional(grid(v.string())),
      frozen: v.custom<Day>((raw) => typeof raw === "string"),
    }),
  ),
});

export const frozenDocument = (blocks: readonly FrozenBlock[]): FrozenDocument => ({
  schema: SCHEMA,
  blocks,
});

/** The frozen formulas of a file; none where it holds none, a Problem ("unreadable") where they cannot be read. */
export function readFrozen(raw: unknown): readonly FrozenBlock[] {
  if (raw === undefined) return [];
  const schema = typeof raw === "object" && raw !== null && "schema" in raw ? raw.schema : undefined;
  if (typeof schema === "number" && schema > SCHEMA)
    throw unreadable("a newer version of DigiTrade wrote them; update DigiTrade");
  const read = v.safeParse(DOCUMENT, raw, { abortEarly: true });
  if (schema !== SCHEMA || !read.success)
    throw unreadable("they are damaged; restore an earlier copy of the file");
  return read.output.blocks;
}

const unreadable = (why: string): Problem =>
  new Problem("unreadable", `The formulas behind frozen cells cannot be read: ${why}.`);
