import { refused } from "./refusal";

/** What a file may hold, so that one made to fill the memory is refused before it does. */
export interface Limits {
  readonly parts: number;
  /** Bytes of one part, unpacked. */
  readonly part: number;
  /** Bytes of all parts, unpacked. */
  readonly all: number;
  /** Unpacked bytes for each packed one; what is below {@link Limits.alwaysUnpacked} may be packed as tightly as it likes. */
  readonly ratio: number;
  readonly alwaysUnpacked: number;
}

/** A million cells with formulas take about 100 MB; sheets of equal rows pack to about a hundredth. */
export const LIMITS: Limits = {
  parts: 10_000,
  part: 200_000_000,
  all: 400_000_000,
  ratio: 300,
  alwaysUnpacked: 4_000_000,
};

/** Characters of a formula: Excel takes 8192, and the stored form of functions is longer than the typed one. */
export const LONGEST_FORMULA = 20_000;

/** What all sheets of a workbook may hold together. */
const MOST = {
  /** With something in them: about half a gigabyte of memory. */
  cells: 4_000_000,
  /** Whether there is anything in them or not: all that each showed is kept beside its formula. */
  "cells filled by arrays": 4_000_000,
  /** Of all formulas that are stored once and hold for many cells, written out. */
  "characters of formulas": 50_000_000,
};

/** Counts what is read of a workbook. */
export interface Budget {
  /** A Problem ("unreadable") where there is more than DigiTrade reads. */
  readonly spend: (what: keyof typeof MOST, howMuch: number) => void;
}

export function readingBudget(): Budget {
  const left = { ...MOST };
  return {
    spend: (what, howMuch) => {
      left[what] -= howMuch;
      if (left[what] < 0)
        throw refused(`it holds more than ${MOST[what]} ${what}; divide it into smaller workbooks`);
    },
  };
}
