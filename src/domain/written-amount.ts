import type { Currency } from "./currency";
import { badInput } from "./problem";

/** An amount as a text states it, in English or Japanese. */
export interface WrittenAmount {
  /** As it stands in the text, and where. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly currency: Currency;
  /** In whole currency units; of a range, its middle. */
  readonly value: number;
  /** What rounding to the last written place leaves open; of a range, from its lower to its upper end. */
  readonly low: number;
  readonly high: number;
  /** Written with "about", "nearly", 約 or the like. */
  readonly about: boolean;
}

/** One amount in two currencies, such as "5.35 trillion yen ($33.7 billion)". */
export interface WrittenPair {
  readonly first: WrittenAmount;
  readonly second: WrittenAmount;
}

/** Nobody pastes more than a page; patterns need not be tried on a book. */
export const LONGEST_TEXT = 20_000;

const CURRENCY_WORDS: readonly (readonly [Currency, before: string, after: string])[] = [
  ["USD", "US\\$|USD|\\$", "US dollars?|U\\.S\\. dollars?|American dollars?|dollars?|USD|米ドル|ドル|弗"],
  ["JPY", "JP¥|JPY|¥", "Japanese yen|yen|JPY|日本円|円"],
  ["EUR", "EUR|€", "euros?|EUR|ユーロ"],
  ["GBP", "GBP|£", "pounds? sterling|British pounds?|pounds?|GBP|英ポンド|ポンド"],
  ["AUD", "AU\\$|A\\$|AUD", "Australian dollars?|AUD|豪ドル|オーストラリアドル"],
  ["NZD", "NZ\\$|NZD", "New Zealand dollars?|NZD|NZドル|ニュージーランドドル"],
  ["CAD", "CA\\$|C\\$|CAD", "Canadian dollars?|CAD|加ドル|カナダドル"],
  ["CHF", "CHF", "Swiss francs?|CHF|スイスフラン"],
  ["SGD", "S\\$|SGD", "Singapore dollars?|SGD|シンガポールドル"],
  ["HKD", "HK\\$|HKD", "Hong Kong dollars?|HKD|香港ドル"],
  ["CNY", "CN¥|RMB|CNY", "Chinese yuan|yuan|renminbi|RMB|CNY|人民元|元"],
  ["THB", "THB|฿", "Thai baht|baht|THB|タイバーツ|バーツ"],
  ["INR", "INR|₹", "Indian rupees?|rupees?|INR|インドルピー|ルピー"],
  ["KRW", "KRW|₩", "South Korean won|Korean won|won|KRW|韓国ウォン|ウォン"],
];

/** Power of ten of a word of size; the longer words first, so that "million" is not read as "m". */
const SIZES: readonly (readonly [pattern: string, power: number])[] = [
  ["trillion|trn|tn|兆", 12],
  ["billion|bln|bn|十億", 9],
  ["億", 8],
  ["million|mln|mn|百万", 6],
  ["万", 4],
  ["thousand|千", 3],
  ["t", 12],
  ["b", 9],
  ["m", 6],
  ["k", 3],
];
const JAPANESE_SIZES = { 兆: 12, 億: 8, 万: 4 } as const;

const longestFirst = (words: readonly string[]): string =>
  words
    .flatMap((word) => word.split(/(?<!\\)\|/))
    .sort((a, b) => b.length - a.length)
    .join("|");

const BEFORE = longestFirst(CURRENCY_WORDS.map(([, before]) => before));
const AFTER = longestFirst(CURRENCY_WORDS.map(([, , after]) => after));
const SIZE = longestFirst(SIZES.map(([pattern]) => pattern));
const DIGITS = "\\d{1,3}(?:,\\d{3}){1,6}(?:\\.\\d{1,12})?|\\d{1,16}(?:\\.\\d{1,12})?";
const MINUS = "[-−–▲△]";
/** 5兆3500億, 3億5千万: at least two groups, each smaller than the one before. */
const MIXED = "(?:\\d[\\d,.]{0,15}千?[兆億万]){1,3}(?:\\d[\\d,]{0,6})?";
const ONE = `(?:${MIXED}|(?:${DIGITS})(?:[ -]?(?:${SIZE})(?![a-z]))?)`;
const TO = "(?: ?(?:to|and|-|–|—|~|〜|から) ?)";

const AMOUNT = new RegExp(
  `(?<![\\w.,])(?<minus>${MINUS} ?)?(?<before>${BEFORE})? ?(?<minus2>${MINUS} ?)?(?<one>${ONE})` +
    `(?:${TO}(?:${BEFORE})?(?<other>${ONE}))?(?: ?-? ?(?<after>${AFTER})(?![a-z]))?`,
  "dgiu",
);
const ABOUT =
  /(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|over|more than|less than|up to|an estimated|~|約|およそ|おおよそ|ほぼ|概ね)\s{0,2}$/iu;
/** What may stand between two statements of one amount. */
const BETWEEN =
  /^[\s,、]{0,3}(?:[([{]|\bor\b|\bequal to\b|\bequivalent to\b|\bworth\b|=|≈|\/|、)?[\s,]{0,2}(?:\bor\b|=|≈)?\s?(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|over|more than|約|およそ|ほぼ)?\s?$/iu;

/**
 * Every amount with a currency in a text, in order: `5.35 trillion yen`, `¥5.35tn`, `5兆3500億円`, `▲5,345 billion yen`,
 * `337億ドル`, `$33 to 34 billion`, in any width of letters. A bare number is none.
 */
export function writtenAmounts(raw: string): readonly WrittenAmount[] {
  if (raw.length > LONGEST_TEXT)
    throw badInput(
      `This text has ${raw.length} letters; paste the sentence with the amounts (${LONGEST_TEXT} at most).`,
    );
  const text = sameLengthNormal(raw);
  return [...text.matchAll(AMOUNT)].flatMap((match) => amountsOf(match, raw, text));
}

/** The pairs among the amounts of a text: two neighbours in different currencies, the second in brackets or after "or". */
export function writtenPairs(raw: string): readonly WrittenPair[] {
  const amounts = writtenAmounts(raw);
  const text = sameLengthNormal(raw);
  const pairs: WrittenPair[] = [];
  for (let i = 0; i + 1 < amounts.length; i++) {
    const [first, second] = [amounts[i], amounts[i + 1]];
    if (!first || !second || first.currency === second.currency) continue;
    if (!BETWEEN.test(text.slice(first.end, second.start))) continue;
    pairs.push({ first, second });
    i++;
  }
  return pairs;
}

/** Two numbers that lie further apart are the ends of a change ("from 2.5 to 5.35 trillion yen"), not of a range. */
const WIDEST_RANGE = 1.5;

function amountsOf(match: RegExpMatchArray, raw: string, text: string): readonly WrittenAmount[] {
  const { minus, minus2, before, one = "", other, after } = match.groups ?? {};
  const currency = currencyOf(before, after);
  if (!currency) return [];
  const start = (match.index ?? 0) + (/^\s*/u.exec(match[0])?.[0].length ?? 0);
  const end = (match.index ?? 0) + match[0].length;
  const sign = (minus ?? minus2) ? -1 : 1;
  const amount = (from: number, to: number, lower: One, upper: One): WrittenAmount => {
    const ends = [sign * (lower.value - lower.half), sign * (upper.value + upper.half)];
    return {
      text: raw.slice(from, to),
      start: from,
      end: to,
      currency,
      value: sign * tidy((lower.value + upper.value) / 2),
      low: tidy(Math.min(...ends)),
      high: tidy(Math.max(...ends)),
      about: ABOUT.test(text.slice(Math.max(0, from - 20), from)),
    };
  };
  const upper = readOne(other ?? one, undefined);
  if (other === undefined) return [amount(start, end, upper, upper)];
  // In "5.3 to 5.4 trillion" the size stands once, for both.
  const lower = readOne(one, /[^\d.,]/u.test(one) ? undefined : upper.power);
  if (lower.value < upper.value && upper.value / lower.value <= WIDEST_RANGE)
    return [amount(start, end, lower, upper)];
  const [, lowerEnd] = match.indices?.groups?.one ?? [start, start];
  const [upperStart] = match.indices?.groups?.other ?? [start];
  // "since 2015 to 5.35 trillion yen": a number that is larger with the size is of another kind.
  const isChange = lower.value < upper.value;
  return [
    ...(isChange ? [amount(start, lowerEnd, lower, lower)] : []),
    amount(upperStart, end, upper, upper),
  ];
}

function currencyOf(before: string | undefined, after: string | undefined): Currency | undefined {
  const is = (pattern: string, word: string): boolean => new RegExp(`^(?:${pattern})$`, "iu").test(word);
  // "$33.7 billion Canadian dollars": the word after says more than the sign before.
  if (after !== undefined) return CURRENCY_WORDS.find(([, , words]) => is(words, after))?.[0];
  if (before !== undefined) return CURRENCY_WORDS.find(([, words]) => is(words, before))?.[0];
  return undefined;
}

interface One {
  readonly value: number;
  /** Half the last written place. */
  readonly half: number;
  readonly power: number;
}

function readOne(written: string, impliedPower: number | undefined): One {
  if (/[兆億万]\d/u.test(written) || /\d千[兆億万]/u.test(written)) return readMixed(written);
  const [, digits = "0", size = ""] = /^([\d.,]+)[ -]?(.*)$/u.exec(written) ?? [];
  const power = impliedPower ?? powerOf(size);
  const plain = digits.replaceAll(",", "");
  const decimals = plain.split(".")[1]?.length ?? 0;
  return { value: scaled(plain, power), half: 0.5 * 10 ** (power - decimals), power };
}

/**
 * Groups add up. Zeros that fill the last group are no statement: 5兆3500億 is how 5.35兆 is written, to 0.01兆.
 */
function readMixed(written: string): One {
  let value = 0;
  let half = 0.5;
  let power = 0;
  for (const [, digits = "0", thousand, size] of written.matchAll(/([\d.,]+)(千)?([兆億万])?/gu)) {
    const plain = digits.replaceAll(",", "");
    power =
      (size === undefined ? 0 : JAPANESE_SIZES[size as keyof typeof JAPANESE_SIZES]) + (thousand ? 3 : 0);
    value += scaled(plain, power);
    const filled = plain.includes(".")
      ? -(plain.split(".")[1]?.length ?? 0)
      : (/0*$/.exec(plain)?.[0].length ?? 0);
    half = 0.5 * 10 ** (power + filled);
  }
  return { value: tidy(value), half, power };
}

function powerOf(size: string): number {
  const word = size.toLowerCase();
  return SIZES.find(([pattern]) => new RegExp(`^(?:${pattern})$`, "u").test(word))?.[1] ?? 0;
}

/** Shifts the decimal point, as a person would: 5.35 trillion is exactly 5,350,000,000,000. */
const scaled = (digits: string, power: number): number => Number(`${digits}e${power}`);
const tidy = (x: number): number => Number(x.toPrecision(14));

/** Full-width letters as plain ones, letter by letter, so that places in the text stay the same. */
function sameLengthNormal(raw: string): string {
  return raw.replace(/[^\p{ASCII}]/gu, (letter) => {
    const normal = letter.normalize("NFKC");
    return normal.length === letter.length ? normal : letter;
  });
}
