/** A piece of a formula, and where it stands in the text. */
export interface Token {
  readonly kind: "number" | "text" | "error" | "reference" | "function" | "name" | "sign";
  readonly text: string;
  readonly start: number;
}

const SHEET = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}\d_.[\]]+)!)?`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const COLUMNS = String.raw`\$?[A-Z]{1,3}:\$?[A-Z]{1,3}`;
const ROWS = String.raw`\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}`;
/** `[Value]`, `[[#This Row],[Value]]`; an apostrophe takes the meaning from the sign behind it. */
const COLUMNS_OF_TABLE = String.raw`\[(?:'.|[^'[\]]|\[(?:'.|[^'\]])*\])*\]`;
const WORD = String.raw`[\p{L}_\\][\p{L}\d_.\\]*`;

/** In the order in which they are tried; a sticky expression each, blanks before it taken off. */
const KINDS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["text", /"(?:[^"]|"")*"/y],
  ["error", /#(?:N\/A|[A-Z0-9]+(?:\/0)?[!?])/iy],
  [
    "reference",
    new RegExp(`${SHEET}(?:${CELL}(?::${CELL})?#?|${COLUMNS}|${ROWS})(?![\\p{L}\\d_.(\\[!])`, "iuy"),
  ],
  ["function", new RegExp(`${SHEET}${WORD}(?=\\s*\\()`, "uy")],
  ["name", new RegExp(`${SHEET}${WORD}(?:${COLUMNS_OF_TABLE})?`, "uy")],
  ["number", /(?:\d+(?:\.\d*)?|\.\d+)(?:E[+-]?\d+)?/iy],
  ["sign", /<=|>=|<>|[-+*/^&=<>%,;(){}@:#[\]!]/y],
];

/** The pieces of a formula without its leading `=`; undefined where a character belongs to none. */
export function tokensOf(formula: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = formula.startsWith("=") ? 1 : 0;
  for (;;) {
    while (/\s/.test(formula[at] ?? "")) at++;
    if (at >= formula.length) return tokens;
    const token = tokenAt(formula, at);
    if (!token) return undefined;
    tokens.push(token);
    at += token.text.length;
  }
}

function tokenAt(formula: string, start: number): Token | undefined {
  for (const [kind, pattern] of KINDS) {
    pattern.lastIndex = start;
    const text = pattern.exec(formula)?.[0];
    if (text !== undefined) return { kind, text, start };
  }
  return undefined;
}

/** The references to cells in a formula, in order; undefined where it cannot be read. */
export function referencesIn(formula: string): readonly Token[] | undefined {
  return tokensOf(formula)?.filter(({ kind }) => kind === "reference");
}
