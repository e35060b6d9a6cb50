import type { FreezeReport, NotFrozen } from "../xlsx/refresh/freeze-book";
import type { NotThawed, ThawReport } from "../xlsx/refresh/thaw-book";
import { counted, firstOf } from "./file-words";

const NOT_FROZEN = {
  protected: "its sheet is protected",
  unfinished: "it has no value of its own yet; refresh the file first",
  fixed: "it is an array of fixed extent, which would come back as one that spills",
} as const satisfies Record<NotFrozen, string>;

/** What freezing did to a file, in lines for a terminal. */
export function freezeLines({ frozen, left }: FreezeReport): readonly string[] {
  return [
    `${counted(frozen.length, "formula")} frozen`,
    ...firstOf(left.map(({ sheet, cell, why }) => `${sheet}!${cell} stays a formula: ${NOT_FROZEN[why]}`)),
  ];
}

const NOT_THAWED = {
  gone: "its cells, or cells that it refers to, were deleted, or a column of a table has another name",
  changed: "its cells hold something else than what was frozen",
  unplaced: "it was moved, and what it refers to is not known",
  protected: "its sheet is protected",
} as const satisfies Record<NotThawed, string>;

/** What thawing did to a file, in lines for a terminal. */
export function thawLines({ thawed, left }: ThawReport): readonly string[] {
  return [
    `${counted(thawed.length, "formula")} back`,
    ...firstOf(
      left.map(
        ({ place, formula, why }) =>
          `${place ?? "a deleted cell"} stays frozen: ${NOT_THAWED[why]}: ${formula}`,
      ),
    ),
  ];
}
