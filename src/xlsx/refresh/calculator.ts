import type { Area } from "../../file/address";
import type { CellValue, StoredFormula } from "../cells";

/** A formula to be worked out. */
export interface Work {
  /** The place of its sheet among the book's; rows and columns count from 0. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  /** With `=`; nothing but functions, constants and cells. */
  readonly text: string;
  readonly kind: StoredFormula["kind"];
  readonly extent: Area;
  readonly saved: readonly (readonly CellValue[])[];
  readonly isOurs: boolean;
  /** What it comes to, where that was found without a sheet; it is not worked out again. */
  readonly given?: Answer;
}

export interface Sheet {
  readonly name: string;
  readonly constants: readonly { readonly row: number; readonly column: number; readonly value: CellValue }[];
}

/** What a formula comes to, for each cell that it fills. */
export interface Answer {
  readonly rows: readonly (readonly AnswerCell[])[];
  /** Other contents stand where it would fill cells. */
  readonly isBlocked: boolean;
}

export interface AnswerCell {
  readonly value: CellValue;
  /** A day in the calendar that counts from 1900. */
  readonly isDate: boolean;
  /** What an error means. */
  readonly message?: string;
  /** Why the calculator itself has no answer: a circle of formulas, a spelling that it does not read. */
  readonly failed?: string;
}

/** Formulas of one book, being worked out. */
export interface Calculation {
  /** What a piece of work comes to by now; at first over what our functions answered when the file was saved. */
  readonly answer: (work: Work) => Answer;
  /** Lets our functions answer, and works out again all but the pinned formulas, which keep what was saved. */
  readonly refresh: (pinned: ReadonlySet<Work>) => Promise<void>;
  readonly dispose: () => void;
}

/** Whoever works formulas out: the engine of a spreadsheet that has our functions. */
export interface Calculator {
  /** Before the point in our functions' names. */
  readonly namespace: string;
  /** Whether it has a function; ours with their namespace. */
  readonly knows: (functionName: string) => boolean;
  readonly open: (sheets: readonly Sheet[], works: readonly Work[]) => Calculation;
}

/** A call of ours that needs no sheet: `address` is the cell in whose name it is made; undefined where a sheet must tell after all. */
export type CallAlone = (address: string) => Answer | undefined | Promise<Answer | undefined>;

/** A calculator that is started when it is needed: that takes longer than to answer all that needs no sheet. */
export interface LateCalculator extends Pick<Calculator, "namespace" | "knows"> {
  /** A formula (`=DIGITRADE.VALUE("TIC.JP",2024)`) as a call that needs no sheet; undefined where it needs one. */
  readonly alone: (formula: string) => CallAlone | undefined;
  readonly start: () => Promise<Calculator>;
}
