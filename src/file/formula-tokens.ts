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
    while (isBlank(formula, at)) at++;
    if (at >= formula.length) return tokens;
    const token = tokenAt(formula, at);
    if (!token) return undefined;
    tokens.push(token);
    at += token.text.length;
  }
}

/** Nearly all are letters and signs of ASCII, which are none. */
function isBlank(formula: string, at: number): boolean {
  const code = formula.charCodeAt(at);
  return !(code > 32 && code < 127) && /\s/.test(formula.charAt(at));
}

function tokenAt(formula: string, start: number): Token | undefined {
  const quick = quickTokenAt(formula, start);
  if (quick) return quick;
  for (const [kind, pattern] of KINDS) {
    pattern.lastIndex = start;
    const text = pattern.exec(formula)?.[0];
    if (text !== undefined) return { kind, text, start };
  }
  return undefined;
}

/** What most formulas are made of, in a fraction of the time: signs, texts, numbers, functions, single cells. */
function quickTokenAt(formula: string, start: number): Token | undefined {
  const first = formula.charAt(start);
  if (SIGNS.includes(first)) return { kind: "sign", text: first, start };
  if (first === '"') {
    const close = formula.indexOf('"', start + 1);
    return close < 0 || formula.charAt(close + 1) === '"'
      ? undefined
      : piece("text", formula, start, close + 1);
  }
  for (const [kind, pattern] of QUICK) {
    pattern.lastIndex = start;
    if (pattern.test(formula)) return piece(kind, formula, start, pattern.lastIndex);
  }
  return undefined;
}

const piece = (kind: Token["kind"], formula: string, start: number, end: number): Token => ({
  kind,
  text: formula.slice(start, end),
  start,
});

const SIGNS = "-+*/^&=,;(){}@:%";
/** Before the end, or a sign that does not belong to a cell or a number. */
const ENDS = "(?=[-+*/^&=<>,;)}% ]|$)";
const QUICK: readonly (readonly [Token["kind"], RegExp])[] = [
  ["function", /[A-Za-z_][\w.]*(?=\()/y],
  ["reference", new RegExp(`[A-Za-z]{1,3}[1-9]\\d{0,6}${ENDS}`, "y")],
  ["number", new RegExp(`\\d+${ENDS}`, "y")],
];

/** The references to cells in a formula, in order; undefined where it cannot be read. */
export function referencesIn(formula: string): readonly Token[] | undefined {
  return tokensOf(formula)?.filter(({ kind }) => kind === "reference");
}
