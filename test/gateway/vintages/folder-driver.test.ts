import { chmod, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createStorage } from "unstorage";
import { folderDriver, moveItem } from "../../../src/gateway/vintages/folder-driver";
import { temporaryFolders } from "../../fixtures/store-place";

const aFolder = temporaryFolders();

async function opened() {
  const folder = await aFolder();
  const driver = folderDriver({ folder });
  return { folder, driver, storage: createStorage({ driver }) };
}

test("an item is a file that a person can find, and comes back as it was written", async () => {
  const { folder, storage } = await opened();
  const text = '{"a":"ü 日本 \\u0000"}\n';
  await storage.setItemRaw("vintages:JP.X:boj:2024", text);
  expect(await readFile(join(folder, "vintages/JP.X/boj/2024.json"), "utf8")).toBe(text);
  expect(await storage.getItemRaw("vintages:JP.X:boj:2024")).toBe(text);
  expect(await storage.hasItem("vintages:JP.X:boj:2024")).toBe(true);
  expect(await storage.getItemRaw("vintages:JP.X:boj:2025")).toBeNull();
  expect(await storage.getItemRaw("vintages:JP.X:boj:2024:more")).toBeNull();
});

test("a list names what is in a folder and below, and nothing of unfinished writes or foreign files", async () => {
  const { folder, storage } = await opened();
  expect(await storage.getKeys("vintages:A")).toEqual([]);
  for (const key of ["vintages:A:boj:1", "vintages:A:boj:2", "vintages:AB:boj:1", "notes:x"])
    await storage.setItemRaw(key, "{}");
  await writeFile(join(folder, "vintages/A/boj/.1234.unfinished"), "{");
  await writeFile(join(folder, "vintages/A/boj/.hidden.json"), "{}");
  await writeFile(join(folder, "vintages/A/boj/read me.json"), "{}");
  await writeFile(join(folder, "vintages/A/boj/readme.txt"), "");
  expect((await storage.getKeys("vintages:A:boj")).sort()).toEqual(["vintages:A:boj:1", "vintages:A:boj:2"]);
  expect((await storage.getKeys("vintages:A")).sort()).toEqual(["vintages:A:boj:1", "vintages:A:boj:2"]);
  expect(await storage.getKeys()).toHaveLength(4);
});

test("writing replaces whole files and leaves nothing beside them", async () => {
  const { folder, storage } = await opened();
  await Promise.all(Array.from({ length: 20 }, (_, i) => storage.setItemRaw("notes:a", `{"n":${i}}`)));
  expect(await storage.getItemRaw("notes:a")).toMatch(/^\{"n":\d+\}$/);
  expect(await readdir(join(folder, "notes"))).toEqual(["a.json"]);
});

test("a write that fails leaves what was there, and nothing beside it", async () => {
  const { folder, driver } = await opened();
  await mkdir(join(folder, "notes/a.json"), { recursive: true });
  await expect(driver.setItem?.("notes:a", "{}", {})).rejects.toThrow();
  expect(await readdir(join(folder, "notes"))).toEqual(["a.json"]);
});

test.each([
  "..:x",
  "a:..:..:x",
  ".:x",
  "a/../../x",
  "/etc/passwd",
  "a\\..\\x",
  "a:.hidden",
  "a: b",
  "a:b\u0000c",
  "a:C:x\u00e9",
  `a:${"x".repeat(121)}`,
  "",
])("%j is no name", async (key) => {
  const { folder, driver } = await opened();
  const file = join(folder, "..", "x.json");
  await expect((async () => driver.setItem?.(key, "{}", {}))()).rejects.toThrow(
    "cannot be the name of a file",
  );
  await expect((async () => driver.getItem(key))()).rejects.toThrow("cannot be the name of a file");
  await expect((async () => driver.removeItem?.(key, {}))()).rejects.toThrow("cannot be the name of a file");
  await expect(readFile(file)).rejects.toThrow("ENOENT");
  expect(await readdir(folder)).toEqual([]);
});

test("a link in place of an item is replaced, not written through", async () => {
  const { folder, storage } = await opened();
  const outside = join(await aFolder(), "victim.json");
  await writeFile(outside, "mine");
  await mkdir(join(folder, "notes"));
  await symlink(outside, join(folder, "notes/a.json"));
  await storage.setItemRaw("notes:a", "{}");
  expect(await readFile(outside, "utf8")).toBe("mine");
  expect(await storage.getItemRaw("notes:a")).toBe("{}");
});

test("an item is moved in one step; one that is gone is an error", async () => {
  const { folder, storage } = await opened();
  await storage.setItemRaw("vintages:A:boj:1", "torn");
  await moveItem(folder, "vintages:A:boj:1", "aside:vintages:A:boj:1");
  expect(await storage.getKeys()).toEqual(["aside:vintages:A:boj:1"]);
  await expect(moveItem(folder, "vintages:A:boj:1", "aside:x")).rejects.toThrow("ENOENT");
});

test("a folder that may not be read is an error, not an empty one", async () => {
  const { folder, storage } = await opened();
  await storage.setItemRaw("vintages:A:boj:1", "{}");
  await chmod(join(folder, "vintages/A/boj"), 0o000);
  try {
    // Whoever may do everything, as in a container, may read this too.
    if (process.getuid?.() === 0) expect(await storage.getKeys("vintages:A:boj")).toHaveLength(1);
    else await expect(storage.getKeys("vintages:A:boj")).rejects.toThrow("EACCES");
  } finally {
    await chmod(join(folder, "vintages/A/boj"), 0o700);
  }
});
