/** Excel allows so many characters, and none of these. */
const LONGEST = 31;
const FORBIDDEN = /[:\\/?*[\]]/g;
/** Excel keeps this name for itself. */
const RESERVED = "history";

/** A name for a sheet that no sheet has yet, from a title: cut between words, numbered where it is taken. */
export function sheetName(title: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  const clean = title
    .normalize("NFC")
    .replace(FORBIDDEN, " ")
    .replace(/\s+/g, " ")
    .replace(/^'|'$/g, "")
    .trim();
  const wanted = clean === "" || clean.toLowerCase() === RESERVED ? "DigiTrade" : clean;
  for (let n = 1; ; n++) {
    const number = n === 1 ? "" : ` (${n})`;
    const name = `${cut(wanted, LONGEST - number.length)}${number}`;
    if (!lower.has(name.toLowerCase())) return name;
  }
}

/** Latin words stay whole. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const part = text.slice(0, most - 1);
  const isWithin = /[\p{Script=Latin}\d]$/u.test(part) && /^[\p{Script=Latin}\d]/u.test(text.slice(most - 1));
  const words = isWithin ? part.replace(/\s\S*$/, "") : part;
  return `${words.replace(/[\s'\ud800-\udbff]+$/, "")}…`;
}
