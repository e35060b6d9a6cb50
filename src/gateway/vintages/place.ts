import type { Storage } from "unstorage";
import { Problem } from "../../domain/problem";

/** Where segments and notes are kept. Any of these may fail with whatever error the place has. */
export interface Place {
  /** "the folder /var/lib/digitrade", "the Redis at cache:6379"; never a password. */
  readonly words: string;
  readonly storage: Storage;
  /** Moves an item as it is, in one step. */
  readonly move: (from: string, to: string) => Promise<void>;
  /** Whether listing is so dear that a mark beside each series must say whether to list again. */
  readonly isListingDear: boolean;
  /** See `VintageStore.alone`. */
  readonly alone: <T>(task: string, work: () => Promise<T>) => Promise<T | undefined>;
  /** Why something failed, for people; the error's own words if not given. */
  readonly whyOf?: (thrown: unknown) => string;
}

/** Carries out what touches the place; that it failed is a Problem ("unreachable") which names the place. */
export async function reach<T>(place: Place, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    const why = (place.whyOf ?? wordsOf)(thrown).replace(/\.$/, "");
    throw new Problem(
      "unreachable",
      `The store of figures (${place.words}) does not work: ${why}; check that it is there and may be written to.`,
      { cause: thrown },
    );
  }
}

/** What an error says. */
export const wordsOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

/** Some words as a key: letters, digits, dot, dash and underscore stay, other characters are spelled out. */
export function keyOf(...words: readonly string[]): string {
  return words
    .flatMap((text) => text.split(/[/:\\]/))
    .filter((text) => text !== "")
    .map(spelled)
    .join(":");
}

/** `~` and the code of a character in place of one that a file name should not have; a leading dot hides a file. */
function spelled(text: string): string {
  return text.replace(/^\.|[^A-Za-z0-9._-]/g, (c) => `~${(c.codePointAt(0) ?? 0).toString(16)}~`);
}
