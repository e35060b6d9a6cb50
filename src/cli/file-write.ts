import { open, realpath, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Problem } from "../domain/problem";

/**
 * Writes a file beside the place where it belongs, then puts it there in one step: whoever breaks off in the middle leaves what
 * was there. It keeps the permissions of what it replaces, or of `like`; a file that is like none has the usual ones.
 */
export async function writeWhole(name: string, bytes: Uint8Array, like?: string): Promise<void> {
  // A link stays one; what it leads to is replaced.
  const file = await realpath(name).catch(() => name);
  const beside = path.join(
    path.dirname(file),
    `.${path.basename(file)}.${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`,
  );
  try {
    const found = await stat(file).catch(() => (like === undefined ? undefined : stat(like)));
    const handle = await open(beside, "wx", found ? found.mode & 0o777 : 0o666);
    try {
      // The creation mask takes permissions away that the file had.
      if (found) await handle.chmod(found.mode & 0o777);
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (thrown) {
    await rm(beside, { force: true }).catch(() => undefined);
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Problem(
      "unreachable",
      `${file} cannot be written (${why}); close it where it is open, and check that its folder may be written to.`,
      { cause: thrown },
    );
  }
}
