/** The positions at which functions take arguments, and what is put there. */
import metadata from "../../src/functions/metadata.json";
import { NAMES, type FunctionName } from "../functions/ask";

export const parameterNames = (name: FunctionName): readonly string[] =>
  metadata.functions.find((f) => f.id === name)?.parameters.map((p) => p.name) ?? [];
/** Every function with every position of an argument. */
export const POSITIONS = NAMES.flatMap((name) => parameterNames(name).map((what, i) => ({ name, what, i })));
/** WHY looks at where its argument stands, not at what it holds; CONVERT keeps an error in its own cell. */
export const READING = POSITIONS.filter(
  ({ name, what }) => name !== "WHY" && !(name === "CONVERT" && ["amounts", "periods"].includes(what)),
);

/** A range of so many rows and columns that holds one value. */
export const large = (rows: number, columns: number, value: unknown): readonly (readonly unknown[])[] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));
