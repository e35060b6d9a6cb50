import type { KeyboardEvent } from "react";

/** The keys that lead to the control before and to the one after. */
const AXES = {
  row: ["ArrowLeft", "ArrowRight"],
  column: ["ArrowUp", "ArrowDown"],
} as const;

interface Way {
  readonly axis: keyof typeof AXES;
  /** Behind the last control comes the first again. */
  readonly circular: boolean;
}

/** Which of so many controls a key leads to from one of them; undefined where it leads nowhere. */
export function placeAfter(
  key: string,
  at: number,
  count: number,
  { axis, circular }: Way,
): number | undefined {
  const [back, forth] = AXES[axis];
  const next =
    key === back
      ? at - 1
      : key === forth
        ? at + 1
        : key === "Home"
          ? 0
          : key === "End"
            ? count - 1
            : undefined;
  if (next === undefined) return undefined;
  return circular ? (next + count) % count : Math.max(0, Math.min(count - 1, next));
}

/**
 * Moves the focus among the controls within an element by the arrow keys, Home and End. Only one of them is to have
 * `tabIndex` 0, all others -1, so that Tab leads past them. Fluent's own groups do this with invisible elements that can
 * take the focus and yet are hidden from screen readers.
 */
export function moveFocus(event: KeyboardEvent<HTMLElement>, controls: string, way: Way): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(controls)];
  const at = all.findIndex((control) => control === event.target);
  const next = at < 0 ? undefined : placeAfter(event.key, at, all.length, way);
  if (next === undefined) return;
  event.preventDefault();
  all[next]?.focus();
}
