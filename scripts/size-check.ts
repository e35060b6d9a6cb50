/** What cells wait for must stay small: `npm run check:size`, after a build of the functions. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const FOLDER = join(import.meta.dirname, "../dist/functions");
const BARS = [
  { what: "functions", limit: 45_000, holds: (file: string) => file === "functions.js" },
  { what: "snapshot", limit: 150_000, holds: (file: string) => file.startsWith("snapshot-") },
];

const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".js"));
for (const { what, limit, holds } of BARS) {
  const sizes = await Promise.all(
    files
      .filter(holds)
      .map(async (file) => gzipSync(await readFile(join(FOLDER, file)), { level: 9 }).length),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`${what}: ${total} of ${limit} bytes (gzip)`);
  if (sizes.length === 0 || total > limit) {
    console.error(sizes.length === 0 ? `No ${what} in ${FOLDER}; build first.` : `${what} is too large.`);
    process.exitCode = 1;
  }
}
