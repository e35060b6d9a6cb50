import type { Model } from "../sheet/engine";
import type { State } from "./state";
import { isInternalName, NAME_STATE } from "./names";

interface NameGetters {
  getNamedRanges: () => readonly { readonly name: string; readonly range: NamedArea }[];
  getNamedRangeFromZone: (sheetId: string, zone: object) => { readonly name: string } | undefined;
}

interface NamedArea {
  readonly sheetId: string;
  readonly unboundedZone: unknown;
}

/**
 * Keeps names that nobody is to see out of the grid's name box, its list of names and what it proposes in formulas: those that
 * are hidden in Excel, and those by which the host follows cells. Formulas that use one still find it.
 */
export function showOnlyVisibleNames({ getters }: Model, state: State): void {
  const own = getters as unknown as NameGetters;
  const all = own.getNamedRanges;
  const isShown = ({ name }: { readonly name: string }): boolean => {
    const record = state.read(NAME_STATE + name) as { readonly visible?: boolean } | undefined;
    return !isInternalName(name) && record?.visible !== false;
  };
  own.getNamedRanges = () => all().filter(isShown);
  own.getNamedRangeFromZone = (sheetId, zone) => {
    const key = keyOf(zone);
    return own
      .getNamedRanges()
      .find(({ range }) => range.sheetId === sheetId && keyOf(range.unboundedZone) === key);
  };
}

/** Zones may have their sides in any order, and some more that they do not say. */
function keyOf(zone: unknown): string {
  const { left, top, right, bottom } = zone as Readonly<Record<string, number | undefined>>;
  return [left, top, right, bottom].join();
}
