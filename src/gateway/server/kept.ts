/** Keeps what is used, up to a total size. */
export interface Kept<K, V> {
  /** Looks without using. */
  readonly has: (key: K) => boolean;
  readonly get: (key: K) => V | undefined;
  /** What is larger than everything allowed is not kept. */
  readonly set: (key: K, value: V) => void;
  /** The sum of the sizes kept. */
  readonly size: () => number;
}

interface Slot<V> {
  readonly value: V;
  readonly size: number;
  /** Since it was last passed over. */
  used: boolean;
}

/**
 * What was not used since the last time that room was needed goes first, the eldest before others: nearly the least
 * recently used, without moving anything when it is used.
 */
export function kept<K, V>(most: number, sizeOf: (value: V) => number): Kept<K, V> {
  const slots = new Map<K, Slot<V>>();
  let total = 0;

  const remove = (key: K): void => {
    total -= slots.get(key)?.size ?? 0;
    slots.delete(key);
  };

  const makeRoom = (): void => {
    for (const [key, slot] of slots) {
      if (total <= most) return;
      slots.delete(key);
      if (slot.used) slots.set(key, { ...slot, used: false });
      else total -= slot.size;
    }
  };

  return {
    has: (key) => slots.has(key),
    get: (key) => {
      const slot = slots.get(key);
      if (slot) slot.used = true;
      return slot?.value;
    },
    set: (key, value) => {
      remove(key);
      const size = sizeOf(value);
      if (size > most) return;
      total += size;
      makeRoom();
      slots.set(key, { value, size, used: false });
    },
    size: () => total,
  };
}
