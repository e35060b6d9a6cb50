import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

/** One custom function as its file declares it. */
export interface DeclaredFunction {
  readonly file: string;
  /** Name of the exported function. */
  readonly exportName: string;
  readonly metadata: GeneratedFunction;
  /** `@chunk later`: not among what every cell waits for, but in a chunk of its own that loads when first called. */
  readonly later: boolean;
  /** What it answers with, in words: the text of @returns. */
  readonly returns: string;
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

/** A formula and the answer that it must give: cells by comma, rows by semicolon (see reference/stated-answer). */
export interface Example {
  readonly formula: string;
  readonly answer: string;
}

const INDEX = "index.ts";
/** The generator answers with an empty text where it found nothing. */
const NO_FUNCTIONS = '{"functions":[]}';

/** Every custom function of a folder, one file each, in the order of the files' names. */
export async function declaredFunctions(folder: string): Promise<readonly DeclaredFunction[]> {
  const files = (await readdir(folder)).filter((f) => f.endsWith(".ts") && f !== INDEX).sort();
  return Promise.all(files.map((file) => declaredFunction(folder, file)));
}

/** The one custom function of a file; a file that declares none, several, or one without words is refused. */
export async function declaredFunction(folder: string, file: string): Promise<DeclaredFunction> {
  const path = join(folder, file);
  const text = await readFile(path, "utf8");
  const generated = await generateCustomFunctionsMetadata(path, true);
  if (generated.errors.length > 0) throw new Error(`${file}: ${generated.errors.join("; ")}`);
  const { functions } = JSON.parse(generated.metadataJson || NO_FUNCTIONS) as {
    functions: readonly GeneratedFunction[];
  };
  const [metadata] = functions;
  // The generator skips arrow functions without a word, so "none" may mean "not a function declaration".
  if (!metadata || functions.length > 1)
    throw new Error(
      `${file}: one exported function with @customfunction a file; found ${functions.length}. Arrow functions do not count.`,
    );
  const exportName = generated.associate[0]?.functionName;
  if (exportName === undefined) throw new Error(`${file}: ${metadata.id} has no function`);
  return {
    file,
    exportName,
    metadata: inOneLine(metadata),
    later: /^ \* @chunk later$/m.test(text),
    returns: returnsIn(text),
    examples: examplesIn(text, file),
  };
}

/** Descriptions are wrapped in the source; the wizard shows them as one line. */
function inOneLine(metadata: GeneratedFunction): GeneratedFunction {
  const line = (text: string): string => text.replace(/\s+/g, " ").trim();
  return {
    ...metadata,
    description: line(metadata.description),
    parameters: metadata.parameters.map((p) => ({ ...p, description: line(p.description) })),
  };
}

function returnsIn(text: string): string {
  return /^ \* @returns (.+)$/m.exec(text)?.[1]?.trim() ?? "";
}

/** Lines such as `@example =DIGITRADE.FXRATE("USD","JPY",2023) → 140.588`; one that is written otherwise is refused. */
function examplesIn(text: string, file: string): readonly Example[] {
  return [...text.matchAll(/^ \* @example (.*)$/gm)].map(([, line = ""]) => {
    const parts = /^(=.+?) → (.+)$/.exec(line.trim());
    if (!parts) throw new Error(`${file}: write "@example =FORMULA → answer" on one line, not "${line}"`);
    return { formula: parts[1] ?? "", answer: (parts[2] ?? "").trim() };
  });
}
