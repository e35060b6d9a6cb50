import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { variableNames } from "../../src/gateway/configuration";
import { ALL_SOURCES } from "../../src/sources/index";

const root = join(__dirname, "../..");
const docs = readFileSync(join(root, "docs/gateway.md"), "utf8");
const named = (text: string): Set<string> => new Set(text.match(/\bDIGITRADE_[A-Z0-9_]+\b/g));

const sourceFiles = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name: name.replaceAll("\\", "/"), text: readFileSync(join(root, "src", name), "utf8") }));

it("documents every variable that is read, and no other", () => {
  expect([...named(docs)].sort()).toEqual([...variableNames(ALL_SOURCES)].sort());
});

it("has a row with a default for every variable that is not a source's", () => {
  for (const name of variableNames([])) expect(docs).toMatch(new RegExp(`^\\| \`${name}\` +\\|`, "m"));
});

it("reads no variable but by the configuration", () => {
  const known = variableNames(ALL_SOURCES);
  for (const { name, text } of sourceFiles)
    for (const variable of named(text))
      expect([name, known]).toEqual([name, expect.arrayContaining([variable])]);
  const readers = sourceFiles.filter(({ text }) => /process\.env\b/.test(text)).map(({ name }) => name);
  expect(readers).toEqual(["cli/this-computer.ts"]);
});
