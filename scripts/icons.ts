/** Draws every icon of `assets/icons/*.svg` at every size that Excel asks for: `npx tsx scripts/icons.ts`. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { readDrawing } from "./icons/drawing";
import { encodePng } from "./icons/png";
import { rasterise, type Picture } from "./icons/raster";

/** The ribbon takes 16 to 80; lists of add-ins and shops take 32, 64, 96 and 128. */
export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128] as const;

export interface Icon {
  readonly file: string;
  readonly picture: Picture;
}

export async function drawIcons(folder: string): Promise<readonly Icon[]> {
  const sources = (await readdir(folder)).filter((name) => name.endsWith(".svg")).sort();
  const icons = await Promise.all(
    sources.map(async (source) => {
      const shapes = readDrawing(await readFile(join(folder, source), "utf8"));
      const name = source.slice(0, -".svg".length);
      return ICON_SIZES.map((size) => ({ file: `${name}-${size}.png`, picture: rasterise(shapes, size) }));
    }),
  );
  return icons.flat();
}

async function main(): Promise<void> {
  const folder = join("assets", "icons");
  const icons = await drawIcons(folder);
  for (const { file, picture } of icons) await writeFile(join(folder, file), encodePng(picture));
  console.log(`${icons.length} icons`);
}

if (process.argv[1]?.endsWith("icons.ts"))
  main().catch((problem: unknown) => {
    console.error(problem instanceof Error ? problem.message : problem);
    process.exitCode = 1;
  });
