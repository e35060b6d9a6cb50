import { stat } from "node:fs/promises";
import { UsageError } from "./command";

const isThere = (name: string): Promise<boolean> =>
  stat(name).then(
    () => true,
    () => false,
  );

/** The files that names and patterns (`**\/*.xlsx`) mean, each once, in the order given; one that means none is a wrong use. */
export async function filesOf(asked: readonly string[]): Promise<readonly string[]> {
  if (asked.length === 0)
    throw new UsageError("Give at least one file, or a pattern in quotes such as '*.xlsx'.");
  const found: string[] = [];
  for (const one of asked) {
    // A file may well be called "[old] figures.xlsx".
    if (await isThere(one)) found.push(one);
    else if (/[*?[{]/.test(one)) {
      // Excel keeps a file of that name beside one that is open.
      const { glob } = await import("tinyglobby");
      const matching = (
        await glob(one.replaceAll("\\", "/"), { dot: false, expandDirectories: false })
      ).filter((name) => !/(?:^|\/)~\$[^/]*$/.test(name));
      if (matching.length === 0) throw new UsageError(`No file matches ${one}; check the pattern.`);
      found.push(...matching.sort());
    } else throw new UsageError(`${one} is not there; check its name.`);
  }
  return [...new Set(found)];
}
