/** A number as sentences show it: grouped, a real minus sign, as many digits as matter. */
export function figureWords(value: number, maximumFractionDigits?: number): string {
  const digits = maximumFractionDigits ?? fractionDigits(value);
  return value.toLocaleString("en-US", { maximumFractionDigits: digits }).replace("-", "−");
}

/** Whole numbers from a thousand on, else about six significant digits. */
function fractionDigits(value: number): number {
  const size = Math.abs(value);
  if (size >= 100_000 || Number.isInteger(value)) return 0;
  if (size >= 1000) return 2;
  return size >= 100 ? 3 : 4;
}

/** An exchange rate: seven digits that matter, as many as any source publishes. */
export function rateFigure(value: number): string {
  return figureWords(value, Math.min(15, Math.max(0, 6 - Math.floor(Math.log10(value)))));
}

/** "a, b and c". */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/** First letter in capitals, for the start of a sentence. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
