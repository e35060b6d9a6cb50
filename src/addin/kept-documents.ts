import type { Store } from "../load/browser-store";
import type { KeptDocuments } from "../pane/settings/health";

/** The documents that a store keeps: how many and how large, and away with them. Where the store fails, so does this. */
export function keptDocuments(store: Store): KeptDocuments {
  return {
    measure: async () => {
      const keys = await store.keys();
      const sizes = await Promise.all(keys.map(async (key) => sizeOf(await store.get(key))));
      return { documents: keys.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    },
    clear: async () => {
      for (const key of await store.keys()) await store.del(key);
    },
  };
}

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).byteLength;
