/** Rewrites what is generated from the function files: `npx tsx scripts/write-functions.ts`. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { declaredFunctions } from "./function-files";
import { functionChunk, functionIndex, functionMetadata, laterIds } from "./function-index";
import { functionFaults } from "./function-rules";

const folder = join(import.meta.dirname, "../src/functions");
const functions = await declaredFunctions(folder);
const faults = functions.flatMap((f) => functionFaults(f));
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exitCode = 1;
} else {
  await writeFile(join(folder, "index.ts"), functionIndex(functions));
  await writeFile(join(folder, "metadata.json"), functionMetadata(functions));
  const chunks = join(folder, "chunks");
  await mkdir(chunks, { recursive: true });
  const first = functions.filter((f) => !f.later);
  const later = functions.filter((f) => f.later);
  await writeFile(join(chunks, "first.ts"), functionChunk(first, "FIRST"));
  await writeFile(join(chunks, "later.ts"), functionChunk(later, "LATER"));
  await writeFile(join(chunks, "later-ids.ts"), laterIds(functions));
  console.log(`${functions.length} functions`);
}
