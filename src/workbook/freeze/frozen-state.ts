import { cellName, readArea, type Area } from "../../file/address";
import { functionsIn, typedForm } from "../../file/our-formulas";
import type { FrozenBlock } from "../../file/frozen-document";
import { formulaNow, isSamePlace, namesOfBlock, placeOf, placeText } from "../../file/frozen-references";
import { placesOf } from "./hidden-names";
import { stands, valuesOf } from "./survey";

/**
 * Why a formula is not restored. `gone`: its cells, or cells that it refers to, were deleted. `changed`: its cells hold
 * something else than what was frozen, or were moved apart. `unplaced`: it moved, and what it refers to is not known.
 */
export type NotThawed = "protected" | "turkish" | "gone" | "changed" | "unplaced" | "refused";

/** A frozen formula that stays frozen. */
export interface StillFrozen {
  readonly block: FrozenBlock;
  /** Where its cells are now, `'Figures'!C2:D6`; undefined where they are gone. */
  readonly address?: string;
  readonly why: NotThawed;
}

/** Its values stand: the formula can come back. */
export interface Ready {
  readonly kind: "ready";
  readonly block: FrozenBlock;
  readonly sheet: string;
  readonly area: Area;
  readonly address: string;
  readonly formula: string;
  readonly formats: readonly (readonly string[])[];
}

export interface Left {
  readonly kind: "left";
  readonly still: StillFrozen;
}

/** `live`: the formula is there, and nothing is left to do but to forget what was kept for it. */
export type Looked = Ready | Left | { readonly kind: "live"; readonly block: FrozenBlock };

/** Looks what became of frozen formulas, wherever their cells are now. */
export async function look(
  context: Excel.RequestContext,
  blocks: readonly FrozenBlock[],
): Promise<readonly Looked[]> {
  const places = await placesOf(context, [...new Set(blocks.flatMap(namesOfBlock))]);
  const looked = blocks.map((block) => {
    const place = places.get(block.name);
    if (place === undefined) return { block };
    const { sheet, cells } = placeOf(place);
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const range = worksheet.getRange(cells);
    range.load("formulas,values,valueTypes,numberFormat");
    worksheet.protection.load("protected");
    return { block, place, sheet, cells, range, protection: worksheet.protection };
  });
  await context.sync();
  return looked.map((one): Looked => {
    const { block } = one;
    if (one.range === undefined) return { kind: "left", still: { block, why: "gone" } };
    const { sheet, cells, range, protection, place } = one;
    const [corner, ...others] = formulasOf(range);
    const address = placeText({ sheet, cells });
    const leave = (why: NotThawed): Looked => ({ kind: "left", still: { block, address, why } });
    if (corner === block.formula || functionsIn(corner).length > 0) return { kind: "live", block };
    // Somebody's own formula may well come to the same values.
    if ([corner, ...others].some(isFormula) || !stands(block.values, valuesOf(range)))
      return leave("changed");
    const isMoved = !isSamePlace(place, placeText(block));
    if (isMoved && !block.references) return leave("unplaced");
    const formula = formulaNow(block.formula, block.references ?? [], places, sheet);
    if (formula === undefined) return leave("gone");
    if (protection.protected) return leave("protected");
    const area = readArea(cells);
    return {
      kind: "ready",
      block,
      sheet,
      area,
      address: placeText({ sheet, cells: cellName(area.row, area.column) }),
      formula: typedForm(formula),
      formats: formatsBack(block, range.numberFormat as readonly (readonly string[])[]),
    };
  });
}

const formulasOf = ({ formulas }: Excel.Range): readonly unknown[] =>
  (formulas as readonly (readonly unknown[])[]).flat();
const isFormula = (content: unknown): boolean => typeof content === "string" && content.startsWith("=");

/** Formats that freezing set are taken back; those that the user chose since stay. */
function formatsBack(
  { formats, shown }: FrozenBlock,
  now: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return now.map((row, r) =>
    row.map((format, c) => {
      const before = formats[r]?.[c] ?? format;
      // A cell that became a text's would show the formula itself.
      return format === (shown ?? formats)[r]?.[c] || format === "@" ? before : format;
    }),
  );
}
