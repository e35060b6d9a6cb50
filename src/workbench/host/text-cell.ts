/**
 * The engine takes all that begins with = for a formula, in cells of text too: there it is one whose answer is the text.
 * Its strings know no doubled quotes, and a backslash before a quote takes that into the text.
 */
const CODES: Readonly<Record<string, string>> = { '"': "CHAR(34)", "\\": "CHAR(92)" };
const TEXT = /^="=[^"\\]*"(?:&(?:"[^"\\]*"|CHAR\((?:34|92)\)))*$/;

/** What is written into a cell so that it holds a text which begins with =. */
export function textContent(words: string): string {
  const parts = words.split(/(["\\])/).filter((part) => part !== "");
  return `=${parts.map((part) => CODES[part] ?? `"${part}"`).join("&")}`;
}

/** Whether a formula is nothing but such a text. */
export const isTextContent = (formula: string): boolean => TEXT.test(formula);
