/**
 * Texts of cells can hold characters that XML cannot: `_x000D_` stands for one, and `_x005F_` for the underscore of a text
 * that only looks so (ECMA-376, ST_Xstring).
 */
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** What a stored text says. */
export function plainText(stored: string): string {
  return stored.includes("_x")
    ? stored.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : stored;
}

/** Control characters but for tab and line feed, halves of surrogate pairs, and the two codes that no XML holds. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as it is stored. */
export function storedText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(FORBIDDEN, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** Without blanks at both ends: Excel drops them where `xml:space` does not preserve them. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Whether blanks at an end must be preserved, or lines kept apart. */
export const needsPreserving = (text: string): boolean => trimmed(text) !== text || text.includes("\n");
