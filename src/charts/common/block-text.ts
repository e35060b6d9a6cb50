import { type Block, type Content } from "./block";
import { callText, formulaText, type Setting } from "./formula-text";

/** What is to be written into a cell, and where, from the sheet's first cell, from 0. */
export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  /** A formula with its `=`, in Excel's English form, or a text that Excel cannot take for a number or a date. */
  readonly content: string;
}

/** The cells of a block as they are written into a sheet; the rest of each call's rectangle must be empty. */
export function blockText({ cells }: Block, setting: Setting): readonly WrittenCell[] {
  return cells.map(({ row, column, content }) => ({
    row: setting.origin.row + row,
    column: setting.origin.column + column,
    content: contentText(content, setting),
  }));
}

/** One cell's content as it is written. */
export function contentText(content: Content, setting: Setting): string {
  switch (content.is) {
    case "text":
      // "2023-04" or "Apr 2023" would become a date, "2015" a number: with digits in it, a text is written as a formula.
      return /\d/.test(content.text) ? `="${content.text.replaceAll('"', '""')}"` : content.text;
    case "call":
      return `=${callText(content.call, setting)}`;
    case "computed":
      return `=${formulaText(content.formula, setting)}`;
  }
}
