/** How formulas are written in the user's language; function names stay English, as DigiTrade's always are. */
export interface Culture {
  readonly name: string;
  readonly decimal: string;
  readonly thousands: string;
  readonly listSeparator: string;
}

export const AMERICAN: Culture = { name: "en-US", decimal: ".", thousands: ",", listSeparator: "," };
export const GERMAN: Culture = { name: "de-DE", decimal: ",", thousands: ".", listSeparator: ";" };

const QUOTED_OR_SIGN = /("(?:[^"]|"")*"|'(?:[^']|'')*')|(?<=\d)[.,](?=\d)|[,;]/g;

/** A formula as the formula bar shows it. Array constants keep their English separators. */
export function toLocal(formula: string, { decimal, listSeparator }: Culture): string {
  if (listSeparator === ",") return formula;
  return formula.replace(QUOTED_OR_SIGN, (sign, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    return sign === "." ? decimal : sign === "," ? listSeparator : sign;
  });
}

/** And back, for what is written through `formulasLocal`. */
export function fromLocal(formula: string, { decimal, listSeparator }: Culture): string {
  if (listSeparator === ",") return formula;
  return formula.replace(QUOTED_OR_SIGN, (sign, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    return sign === listSeparator ? "," : sign === decimal ? "." : sign;
  });
}
