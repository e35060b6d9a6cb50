import type { FunctionName } from "../../functions/ask";

/**
 * Function, arguments, answer, and row and column of the answer in a table (first cell if left out). Answers were worked
 * out from the published tables by another program, which knows the rules and none of this code; the line above each
 * says what was added up or averaged.
 */
export type Case = readonly [FunctionName, readonly unknown[], number, (readonly [number, number])?];
