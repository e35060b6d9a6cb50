import type { StoredBook } from "../../xlsx/book";
import { withText } from "../../xlsx/parts";
import type { Package } from "../../xlsx/package";
import { withWidths } from "./column-widths";
import { withFrozen, type Frozen } from "./frozen-panes";
import type { GridImage, SheetImage } from "./grid-image";
import { withHeights } from "./row-heights";

/** How a sheet is laid out otherwise than its file says; sizes in pixels, places from 0. */
export interface SizeChanges {
  readonly widths: ReadonlyMap<number, number>;
  /** Undefined for a row that is as high as what is in it again. */
  readonly heights: ReadonlyMap<number, number | undefined>;
  readonly frozen?: Frozen;
}

type Sized = Pick<SheetImage, "cols" | "rows" | "panes">;

/** A sheet of which nothing was said before: one that is new. */
const UNSIZED: Sized = { cols: {}, rows: {} };

/** What differs in the layout of a sheet; columns whose widths come with a chart are left out. */
export function sizeChanges(
  was: Sized,
  now: Sized,
  isGround: (column: number) => boolean = () => false,
): SizeChanges {
  const widths = Object.entries(now.cols).flatMap(([place, { size }]) =>
    size === undefined || size === was.cols[place]?.size || isGround(Number(place))
      ? []
      : [[Number(place), size] as const],
  );
  const heights = [...new Set([...Object.keys(was.rows), ...Object.keys(now.rows)])].flatMap((place) => {
    const size = now.rows[place]?.size;
    return size === was.rows[place]?.size ? [] : [[Number(place), size] as const];
  });
  const [before, frozen] = [frozenIn(was), frozenIn(now)];
  return {
    widths: new Map(widths),
    heights: new Map(heights),
    ...((before.rows !== frozen.rows || before.columns !== frozen.columns) && { frozen }),
  };
}

const frozenIn = ({ panes }: Sized): Frozen => ({ rows: panes?.ySplit ?? 0, columns: panes?.xSplit ?? 0 });

/** The package with a sheet's part laid out so. */
function withSizes(pkg: Package, part: string, { widths, heights, frozen }: SizeChanges): Package {
  if (widths.size + heights.size === 0 && !frozen) return pkg;
  const xml = pkg.text(part);
  const sized = withHeights(withWidths(xml, part, widths), part, heights);
  const laid = frozen ? withFrozen(sized, part, frozen) : sized;
  return laid === xml ? pkg : withText(pkg, part, laid);
}

/** The package with all sheets laid out as in the grid; of those that came with charts, by all that the grid says of them. */
export function withLayouts(
  pkg: Package,
  { sheets }: StoredBook,
  image: GridImage,
  changes: ReadonlyMap<string, { readonly sizes: SizeChanges }>,
): Package {
  let after = pkg;
  for (const sheet of image.sheets) {
    const part = sheets.find(({ name }) => name === sheet.name)?.part;
    const sizes = changes.get(sheet.id)?.sizes ?? sizeChanges(UNSIZED, sheet);
    if (part !== undefined) after = withSizes(after, part, sizes);
  }
  return after;
}
