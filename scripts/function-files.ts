import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

/** One custom function as its file declares it. */
export interface DeclaredFunction {
  readonly file: string;
  /** Name of the exported function. */
  readonly exportName: string;
  readonly metadata: GeneratedFunction;
  readonly examples: readonly Example[];
}

export interface GeneratedFunction {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly options?: Readonly<Record<string, boolean>>;
  readonly parameters: readonly GeneratedParameter[];
  readonly result: { readonly dimensionality?: string };
}

export interface GeneratedParameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}

/** A formula and the answer that it must give: cells by comma, rows by semicolon. */
export interface Example {
  readonly formula: string;
  readonly answer: string;
}

/** Every custom function of a folder, one file each, in the order of their names. */
export async function declaredFunctions(
  folder: string,
  source: (path: string) => Promise<string>,
): Promise<readonly DeclaredFunction[]> {
  const files = (await readdir(folder)).filter((f) => f.endsWith(".ts") && f !== "index.ts").sort();
  const found: DeclaredFunction[] = [];
  for (const file of files) {
    const path = join(folder, file);
    const generated = await generateCustomFunctionsMetadata(path, true);
    if (generated.errors.length > 0) throw new Error(`${file}: ${generated.errors.join("; ")}`);
    const { functions } = JSON.parse(generated.metadataJson) as { functions: readonly GeneratedFunction[] };
    const examples = examplesIn(await source(path));
    for (const [i, metadata] of functions.entries()) {
      const exportName = generated.associate[i]?.functionName;
      if (exportName === undefined) throw new Error(`${file}: ${metadata.id} has no function`);
      found.push({ file, exportName, metadata: oneLine(metadata), examples });
    }
    if (functions.length !== 1)
      throw new Error(`${file}: one custom function a file, found ${functions.length}`);
    if (examples.length === 0) throw new Error(`${file}: needs at least one @example`);
  }
  return found;
}

/** Descriptions are wrapped in the source; the wizard shows them as one line. */
function oneLine(metadata: GeneratedFunction): GeneratedFunction {
  return { ...metadata, description: metadata.description.replace(/\s+/g, " ") };
}

function examplesIn(text: string): readonly Example[] {
  return [...text.matchAll(/@example (=.+?) → (.+)$/gm)].map(([, formula = "", answer = ""]) => ({
    formula,
    answer: answer.trim(),
  }));
}
