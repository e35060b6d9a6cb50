/** Writes a file and is killed at the moment at which it would be put in its place: `kill-before-rename.ts FILE TEXT`. */
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const [file = "", text = ""] = process.argv.slice(2);

fs.rename = () => {
  process.kill(process.pid, "SIGKILL");
  return new Promise(() => undefined);
};
syncBuiltinESMExports();

const { writeWhole } = await import("../../src/cli/file-write");
await writeWhole(file, new TextEncoder().encode(text), file);
