import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const FOLDER = join(import.meta.dirname, "../dist/addin");

/** Compressed sizes of what cells wait for, as built into dist/addin. */
export async function benchSizes(): Promise<string> {
  const files = (await readdir(FOLDER).catch(() => [])).filter((f) => f.endsWith(".js"));
  if (files.length === 0) return "Sizes: run `npm run build` first.";
  const sizes = await Promise.all(
    files.map(async (file) => ({
      file,
      size: gzipSync(await readFile(join(FOLDER, file)), { level: 9 }).length,
    })),
  );
  const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const total = (pick: (file: string) => boolean): number =>
    sizes.filter((s) => pick(s.file)).reduce((n, s) => n + s.size, 0);
  const lines = sizes.map(({ file, size }) => `  ${file}: ${kb(size)}`);
  return [
    `Sizes, gzip: functions ${kb(total((f) => f === "functions.js"))} (bar 45 kB), pane ${kb(total((f) => f.startsWith("pane")))} (bar 250 kB), snapshot in all ${kb(total((f) => f.startsWith("snapshot-")))} (bar 150 kB)`,
    ...lines,
  ].join("\n");
}
