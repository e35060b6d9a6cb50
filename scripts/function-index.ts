import type { DeclaredFunction, Example, GeneratedFunction } from "./function-files";

/** The generated metadata of all functions: English, with `{{origin}}` where a build puts its address. */
export interface BaseMetadata {
  readonly functions: readonly BaseFunction[];
}

export interface BaseFunction extends GeneratedFunction {
  readonly returns: string;
  readonly examples: readonly Example[];
}

/** The text of src/functions/index.ts: every function by its id. */
export function functionIndex(functions: readonly DeclaredFunction[]): string {
  const moduleOf = (f: DeclaredFunction): string => f.file.replace(/\.ts$/, "");
  return [
    "// Written by scripts/write-functions.ts from the files of this folder.",
    ...functions.map((f) => `import { ${f.exportName} } from "./${moduleOf(f)}";`),
    "",
    "/** Every custom function by its id. */",
    "export const FUNCTIONS = {",
    ...functions.map((f) => `  ${f.metadata.id}: ${f.exportName},`),
    "} as const;",
    "",
  ].join("\n");
}

/** The text of src/functions/chunks/<name>.ts: the functions that are loaded together. */
export function functionChunk(functions: readonly DeclaredFunction[], constant: string): string {
  const moduleOf = (f: DeclaredFunction): string => f.file.replace(/\.ts$/, "");
  return [
    "// Written by scripts/write-functions.ts from the @chunk tags of the function files.",
    ...functions.map((f) => `import { ${f.exportName} } from "../${moduleOf(f)}";`),
    "",
    `export const ${constant} = {`,
    ...functions.map((f) => `  ${f.metadata.id}: ${f.exportName},`),
    "} as const;",
    "",
  ].join("\n");
}

/** The text of src/functions/chunks/later-ids.ts: what must be known of the later functions before they are loaded. */
export function laterIds(functions: readonly DeclaredFunction[]): string {
  return [
    "// Written by scripts/write-functions.ts from the @chunk tags of the function files.",
    "/** Functions that load when first called. */",
    "export const LATER_IDS = [",
    ...functions.filter((f) => f.later).map((f) => `  "${f.metadata.id}",`),
    "] as const;",
    "",
  ].join("\n");
}

/** The text of src/functions/metadata.json: what every host and the reference start from, in the order of names. */
export function functionMetadata(functions: readonly DeclaredFunction[]): string {
  const base: BaseMetadata = {
    functions: functions.map((f) => ({ ...f.metadata, returns: f.returns, examples: f.examples })),
  };
  return `${JSON.stringify(base, null, 2)}\n`;
}
