import { ENTRIES } from "./catalog";
import { searchWords } from "./search-words";
import type { Concept, Definition, Entry, Flow } from "./entry";

interface Indexed {
  readonly entry: Entry;
  /** Id and titles: what a person sees. */
  readonly front: string;
  /** Further words and codes. */
  readonly back: string;
}

const isLatin = (word: string): boolean => /^[\p{Script=Latin}\d]/u.test(word);

function normalise(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** A Latin word counts from its start on ("us" is not in "industrial"), a Japanese one wherever it stands. */
function holds(haystack: string, word: string): boolean {
  return isLatin(word) ? haystack.includes(` ${word}`) : haystack.includes(word);
}

/** Text with every Latin word, and each part of an id or a pair, after a space. */
const spaced = (...texts: readonly string[]): string =>
  ` ${normalise(texts.join(" ")).replace(/[^\p{L}\p{N}&]+/gu, " ")} ${normalise(texts.join(" "))}`;

function indexOf(entry: Entry): Indexed {
  const { id, title, code = "" } = entry;
  const words = searchWords(entry);
  return {
    entry,
    front: spaced(id, title.en, title.ja),
    back: spaced(
      words.en,
      words.ja,
      code,
      code.replace("BPBP6JYN", ""),
      entry.source,
      entry.definition ?? "",
    ),
  };
}

let index: readonly Indexed[] | undefined;

const FLOW_RANK = { NET: 0, CREDIT: 1, DEBIT: 2 } as const satisfies Record<Flow, number>;
const DEFINITION_RANK = { "3item": 0, "5item": 1 } as const satisfies Record<Definition, number>;
const CONCEPTS_FIRST: readonly Concept[] = ["digital", "services item", "headline balance"];

function conceptRank(concept: Concept): number {
  const at = CONCEPTS_FIRST.indexOf(concept);
  return at < 0 ? CONCEPTS_FIRST.length : at;
}

/** Lower is better, compared from left to right. */
function rank({ entry, front }: Indexed, query: string, words: readonly string[]): readonly number[] {
  return [
    normalise(entry.id) === query ? 0 : 1,
    entry.concept === "digital" ? 0 : 1,
    words.filter((word) => !holds(front, word)).length,
    entry.flow ? FLOW_RANK[entry.flow] : 0,
    entry.definition ? DEFINITION_RANK[entry.definition] : 0,
    conceptRank(entry.concept),
  ];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The series that a person means by some words, English or Japanese, best first. Every word must be found; hits in id
 * and title come before hits in further words, balances before receipts and payments, digital baskets first of all.
 */
export function search(text: string, n = 20): readonly Entry[] {
  const query = normalise(text).trim();
  const words = query.split(/[\s,、，・]+/u).filter((word) => word !== "");
  if (words.length === 0) return [];
  index ??= ENTRIES.map(indexOf);
  return index
    .filter(({ front, back }) => words.every((word) => holds(front, word) || holds(back, word)))
    .map((hit) => ({ entry: hit.entry, rank: rank(hit, query, words) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .slice(0, n)
    .map(({ entry }) => entry);
}
