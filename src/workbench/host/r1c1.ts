import { columnLetters, parseCellName } from "../sheet/address";

/** Texts in double quotes and quoted sheet names hold no references; the second group is what may be one. */
const PIECES = /("(?:[^"]|"")*"|'(?:[^']|'')*'!?)|([^"']+)/g;
const A1_REFERENCE = /(?<![A-Za-z0-9_.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![A-Za-z0-9_(.])/gi;
const R1C1_REFERENCE = /(?<![A-Za-z0-9_.])R(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?(?![A-Za-z0-9_(.[])/gi;

const outsideQuotes = (formula: string, rewrite: (piece: string) => string): string =>
  formula.replace(
    PIECES,
    (_, quoted: string | undefined, piece: string | undefined) => quoted ?? rewrite(piece ?? ""),
  );

/** `=R[-1]C*2` for `=B1*2` standing in B2. Cells of a whole row or column keep their A1 form. */
export function toR1C1(formula: string, col: number, row: number): string {
  const part = (letter: string, fixed: boolean, index: number, here: number): string => {
    if (fixed) return `${letter}${index + 1}`;
    return index === here ? letter : `${letter}[${index - here}]`;
  };
  return outsideQuotes(formula, (piece) =>
    piece.replace(
      A1_REFERENCE,
      (all, fixedCol: string, letters: string, fixedRow: string, digits: string) => {
        const at = parseCellName(`${letters}${digits}`);
        if (!at) return all;
        return part("R", fixedRow !== "", at.row, row) + part("C", fixedCol !== "", at.col, col);
      },
    ),
  );
}

/** The A1 form of a formula written in R1C1, for the cell it will stand in. */
export function fromR1C1(formula: string, col: number, row: number): string {
  const place = (
    text: string | undefined,
    here: number,
  ): { readonly fixed: boolean; readonly index: number } => {
    if (text === undefined) return { fixed: false, index: here };
    if (text.startsWith("[")) return { fixed: false, index: here + Number(text.slice(1, -1)) };
    return { fixed: true, index: Number(text) - 1 };
  };
  return outsideQuotes(formula, (piece) =>
    piece.replace(R1C1_REFERENCE, (_, rowText: string | undefined, colText: string | undefined) => {
      const r = place(rowText, row);
      const c = place(colText, col);
      return `${c.fixed ? "$" : ""}${columnLetters(c.index)}${r.fixed ? "$" : ""}${r.index + 1}`;
    }),
  );
}
