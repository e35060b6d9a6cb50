import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { metadataFiles } from "../complete-metadata";
import { pngSize } from "../icons/png";
import metadata from "../../src/functions/metadata.json";
import { everyElement, type Xml } from "./xml";

/** What Excel reads of a metadata file, as far as a manifest can be wrong about it. */
export interface MetadataFile {
  readonly allowCustomDataForDataTypeAny?: boolean;
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl?: string;
    readonly options?: object;
    readonly parameters: readonly {
      readonly name: string;
      readonly type: string;
      readonly description: string;
    }[];
  }[];
}

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** What a manifest refers to, by the address below its origin. */
export interface Surroundings {
  readonly icons: ReadonlyMap<string, PixelSize>;
  readonly metadata: ReadonlyMap<string, MetadataFile>;
  readonly functionIds: readonly string[];
}

/** Every address in a manifest, whichever element or locale names it. */
export function addresses(root: Xml): readonly string[] {
  return everyElement(root)
    .flatMap(({ attributes: { DefaultValue, Value } }) => [DefaultValue, Value])
    .filter((value) => value !== undefined)
    .filter((value) => /^[a-z]+:\/\//i.test(value));
}

/** The icons as they are in the folder, and the metadata as it would be written for the origin. */
export async function readSurroundings(
  root: Xml,
  origin: string,
  functionIds: readonly string[],
): Promise<Surroundings> {
  const icons = new Map<string, PixelSize>();
  for (const path of new Set(addresses(root).map((address) => address.replace(`${origin}/`, ""))))
    if (path.endsWith(".png")) {
      const file = await readFile(join(...path.split("/"))).catch(() => undefined);
      if (file) icons.set(path, pngSize(file));
    }
  const files = [...metadataFiles(metadata, origin)].map(
    ([name, text]) => [name, JSON.parse(text) as MetadataFile] as const,
  );
  return { icons, metadata: new Map(files), functionIds };
}
