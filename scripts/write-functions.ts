/** Rewrites what is generated from the function files: the index that hosts call from, and the completed metadata. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { declaredFunctions, type DeclaredFunction } from "./function-files";

const folder = join(import.meta.dirname, "../src/functions");

/** Where the index stands, and its text. */
export async function functionIndex(functions: readonly DeclaredFunction[]): Promise<string> {
  const moduleOf = (f: DeclaredFunction): string => f.file.replace(/\.ts$/, "");
  const text = [
    "// Written by scripts/write-functions.ts from the files of this folder.",
    ...functions.map((f) => `import { ${f.exportName} } from "./${moduleOf(f)}";`),
    "",
    "/** Every custom function by its id. */",
    "export const FUNCTIONS = {",
    ...functions.map((f) => `  ${f.metadata.id}: ${f.exportName},`),
    "} as const;",
    "",
  ].join("\n");
  return format(text, { ...(await resolveConfig(join(folder, "index.ts"))), parser: "typescript" });
}

/** The metadata that every host starts from: complete, with placeholders for origin, in the order of names. */
export function functionMetadata(functions: readonly DeclaredFunction[]): string {
  return `${JSON.stringify({ functions: functions.map((f) => ({ ...f.metadata, examples: f.examples })) }, null, 2)}\n`;
}

export async function readFunctions(): Promise<readonly DeclaredFunction[]> {
  return declaredFunctions(folder, (path) => readFile(path, "utf8"));
}

if (process.argv[1]?.endsWith("write-functions.ts")) {
  const functions = await readFunctions();
  await writeFile(join(folder, "index.ts"), await functionIndex(functions));
  await writeFile(join(folder, "metadata.json"), functionMetadata(functions));
  console.log(`${functions.length} functions`);
}
