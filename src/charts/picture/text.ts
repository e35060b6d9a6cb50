/** Widths of Latin letters in Arial, in thousandths of the size; a picture is drawn without a browser to ask. Other fonts run wider. */
const NARROW = "ijl.,:;'|!()[]/ftI-";
const WIDE = "mwMWOQGCDHNUR@%&";
const THOUSANDTHS = { narrow: 300, digit: 556, small: 520, capital: 690, wide: 800, full: 1000 } as const;

function widthOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0x2e7f) return THOUSANDTHS.full;
  if (code > 0x2000) return THOUSANDTHS.digit;
  if (NARROW.includes(character) || character === " ") return THOUSANDTHS.narrow;
  if (WIDE.includes(character)) return THOUSANDTHS.wide;
  if (/[A-Z]/.test(character)) return THOUSANDTHS.capital;
  return /[0-9+−=$]/.test(character) ? THOUSANDTHS.digit : THOUSANDTHS.small;
}

/** About how wide a text is, in pixels; rather too wide than too narrow. */
export function widthOf(text: string, size: number, bold = false): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return (width / 1000) * size * (bold ? 1.14 : 1.09);
}

/** The text, or as much of it as fits with an ellipsis. */
export function cut(text: string, width: number, size: number, bold = false): string {
  if (widthOf(text, size, bold) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && widthOf(`${characters.join("")}…`, size, bold) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

const KANJI = "\u4E00-\u9FFF々";
const HIRAGANA = "\u3040-\u309F";
const KATAKANA = "\u30A0-\u30FF";
const CLOSERS = "、。）」』％：；＝～";
const SPACE = " \\t\\n\u3000";
const LATIN = `[^${SPACE}（「『${CLOSERS}${KANJI}${HIRAGANA}${KATAKANA}]+`;
const ENDING = `[${HIRAGANA}]*[${CLOSERS}]*[${SPACE}]*`;
/** A word: Latin with the Japanese unit behind it, or a run of one script, with its ending and what closes it. */
const PIECE = new RegExp(
  `[（「『]*(?:${LATIN}[${KANJI}]*|[${KANJI}]+|[${KATAKANA}]+)${ENDING}|[${HIRAGANA}]+[${CLOSERS}]*[${SPACE}]*|[${CLOSERS}]+[${SPACE}]*|.`,
  "gsu",
);

/** Words stay whole; one that is wider than a line is broken anywhere. */
function piecesOf(text: string, width: number, size: number, bold: boolean): readonly string[] {
  // A number and its per-cent sign stay together.
  const kept = text.replace(/(\d) %/g, "$1\u00A0%");
  return (kept.match(PIECE) ?? []).flatMap((piece) =>
    widthOf(piece.trimEnd(), size, bold) > width ? Array.from(piece) : [piece],
  );
}

/** The text on so many lines at most, the last one cut where there is more. */
export function wrap(
  text: string,
  width: number,
  size: number,
  most: number,
  bold = false,
): readonly string[] {
  const lines: string[] = [];
  let open = "";
  for (const piece of piecesOf(text, width, size, bold)) {
    if (open !== "" && widthOf((open + piece).trimEnd(), size, bold) > width) {
      lines.push(open.trimEnd());
      open = "";
    }
    open += piece;
  }
  if (open.trim() !== "") lines.push(open.trimEnd());
  if (lines.length <= most) return lines.map((l) => cut(l, width, size, bold));
  const rest = lines.slice(most - 1).join(" ");
  return [...lines.slice(0, most - 1).map((l) => cut(l, width, size, bold)), cut(rest, width, size, bold)];
}

/** The same number of lines, as even as they go: no last line of a single word. */
export function balanced(
  text: string,
  width: number,
  size: number,
  most: number,
  bold = false,
): readonly string[] {
  const lines = wrap(text, width, size, most, bold);
  if (lines.length < 2) return lines;
  let best = lines;
  for (let narrower = width - size; narrower > width / 2; narrower -= size) {
    const tried = wrap(text, narrower, size, most + 1, bold);
    if (tried.length > lines.length || tried.some((l) => l.endsWith("…"))) break;
    best = tried;
  }
  return best;
}
