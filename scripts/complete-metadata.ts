/**
 * Writes the metadata files that Excel reads, for two kinds of Excel and two languages:
 * `npx tsx scripts/complete-metadata.ts --origin https://… --out DIR`.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import japanese from "../src/functions/ja.json";
import metadata from "../src/functions/metadata.json";
import type { GeneratedFunction, GeneratedParameter } from "./function-files";
import type { BaseFunction, BaseMetadata } from "./function-index";

/** `current`: Excel with data types (CustomFunctionsRuntime 1.4). `ltsc`: perpetual Excel 2021 and 2024. */
export type Variant = "current" | "ltsc";
export type MetadataLocale = "en-US" | "ja-JP";

export interface Completion {
  /** Where the add-in is served, without a slash at the end. */
  readonly origin: string;
  readonly variant: Variant;
  readonly locale: MetadataLocale;
}

/** What Excel reads: one of the two flags, never both (together they crash Excel 2021). */
export type CompleteMetadata = (
  { readonly allowCustomDataForDataTypeAny: true } | { readonly allowErrorForDataTypeAny: true }
) & { readonly functions: readonly GeneratedFunction[] };

/** Words of one function in another language than English. */
export interface FunctionWords {
  readonly description: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly returns: string;
}

/** The words in Japanese by function id. */
export const JAPANESE: Readonly<Record<string, FunctionWords>> = japanese;

/** The metadata as one Excel in one language reads it: origin filled in, no examples, flags of the variant. */
export function completeMetadata(
  base: BaseMetadata,
  { origin, variant, locale }: Completion,
): CompleteMetadata {
  const functions = base.functions.map((f) => completed(locale === "ja-JP" ? translated(f) : f, origin));
  switch (variant) {
    case "current":
      return { allowCustomDataForDataTypeAny: true, functions };
    case "ltsc":
      return { allowErrorForDataTypeAny: true, functions };
  }
}

function completed(f: BaseFunction, origin: string): GeneratedFunction {
  const { examples: _examples, returns: _returns, helpUrl = "", ...rest } = f;
  return { ...rest, helpUrl: helpUrl.replace("{{origin}}", origin) };
}

/** Words only: ids, names, order and options are the same in every language. The help opens at its Japanese part. */
function translated(f: BaseFunction): BaseFunction {
  const words = JAPANESE[f.id];
  if (!words) throw new Error(`${f.id} has no Japanese words; add it to src/functions/ja.json.`);
  const parameters = f.parameters.map((p): GeneratedParameter => {
    const description = words.parameters[p.name];
    if (description === undefined) throw new Error(`${f.id}: ${p.name} has no Japanese words.`);
    return { ...p, description };
  });
  return { ...f, description: words.description, helpUrl: `${f.helpUrl ?? ""}-ja`, parameters };
}

/** `functions.json` is what the main manifest names in English; the others add variant and language. */
export const METADATA_FILES = {
  "functions.json": { variant: "current", locale: "en-US" },
  "functions.ja-JP.json": { variant: "current", locale: "ja-JP" },
  "functions-ltsc.json": { variant: "ltsc", locale: "en-US" },
  "functions-ltsc.ja-JP.json": { variant: "ltsc", locale: "ja-JP" },
} as const satisfies Record<string, Omit<Completion, "origin">>;

/** The texts of all metadata files by name. Excel wants https; http is for a machine's own address. */
export function metadataFiles(base: BaseMetadata, origin: string): ReadonlyMap<string, string> {
  const address = readOrigin(origin);
  return new Map(
    Object.entries(METADATA_FILES).map(([name, kind]) => [
      name,
      `${JSON.stringify(completeMetadata(base, { origin: address, ...kind }), null, 2)}\n`,
    ]),
  );
}

function readOrigin(text: string): string {
  if (!URL.canParse(text)) throw new Error(`"${text}" is not an address; write --origin https://example.org`);
  const { protocol, hostname, search, hash, href } = new URL(text);
  const ownMachine = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && ownMachine))
    throw new Error(`The origin must begin with https://; ${text} does not.`);
  if (search !== "" || hash !== "") throw new Error(`The origin takes no ? or #; ${text} has one.`);
  return href.replace(/\/+$/, "");
}

/** Runs the command line: the files into the folder. */
export async function writeMetadata(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { origin: { type: "string" }, out: { type: "string" } },
  });
  const { origin, out } = values;
  if (origin === undefined || out === undefined)
    throw new Error("usage: npx tsx scripts/complete-metadata.ts --origin https://… --out DIR");
  const files = metadataFiles(metadata, origin);
  await mkdir(out, { recursive: true });
  for (const [name, text] of files) await writeFile(join(out, name), text);
}

if (process.argv[1]?.endsWith("complete-metadata.ts"))
  writeMetadata(process.argv.slice(2)).catch((thrown: unknown) => {
    console.error(thrown instanceof Error ? thrown.message : thrown);
    process.exitCode = 2;
  });
