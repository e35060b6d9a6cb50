import { areaName, readArea } from "../../file/address";
import type { Anchor } from "../anchor";
import { asText } from "../cell-block";
import { isFailure, isSame, type Value } from "../formula/value";
import { cellValue } from "../preview/book-cells";
import type { FrozenValue } from "../../file/frozen-document";

/** The cells of a formula as they are. */
export interface Surveyed {
  readonly anchor: Anchor;
  /** `C1:D5`. */
  readonly cells: string;
  readonly r1c1: string;
  readonly values: readonly (readonly FrozenValue[])[];
  readonly formats: readonly (readonly string[])[];
  /** Where a date is one only by its function's answer: the format that keeps it readable. */
  readonly shown?: readonly (readonly string[])[];
}

/**
 * Why a formula is not frozen. `unfinished`: it has no value of its own yet (`#BUSY!`, `#NAME?`, `#SPILL!`); `changed`:
 * other contents by now.
 */
export type NotFrozen = "protected" | "unfinished" | "changed" | "refused";

/** Errors that can be written into a cell as they are. */
const CONSTANT_ERRORS = ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NULL!"];
const DATE_FORMAT = "yyyy-mm-dd";

/** Reads the cells that formulas fill; a formula that cannot be frozen is told with the reason. */
export async function survey(
  context: Excel.RequestContext,
  anchors: readonly Anchor[],
): Promise<readonly (Surveyed | { readonly anchor: Anchor; readonly why: NotFrozen })[]> {
  const looked = anchors.map((anchor) => {
    const sheet = context.workbook.worksheets.getItem(anchor.sheet);
    const cells = areaName({ ...readArea(anchor.cell), ...anchor.spill });
    const corner = sheet.getRange(anchor.cell);
    const range = sheet.getRange(cells);
    corner.load("formulas,formulasR1C1");
    range.load("values,valueTypes,numberFormat,text");
    sheet.protection.load("protected");
    return { anchor, cells, corner, range, protection: sheet.protection };
  });
  await context.sync();
  return looked.map(({ anchor, cells, corner, range, protection }) => {
    if (protection.protected) return { anchor, why: "protected" };
    if (corner.formulas[0]?.[0] !== anchor.formula) return { anchor, why: "changed" };
    const values = valuesOf(range);
    if (values === undefined) return { anchor, why: "unfinished" };
    const formats = gridOf(range.numberFormat).map((row) => row.map(String));
    const shown = readable(formats, values, gridOf(range.text));
    return {
      anchor,
      cells,
      r1c1: String(corner.formulasR1C1[0]?.[0] ?? ""),
      values,
      formats,
      ...(shown && { shown }),
    };
  });
}

const gridOf = (cells: unknown): readonly (readonly unknown[])[] => cells as readonly (readonly unknown[])[];

/** The values of a range; undefined where one is an error that only a formula can show. */
export function valuesOf(
  range: Pick<Excel.Range, "values" | "valueTypes">,
): readonly (readonly FrozenValue[])[] | undefined {
  const types = gridOf(range.valueTypes);
  const values = gridOf(range.values).map((row, r) => row.map((value, c) => frozen(value, types[r]?.[c])));
  const isConstant = (value: FrozenValue): boolean =>
    typeof value !== "object" || value === null || CONSTANT_ERRORS.includes(value.error);
  return values.every((row) => row.every(isConstant)) ? values : undefined;
}

function frozen(raw: unknown, type: unknown): FrozenValue {
  const value = cellValue(raw, type);
  if (isFailure(value)) return { error: value.basicValue };
  return typeof value === "object" ? null : value;
}

/** Formats in which dates stay dates once they are plain numbers; undefined where nothing needs another one. */
function readable(
  formats: readonly (readonly string[])[],
  values: readonly (readonly FrozenValue[])[],
  text: readonly (readonly unknown[])[],
): readonly (readonly string[])[] | undefined {
  const shown = formats.map((row, r) =>
    row.map((format, c) => {
      const isDate = typeof values[r]?.[c] === "number" && /^\d{4}-\d\d-\d\d$/.test(String(text[r]?.[c]));
      return format === "General" && isDate ? DATE_FORMAT : format;
    }),
  );
  return shown.some((row, r) => row.some((format, c) => format !== formats[r]?.[c])) ? shown : undefined;
}

/** As `Range.values` takes it, so that a text stays a text. */
export function written(value: FrozenValue): number | string | boolean {
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  return typeof value === "string" && value !== "" ? asText(value) : value;
}

/** Whether cells still hold what was frozen in them. */
export function stands(
  frozenValues: readonly (readonly FrozenValue[])[],
  now: readonly (readonly FrozenValue[])[] | undefined,
): boolean {
  return (
    now?.length === frozenValues.length &&
    frozenValues.every(
      (row, r) =>
        row.length === now[r]?.length && row.every((value, c) => isSame(plain(value), plain(now[r]?.[c]))),
    )
  );
}

function plain(value: FrozenValue | undefined): Value {
  if (value === undefined || value === null) return null;
  return typeof value === "object" ? { type: "Error", basicValue: value.error } : value;
}
