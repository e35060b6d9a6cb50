import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { declaredFunctions, type DeclaredFunction } from "../../scripts/function-files";
import { functionIndex, functionMetadata } from "../../scripts/function-index";
import { functionFaults } from "../../scripts/function-rules";
import { FUNCTIONS } from "../../src/functions/index";
import metadata from "../../src/functions/metadata.json";
import published from "./function-ids.json";

const FOLDER = join(process.cwd(), "src/functions");

let declared: readonly DeclaredFunction[];
beforeAll(async () => {
  declared = await declaredFunctions(FOLDER);
});

test("index and metadata are what the function files say", async () => {
  expect(functionIndex(declared)).toBe(await readFile(join(FOLDER, "index.ts"), "utf8"));
  expect(functionMetadata(declared)).toBe(await readFile(join(FOLDER, "metadata.json"), "utf8"));
});

test("every function keeps the rules", () => {
  expect(declared.flatMap((f) => functionFaults(f))).toEqual([]);
});

test("every id has a function, and takes its parameters and the invocation", () => {
  expect(Object.keys(FUNCTIONS).sort()).toEqual(metadata.functions.map((f) => f.id).sort());
  for (const f of metadata.functions)
    expect([f.id, FUNCTIONS[f.id as keyof typeof FUNCTIONS].length]).toEqual([f.id, f.parameters.length + 1]);
});

/** People's workbooks hold these names for years: function-ids.json is only appended to. */
test("no published function is removed or renamed, and no parameter moved", () => {
  const now = new Map(metadata.functions.map((f) => [f.id, f.parameters.map((p) => p.name)]));
  for (const [id, parameters] of Object.entries(published))
    expect([id, now.get(id)?.slice(0, parameters.length)]).toEqual([id, parameters]);
});

test("every function and parameter of today is in the list of published ones", () => {
  expect(Object.fromEntries(metadata.functions.map((f) => [f.id, f.parameters.map((p) => p.name)]))).toEqual(
    published,
  );
});

test("what was required stays required; what was appended is optional", () => {
  const required = metadata.functions.map((f) => [
    f.id,
    f.parameters.filter((p) => !("optional" in p)).length,
  ]);
  expect(Object.fromEntries(required)).toEqual({
    CAPTION: 1,
    CITE: 1,
    COMPONENTS: 1,
    CONVERT: 3,
    DECOMPOSE: 4,
    DEFICIT: 1,
    FXRATE: 2,
    HISTORY: 1,
    HOLDERS: 0,
    IMPLIED: 4,
    INFO: 1,
    PACE: 4,
    PANEL: 1,
    REVISION: 2,
    SEARCH: 1,
    STATUS: 0,
    TARGET: 1,
    VALUE: 1,
    WHY: 1,
  });
});
