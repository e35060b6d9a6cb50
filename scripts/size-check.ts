/** What cells and the pane wait for must stay small, and free of the workbench: `npm run check:size`. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const FOLDER = join(import.meta.dirname, "../dist/addin");
const BARS = [
  { what: "functions", limit: 45_000, holds: (file: string) => file === "functions.js" },
  { what: "pane", limit: 250_000, holds: (file: string) => file.startsWith("pane") },
  { what: "snapshot", limit: 150_000, holds: (file: string) => file.startsWith("snapshot-") },
];
/** Words that stand in the workbench's code and nowhere else. */
const WORKBENCH = ["o-spreadsheet", "OFFICE_BATCH", "attachOffice"];

const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".js"));
for (const { what, limit, holds } of BARS) {
  const contents = await Promise.all(files.filter(holds).map((file) => readFile(join(FOLDER, file))));
  const total = contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
  const strangers = WORKBENCH.filter((word) => contents.some((content) => content.includes(word)));
  console.log(`${what}: ${total} of ${limit} bytes (gzip)`);
  if (contents.length === 0) fail(`No ${what} in ${FOLDER}; build first.`);
  if (total > limit) fail(`${what} is too large.`);
  if (strangers.length > 0) fail(`${what} holds code of the workbench: ${strangers.join(", ")}.`);
}

function fail(problem: string): void {
  console.error(problem);
  process.exitCode = 1;
}
