import { readFile } from "node:fs/promises";
import { asProblem, Problem } from "../domain/problem";
import { isSigned, signedProblem } from "../xlsx/digital-signature";
import { openPackage } from "../xlsx/package";
import type { Io } from "./command";
import { writeWhole } from "./file-write";
import type { TargetOf } from "./file-target";
import { progress } from "./progress";

/** What was made of one file. */
export interface Made {
  /** Undefined where the file is only looked at. */
  readonly bytes?: Uint8Array;
  readonly isChanged?: boolean;
  /** For `--json`. */
  readonly json: object;
  /** For people, without the file's name. */
  readonly lines: () => readonly string[];
  /** Whether everything in it could be done. */
  readonly isWhole: boolean;
}

const INCOMPLETE = 3;

/**
 * Works on files one after the other; one that cannot be read or written, or that is signed and would change, is told and does
 * not keep the others. The exit code is 0 where all is well, 3 where something could not be done.
 */
export async function workOn(
  files: readonly string[],
  io: Io,
  { json = false, target }: { readonly json?: boolean | undefined; readonly target: TargetOf },
  work: (bytes: Uint8Array, file: string) => Promise<Made>,
): Promise<number> {
  const bar = progress(io, files.length > 1 ? files.length : 0);
  let isWhole = true;
  for (const file of files) {
    try {
      const given = await bytesOf(file);
      const made = await work(given, file);
      const out = target(file);
      const isWritten = made.bytes !== undefined && out !== undefined;
      if (isWritten && made.isChanged !== false && isSigned(openPackage(given))) throw signedProblem();
      // A file that stays as it is, where it is, is not touched.
      if (isWritten && (made.isChanged !== false || out !== file)) await writeWhole(out, made.bytes, file);
      isWhole &&= made.isWhole;
      tell(
        json
          ? [JSON.stringify({ file, ...(isWritten && { written: out }), ...made.json })]
          : named(file, made, out),
      );
    } catch (thrown) {
      isWhole = false;
      const { message } = asProblem(thrown);
      if (json) tell([JSON.stringify({ file, problem: message })]);
      else bar.tell(`${file}: ${message}\n`);
    }
    bar.step(file);
  }
  bar.end();
  return isWhole ? 0 : INCOMPLETE;

  function tell(lines: readonly string[]): void {
    io.out(lines.map((line) => `${line}\n`).join(""));
  }
}

function named(file: string, { bytes, isChanged, lines }: Made, out: string | undefined): readonly string[] {
  const [first = "", ...rest] = lines();
  const written =
    bytes === undefined
      ? ""
      : out === undefined
        ? "; nothing was written"
        : isChanged === false && out === file
          ? "; left as it is"
          : out === file
            ? ""
            : `; written to ${out}`;
  return [`${file}: ${first}${written}`, ...rest.map((line) => `  ${line}`)];
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Problem("bad-input", `It cannot be read (${why}); check its name.`, { cause: thrown });
  }
}
