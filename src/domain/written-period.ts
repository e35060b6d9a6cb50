import { period, type Period } from "./period";

/** Two-digit and bare four-digit numbers beside a size or a currency are amounts, not years. */
const NOT_AN_AMOUNT =
  "(?![\\d,.]*\\s?(?:trillion|billion|million|tn|bn|mn|yen|dollars?|兆|億|万|円|ドル|%|人))";

const FORMS: readonly (readonly [pattern: string, make: (year: string, part: string) => string])[] = [
  ["(?:FY|fiscal(?: year)?) ?(?<y>\\d{4})", (y) => `FY${y}`],
  ["(?<y>\\d{4})年度", (y) => `FY${y}`],
  ["first half of (?<y>\\d{4})|(?<y2>\\d{4})年(?:上半期|1[-~〜]6月)", (y) => `${y}-H1`],
  ["second half of (?<y>\\d{4})|(?<y2>\\d{4})年(?:下半期|7[-~〜]12月)", (y) => `${y}-H2`],
  ["(?<y>(?:19|20)\\d{2})-?Q(?<p>[1-4])", (y, p) => `${y}-Q${p}`],
  [
    `(?<![\\d.,$¥€£])(?<y>(?:19|20)\\d{2})(?!\\d|[.,]\\d|年度|年(?:[上下]半期|\\d)|-?Q\\d)${NOT_AN_AMOUNT}`,
    (y) => y,
  ],
];

/** The years, fiscal years, halves and quarters that a text mentions, in order, each once: `2023`, `FY2023`, `2025-H1`. */
export function periodsIn(raw: string): readonly Period[] {
  const text = raw.normalize("NFKC");
  const taken: (readonly [from: number, to: number])[] = [];
  const found: (readonly [at: number, Period])[] = [];
  for (const [pattern, make] of FORMS)
    for (const match of text.matchAll(new RegExp(pattern, "giu"))) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (taken.some(([a, b]) => from < b && to > a)) continue;
      taken.push([from, to]);
      const { y, y2, p = "" } = match.groups ?? {};
      found.push([from, period(make(y ?? y2 ?? "", p))]);
    }
  return [...new Set(found.sort(([a], [b]) => a - b).map(([, p]) => p))];
}
