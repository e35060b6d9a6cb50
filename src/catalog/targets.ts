import { nearest } from "../domain/nearest";
import { badInput } from "../domain/problem";
import type { Target } from "./target";
import { TARGETS } from "./targets/index";

export { TARGETS };
export type { Target } from "./target";

/** The target of an id as the catalogue spells it. */
export function findTarget(id: string): Target | undefined {
  return TARGETS.find((target) => target.id === id);
}

/** The target behind what a person typed, in any case; unknown text is a Problem that names the three nearest. */
export function resolveTarget(text: string): Target {
  const asked = text.normalize("NFKC").trim().toUpperCase();
  const target = findTarget(asked);
  if (target) return target;
  const ids = TARGETS.map(({ id }) => id);
  throw badInput(
    `"${text.trim()}" is not a target that DigiTrade knows; the nearest are ${nearest(asked, ids, 3).join(", ")}.`,
  );
}
