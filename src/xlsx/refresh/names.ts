import type { StoredBook } from "../book";
import { withAreas, type Place } from "../table-references";

/** What words in the formulas of a book mean; upper and lower case are the same. */
export interface Words {
  /** The place of a sheet among the book's, by name. */
  readonly sheet: (name: string) => number | undefined;
  /** The formula of a defined name as stored; one of the sheet itself comes before one of the book. */
  readonly name: (word: string, sheet: string) => string | undefined;
  /** The cells that a table or its columns mean in a formula at a place, `'Data'!$C$2:$C$9`; undefined where they are none. */
  readonly table: (text: string, here: Place) => string | undefined;
}

/** Looks up what the words of a book's formulas mean. */
export function wordsOf(book: StoredBook): Words {
  const { sheets, names } = book;
  const placed = new Map(sheets.map(({ name }, i) => [name.toUpperCase(), i]));
  const known = new Map(names.map(({ name, sheet, formula }) => [keyOf(name, sheet), formula]));
  return {
    sheet: (name) => placed.get(name.toUpperCase()),
    name: (word, sheet) => {
      const cut = word.lastIndexOf("!");
      const named = cut < 0 ? sheet : word.slice(0, cut).replace(/^'(.*)'$/s, "$1");
      const bare = word.slice(cut + 1);
      return known.get(keyOf(bare, named)) ?? known.get(keyOf(bare));
    },
    table: (text, here) => {
      const cells = withAreas(text, book, here);
      return cells === text || cells.startsWith("#") ? undefined : cells;
    },
  };
}

const keyOf = (name: string, sheet?: string): string =>
  `${sheet === undefined ? "" : sheet.toUpperCase()}!${name.toUpperCase()}`;
