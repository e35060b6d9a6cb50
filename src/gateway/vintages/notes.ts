import { keyOf, reach, type Place } from "./place";
import type { VintageStore } from "./store";

/** Small shared notes; while the place is away, a note says what was seen or set last by this process. */
export function notes(place: Place): Pick<VintageStore, "note" | "setNote"> {
  const { storage } = place;
  const seen = new Map<string, unknown>();
  return {
    note: async (key) => {
      const item = `notes:${keyOf(key)}`;
      try {
        const value = readNote(await storage.getItemRaw(item));
        seen.set(item, value);
        return value;
      } catch {
        return seen.get(item);
      }
    },
    setNote: async (key, value) => {
      const item = `notes:${keyOf(key)}`;
      seen.set(item, value);
      await reach(place, () => storage.setItemRaw(item, JSON.stringify({ value })));
    },
  };
}

/** What was noted; undefined for nothing, and for what is no note. */
function readNote(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return (JSON.parse(text) as { readonly value?: unknown } | null)?.value;
  } catch {
    return undefined;
  }
}
