/** Rewrites what is generated from the function files: `npx tsx scripts/write-functions.ts`. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { declaredFunctions } from "./function-files";
import { functionIndex, functionMetadata } from "./function-index";
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
  console.log(`${functions.length} functions`);
}
