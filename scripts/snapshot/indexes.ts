import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { FAMILIES } from "../../src/catalog/entry";

const HEADER = "// Written by scripts/write-indexes.ts from the files of this folder.\n";

/** Names in an order that depends on no locale and no file system. */
function namesIn(folder: string, extension: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension) && name !== `index${extension}`)
    .map((name) => name.slice(0, -extension.length))
    .sort();
}

async function write(file: string, text: string): Promise<void> {
  const config = await resolveConfig(file);
  writeFileSync(file, await format(HEADER + text, { ...config, parser: "typescript" }));
}

/** One index per family of the snapshot: every document of the folder, by id. */
export async function writeSnapshotIndexes(root: string): Promise<void> {
  for (const family of FAMILIES) {
    const folder = join(root, family);
    const ids = namesIn(folder, ".json");
    const variable = (id: string): string => id.replaceAll(".", "_");
    const imports = ids.map((id) => `import ${variable(id)} from "./${id}.json";`);
    const members = ids.map((id) => `${JSON.stringify(id)}: ${variable(id)},`);
    await write(
      join(folder, "index.ts"),
      `${imports.join("\n")}\n\n/** The embedded documents of this family, by id. */\nexport const documents: Readonly<Record<string, unknown>> = {\n${members.join("\n")}\n};\n`,
    );
  }
}

/** The list of all targets: adding one is adding a file. */
export async function writeTargetIndex(folder: string): Promise<void> {
  const names = namesIn(folder, ".ts");
  const variable = (name: string): string =>
    name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const imports = names.map((name) => `import { target as ${variable(name)} } from "./${name}";`);
  await write(
    join(folder, "index.ts"),
    `import type { Target } from "../target";\n${imports.join("\n")}\n\n/** Every target, projection and risk estimate, one file each. */\nexport const TARGETS: readonly Target[] = [${names.map(variable).join(", ")}];\n`,
  );
}

/** The list of all sources: adding one is adding a file. */
export async function writeSourceIndex(folder: string): Promise<void> {
  const names = namesIn(folder, ".ts");
  await write(
    join(folder, "index.ts"),
    `import type { Source } from "./common/source";\n${names.map((name) => `import { source as ${name} } from "./${name}";`).join("\n")}\n\n/** Every provider, one file each. */\nexport const ALL_SOURCES: readonly Source[] = [${names.join(", ")}];\n`,
  );
}

/** The list of all charts and target comparisons, in the order of the gallery: adding one is adding a file. */
export async function writeChartIndex(folder: string): Promise<void> {
  const names = namesIn(folder, ".ts");
  const variable = (name: string): string =>
    name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const imports = names.map((name) => `import { chart as ${variable(name)} } from "./${name}";`);
  await write(
    join(folder, "index.ts"),
    `import type { ChartDefinition } from "./common/definition";\nimport { galleryOrder } from "./common/gallery";\n${imports.join("\n")}\n\n/** Every prebuilt chart and target comparison, one file each, in the order of the gallery. */\nexport const CHARTS: readonly ChartDefinition[] = galleryOrder([${names.map(variable).join(", ")}]);\n`,
  );
}
