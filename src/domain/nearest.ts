/** Levenshtein distance: single-character insertions, deletions and substitutions. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const LONGEST_COMPARED = 60;

/** The words most like what was typed, best first; for "did you mean" sentences. */
export function nearest(typed: string, words: readonly string[], count: number): readonly string[] {
  const text = typed.toUpperCase().slice(0, LONGEST_COMPARED);
  return words
    .map((word) => ({ word, cost: distance(text, word.toUpperCase().slice(0, LONGEST_COMPARED)) }))
    .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1))
    .slice(0, count)
    .map(({ word }) => word);
}
