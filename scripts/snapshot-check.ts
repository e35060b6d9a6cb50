/** Validates every embedded document and prints what it covers: `npx tsx scripts/snapshot-check.ts [--all]`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ENTRIES, findEntry } from "../src/catalog/catalog";
import { FAMILIES, type Family } from "../src/catalog/entry";
import type { Series } from "../src/domain/series";
import { pack } from "../src/snapshot/pack";
import { coverageOf, faultsOf } from "./snapshot/check";

const root = join(import.meta.dirname, "../src/snapshot");
const all = process.argv.includes("--all");
const faults: string[] = [];
const held = new Set<string>();

function documentsOf(family: Family): readonly Series[] {
  const folder = join(root, family);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => {
      const document: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
      const id = name.slice(0, -".json".length);
      const entry = findEntry(id);
      held.add(id);
      const found = !entry
        ? ["not in the catalogue"]
        : entry.family !== family
          ? [`belongs to ${entry.family}`]
          : faultsOf(document, entry);
      faults.push(...found.map((fault) => `${id}: ${fault}`));
      return found.length === 0 ? [document as Series] : [];
    });
}

function line(series: Series): string {
  const { first, last, count, holes, firstHole } = coverageOf(series);
  const hole = holes === 0 ? "" : `  ${holes} missing from ${firstHole ?? ""} on`;
  const span = `${first.padEnd(10)} ${last.padEnd(10)} ${String(count).padStart(5)}`;
  const vintages = series.revisions ? `  ${series.revisions.length} vintages` : "";
  return `  ${series.id.padEnd(28)} ${span}${hole}${vintages}`;
}

const sizeOf = (documents: readonly unknown[]): number =>
  gzipSync(documents.map((d) => JSON.stringify(d)).join(""), { level: 9 }).length;

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

let plainTotal = 0;
let packedTotal = 0;
for (const family of FAMILIES) {
  const documents = documentsOf(family);
  const plain = sizeOf(documents);
  const packed = sizeOf(documents.map(pack));
  plainTotal += plain;
  packedTotal += packed;
  const figures = documents.reduce((n, d) => n + d.observations.length + (d.months?.length ?? 0), 0);
  const lacking = ENTRIES.filter((e) => e.family === family && !e.virtual && !held.has(e.id)).length;
  const gaps = documents.filter((d) => coverageOf(d).holes > 0).length;
  console.log(
    `${family}: ${documents.length} documents, ${figures} figures, ${kB(packed)} gzip packed (${kB(plain)} plain), ${gaps} with holes; ${lacking} entries without a document`,
  );
  if (all) console.log(documents.map(line).join("\n"));
}

const virtual = ENTRIES.filter((e) => e.virtual).length;
console.log(
  `${ENTRIES.length} entries, ${virtual} of them composed only; ${kB(packedTotal)} gzip packed in all (${kB(plainTotal)} plain).`,
);
console.log(faults.length === 0 ? "No faults." : `${faults.length} faults:\n  ${faults.join("\n  ")}`);
process.exitCode = faults.length === 0 ? 0 : 1;
