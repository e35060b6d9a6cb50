import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, type FileHandle } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { defineDriver } from "unstorage";

/** Letters, digits, and some marks within: no separator, no leading dot, nothing that climbs out of a folder. */
const SAFE_NAME = /^[A-Za-z0-9~_][A-Za-z0-9._~-]{0,119}$/;
const ENDING = ".json";

/**
 * Items as files `a/b/c.json` for keys `a:b:c`, each of them either whole or not there: written beside, forced to the disk,
 * put in place by renaming, and the folder forced to the disk as well, before it counts as written. Files whose names
 * start with a dot are writes that never ended.
 */
export const folderDriver = defineDriver<{ readonly folder: string }>(({ folder }) => {
  const base = resolve(folder);
  return {
    name: "durable-folder",
    hasItem: async (key) => (await readIfThere(fileOf(base, key))) !== null,
    getItem: (key) => readIfThere(fileOf(base, key)),
    setItem: (key, value) => writeDurably(fileOf(base, key), value),
    removeItem: (key) => rm(fileOf(base, key), { force: true }),
    // The whole place has no name, whatever the type says.
    getKeys: async (under: string | undefined) =>
      keysUnder(pathOf(base, under ?? ""), (under ?? "").replace(/:$/, "")),
  };
});

/** Moves an item to another key in one step; the folders are forced to the disk. */
export async function moveItem(folder: string, from: string, to: string): Promise<void> {
  const base = resolve(folder);
  const [source, target] = [fileOf(base, from), fileOf(base, to)];
  await makeFolder(dirname(target));
  await rename(source, target);
  await syncFolder(dirname(target));
  await syncFolder(dirname(source));
}

function pathOf(base: string, key: string): string {
  const names = key.split(":").filter((name) => name !== "");
  const unsafe = names.find((name) => !SAFE_NAME.test(name));
  if (unsafe !== undefined) throw new Error(`"${unsafe}" cannot be the name of a file of the store`);
  return join(base, ...names);
}

function fileOf(base: string, key: string): string {
  if (key === "") throw new Error(`"" cannot be the name of a file of the store`);
  return pathOf(base, key) + ENDING;
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  await makeFolder(dirname(file));
  const beside = join(dirname(file), `.${randomBytes(8).toString("hex")}.unfinished`);
  try {
    await writeAndSync(beside, text);
    await rename(beside, file);
  } catch (thrown) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw thrown;
  }
  await syncFolder(dirname(file));
}

async function writeAndSync(file: string, text: string): Promise<void> {
  // Refuses to write through a link or a file that somebody put there.
  await withFile(await open(file, "wx"), async (handle) => {
    await handle.writeFile(text, "utf8");
    await handle.sync();
  });
}

/** A folder with all above it up to the base; a new one is forced to the disk in the folder that holds it. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const top = dirname(first);
  for (let path = folder; path.length > top.length; path = dirname(path)) await syncFolder(dirname(path));
}

/** Windows and some shared disks know no such thing as forcing a folder to the disk, and say so in these words. */
const CANNOT_SYNC: readonly unknown[] = ["EPERM", "EISDIR", "EINVAL", "ENOTSUP"];

async function syncFolder(folder: string): Promise<void> {
  try {
    await withFile(await open(folder, "r"), (handle) => handle.sync());
  } catch (thrown) {
    if (!CANNOT_SYNC.includes(codeOf(thrown))) throw thrown;
  }
}

async function withFile(handle: FileHandle, use: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await use(handle);
  } finally {
    await handle.close();
  }
}

/** Keys of the items in a folder and those below it. */
async function keysUnder(folder: string, key: string): Promise<string[]> {
  const keys: string[] = [];
  for (const entry of await entriesOf(folder)) {
    const own = key === "" ? entry.name : `${key}:${entry.name}`;
    if (entry.isDirectory() && SAFE_NAME.test(entry.name))
      keys.push(...(await keysUnder(join(folder, entry.name), own)));
    else if (entry.isFile() && entry.name.endsWith(ENDING) && SAFE_NAME.test(entry.name))
      keys.push(own.slice(0, -ENDING.length));
  }
  return keys;
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (thrown) {
    if (isMissing(thrown)) return [];
    throw thrown;
  }
}

const codeOf = (thrown: unknown): unknown => ((thrown ?? {}) as { readonly code?: unknown }).code;

const isMissing = (thrown: unknown): boolean => ["ENOENT", "ENOTDIR"].some((code) => code === codeOf(thrown));
