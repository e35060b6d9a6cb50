/**
 * Writes src/snapshot/<family>/<ID>.json from a folder of tables of published figures:
 * `npx tsx scripts/make-snapshot.ts DIR`. Nothing else needs to run it: the documents are part of the project.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { FAMILIES } from "../src/catalog/entry";
import { crossCountryDocuments } from "./snapshot/cross-country";
import { writeDocument } from "./snapshot/document";
import { japanDocuments } from "./snapshot/japan";
import { progressDocuments } from "./snapshot/progress";
import { ecbDocuments, fredDocument, tokyoDocument } from "./snapshot/rates";
import { treasuryDocuments } from "./snapshot/treasury";
import { writeSnapshotIndexes } from "./snapshot/indexes";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: npx tsx scripts/make-snapshot.ts DIR");
  process.exit(2);
}

const root = join(import.meta.dirname, "../src/snapshot");
const japan = japanDocuments(folder);
const crossCountry = crossCountryDocuments(folder);
const documents = [
  ...japan.documents,
  ...ecbDocuments(folder),
  fredDocument(folder),
  tokyoDocument(folder),
  ...treasuryDocuments(folder),
  ...crossCountry.documents,
  ...progressDocuments(folder),
];

for (const family of FAMILIES) rmSync(join(root, family), { recursive: true, force: true });
for (const document of documents) writeDocument(root, document);
await writeSnapshotIndexes(root);

console.log(`${documents.length} documents written.`);
console.log(["Left out:", ...japan.leftOut, ...crossCountry.leftOut].join("\n  "));
