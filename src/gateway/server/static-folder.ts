import { readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { getMimeType } from "hono/utils/mime";
import { Problem } from "../../domain/problem";
import type { Prepared } from "./answer";
import { fileHeaders } from "./headers";
import { kept } from "./kept";
import { prepare } from "./prepare";

/** The files of a folder, by the path of a request. */
export interface StaticFolder {
  /** Undefined where there is no such file, or where the path leads out of the folder. */
  readonly find: (requestPath: string) => Promise<Prepared | undefined>;
}

export interface StaticFolderOptions {
  /** Who may show the pages in a frame. */
  readonly frameAncestors: readonly string[];
  readonly mostBytes?: number;
}

const MOST_BYTES = 64_000_000;

interface ReadFile {
  readonly stamp: string;
  readonly prepared: Prepared;
}

/** Serves a folder as it is at the moment: a file that is replaced is read again. A folder that is missing is a Problem. */
export async function staticFolder(folder: string, options: StaticFolderOptions): Promise<StaticFolder> {
  const root = await rootOf(folder);
  const files = kept<string, ReadFile>(options.mostBytes ?? MOST_BYTES, ({ prepared }) => prepared.size);

  return {
    find: async (requestPath) => {
      const name = nameIn(requestPath);
      if (name === undefined) return undefined;
      const file = await realpath(path.join(root, name)).catch(() => undefined);
      // A link that leads out of the folder is not part of it.
      if (file === undefined || !file.startsWith(root + path.sep)) return undefined;
      const facts = await stat(file).catch(() => undefined);
      if (!facts?.isFile()) return undefined;
      const stamp = `${facts.size} ${facts.mtimeMs}`;
      const known = files.get(file);
      if (known?.stamp === stamp) return known.prepared;
      const type = getMimeType(file) ?? "application/octet-stream";
      const prepared = await prepare(await readFile(file), {
        headers: fileHeaders(path.basename(file), type, options.frameAncestors),
        compressible: /^text\/|json|javascript|xml/.test(type),
      });
      files.set(file, { stamp, prepared });
      return prepared;
    },
  };
}

async function rootOf(folder: string): Promise<string> {
  const root = await realpath(folder).catch(() => undefined);
  const facts = root === undefined ? undefined : await stat(root);
  if (root !== undefined && facts?.isDirectory()) return root;
  throw new Problem(
    "bad-input",
    `The folder to serve, ${folder}, is not there; build the add-in first (npm run build), or name another with --static.`,
  );
}

/** The name below the folder that a path means; undefined for anything that is not plainly one, hidden files included. */
function nameIn(requestPath: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(requestPath);
  } catch {
    return undefined;
  }
  if (!name.startsWith("/") || name.length > 1000 || /[\u0000-\u001f\\:]/.test(name)) return undefined;
  const parts = name.slice(1).split("/");
  if (parts.at(-1) === "") parts[parts.length - 1] = "index.html";
  return parts.some((part) => part === "" || part.startsWith(".")) ? undefined : parts.join("/");
}
