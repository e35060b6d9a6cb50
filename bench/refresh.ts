import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { MadeCell } from "../test/xlsx/refresh/made-book";
import { madeFile } from "../test/xlsx/refresh/made-file";
import { median, ms } from "./timing";

const run = promisify(execFile);
const CELLS = 5000;
const ROOT = process.cwd();

/** 5,000 cells of ours, 5,000 that depend on them, and their sum, as a file with values of no figures at all. */
function file(): Uint8Array {
  const cells: Record<string, MadeCell> = { C1: { f: `SUM(B1:B${CELLS})`, v: 3 * CELLS } };
  for (let i = 1; i <= CELLS; i++) {
    const formula = `_xldudf_DIGITRADE_VALUE("JP.DIGITAL.NET",${2014 + (i % 3)},"unit=bn")`;
    cells[`A${i}`] = { f: formula, v: 1, spill: `A${i}` };
    cells[`B${i}`] = { f: `A${i}*2+1`, v: 3 };
  }
  return madeFile({ Figures: cells });
}

/** `digitrade refresh` of a workbook beside LibreOffice, which opens and saves the same file without a window. */
export async function benchRefresh(): Promise<string> {
  const office = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"]
    .map((folder) => join(folder, "soffice"))
    .find((name) => existsSync(name));
  if (office === undefined) return "digitrade refresh: not compared, LibreOffice is not installed";
  const folder = await mkdtemp(join(tmpdir(), "bench-refresh-"));
  try {
    const webpack = join(ROOT, "node_modules/webpack/bin/webpack.js");
    const options = ["--mode", "production", "--env", "target=cli", "--output-path", join(ROOT, "dist/cli")];
    await run(process.execPath, [webpack, ...options], { cwd: ROOT });
    const program = join(ROOT, "dist/cli/digitrade.mjs");
    const given = join(folder, "given.xlsx");
    const first = join(folder, "first.xlsx");
    await writeFile(given, file());
    const refresh = (from: string, to: string): Promise<unknown> =>
      run(process.execPath, [program, "refresh", from, "-o", to, "--offline", "--json"], {
        maxBuffer: 100_000_000,
      });
    // A file in use keeps its figures.
    await refresh(given, first);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const saved = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "office"), first];
    const theirs = await median(() => run(office, [profile, "--headless", "--norestore", ...saved]), 5, 1);
    const ours = await median(() => refresh(first, join(folder, "out.xlsx")), 5, 1);
    return `digitrade refresh, 5,000 cells of ours and 5,000 dependants: ${ms(ours)}; LibreOffice opens and saves the same file: ${ms(theirs)}; ratio ${(ours / theirs).toFixed(2)} (bar: 0.5)`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
