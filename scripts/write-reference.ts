/** Rewrites docs/functions.md and docs/help/functions.html: `npx tsx scripts/write-reference.ts`. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import metadata from "../src/functions/metadata.json";
import { referenceFiles } from "./reference/files";

const docs = join(import.meta.dirname, "../docs");
for (const [name, text] of await referenceFiles(metadata)) await writeFile(join(docs, name), text);
