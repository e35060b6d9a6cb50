import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { refreshFile } from "./refresh-file";
import { inTurns, ms } from "./timing";

const run = promisify(execFile);
const ROOT = process.cwd();

/**
 * `digitrade refresh` of a workbook of which every fifth series is newer, and of one where nothing is, beside LibreOffice, which
 * opens and saves the former without a window. In turns, so that whatever else the machine does slows all of them.
 */
export async function benchRefresh(): Promise<string> {
  const office = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"]
    .map((folder) => join(folder, "soffice"))
    .find((name) => existsSync(name));
  if (office === undefined) return "digitrade refresh: not compared, LibreOffice is not installed";
  const folder = await mkdtemp(join(tmpdir(), "bench-refresh-"));
  try {
    const webpack = join(ROOT, "node_modules/webpack/bin/webpack.js");
    await run(process.execPath, [webpack, "--mode", "production", "--env", "target=cli"], { cwd: ROOT });
    const program = join(ROOT, "dist/cli/digitrade.mjs");
    const [newer, same] = [join(folder, "newer.xlsx"), join(folder, "same.xlsx")];
    await writeFile(newer, await refreshFile("every fifth"));
    await writeFile(same, await refreshFile("none"));
    const refresh = (file: string) => (): Promise<unknown> =>
      run(
        process.execPath,
        [program, "refresh", file, "-o", join(folder, "out.xlsx"), "--offline", "--json"],
        {
          maxBuffer: 100_000_000,
        },
      );
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const saved = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "office"), newer];
    const [theirs = 0, ours = 0, unchanged = 0] = await inTurns([
      () => run(office, [profile, "--headless", "--norestore", ...saved]),
      refresh(newer),
      refresh(same),
    ]);
    return (
      `digitrade refresh, 5,000 cells of ours and 5,000 dependants, a fifth newer: ${ms(ours)}; LibreOffice opens and saves the ` +
      `same file: ${ms(theirs)}; ratio ${(ours / theirs).toFixed(2)} (bar: 0.5); nothing newer: ${ms(unchanged)}, ratio ` +
      (unchanged / theirs).toFixed(2)
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
