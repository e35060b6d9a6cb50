import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { UsageError } from "./command";

/** Where a command is told to write what it makes of files. */
export interface TargetAsked {
  readonly output?: string | undefined;
  readonly "in-place"?: boolean | undefined;
  readonly "dry-run"?: boolean | undefined;
}

/** The options of commands that write files, for `parseArgs`. */
export const TARGET_OPTIONS = {
  output: { type: "string", short: "o" },
  "in-place": { type: "boolean" },
  "dry-run": { type: "boolean" },
} as const;

/** Where each file goes; undefined where nothing is written. */
export type TargetOf = (file: string) => string | undefined;

/** Decides where files go, once for all of them; a file is replaced only where that was asked for. */
export async function targetOf(asked: TargetAsked, files: readonly string[]): Promise<TargetOf> {
  const { output, "in-place": inPlace, "dry-run": dryRun } = asked;
  if ([output !== undefined, inPlace, dryRun].filter(Boolean).length !== 1)
    throw new UsageError(
      "Say where to write: -o OUT (a file, or a folder for several), --in-place (replaces each file), or --dry-run (writes nothing).",
    );
  if (dryRun) return () => undefined;
  if (output === undefined) return (file) => file;
  const isFolder = /[/\\]$/.test(output) || (await kindOf(output)) === "folder";
  if (!isFolder && files.length > 1)
    throw new UsageError(
      `-o ${output} is one file, and there are ${files.length}; name a folder: -o ${output}/`,
    );
  if (isFolder) await mkdir(output, { recursive: true });
  const place = (file: string): string => (isFolder ? path.join(output, path.basename(file)) : output);
  const places = files.map((file) => path.resolve(place(file)));
  const twice = places.find((one, i) => places.indexOf(one) < i);
  if (twice !== undefined)
    throw new UsageError(`Two files would both be written as ${twice}; refresh them one by one.`);
  const over = files.find((file) => path.resolve(file) === path.resolve(place(file)));
  if (over !== undefined)
    throw new UsageError(`-o would replace ${over} itself; say --in-place if you mean that.`);
  return place;
}

const kindOf = (name: string): Promise<"folder" | "file" | undefined> =>
  stat(name).then(
    (found) => (found.isDirectory() ? "folder" : "file"),
    () => undefined,
  );
