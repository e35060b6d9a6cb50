import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  JAPANESE,
  METADATA_FILES,
  completeMetadata,
  metadataFiles,
  writeMetadata,
  type CompleteMetadata,
} from "../../scripts/complete-metadata";
import type { GeneratedFunction } from "../../scripts/function-files";
import metadata from "../../src/functions/metadata.json";

const ORIGIN = "https://example.org/digitrade";
const files = new Map(
  [...metadataFiles(metadata, `${ORIGIN}/`)].map(([name, text]) => [
    name,
    JSON.parse(text) as CompleteMetadata,
  ]),
);
const file = (name: keyof typeof METADATA_FILES): CompleteMetadata => files.get(name)!;

/** Everything but the words. */
function shape(f: GeneratedFunction): unknown {
  const { description: _d, helpUrl: _h, parameters, ...rest } = f;
  return { ...rest, parameters: parameters.map(({ description: _words, ...p }) => p) };
}

test.each(Object.entries(METADATA_FILES))("%s carries exactly one of the two flags", (name, { variant }) => {
  const flags = Object.entries(file(name as keyof typeof METADATA_FILES)).filter(
    ([key]) => key !== "functions",
  );
  expect(flags).toEqual([
    [variant === "current" ? "allowCustomDataForDataTypeAny" : "allowErrorForDataTypeAny", true],
  ]);
});

test.each(Object.keys(METADATA_FILES))("%s has origin and nothing that is ours alone", (name) => {
  const { functions } = file(name as keyof typeof METADATA_FILES);
  expect(functions.map((f) => f.id)).toEqual(metadata.functions.map((f) => f.id));
  for (const f of functions) {
    expect(f.helpUrl).toMatch(/^https:\/\/example\.org\/digitrade\/help\/functions\.html#[a-z]+(-ja)?$/);
    expect(f).not.toHaveProperty("examples");
    expect(f).not.toHaveProperty("returns");
  }
  expect(JSON.stringify(functions)).not.toContain("{{");
});

test("languages differ in words only, variants in flags only", () => {
  const english = file("functions.json").functions;
  expect(file("functions.ja-JP.json").functions.map(shape)).toEqual(english.map(shape));
  expect(file("functions-ltsc.json").functions).toEqual(english);
  expect(file("functions-ltsc.ja-JP.json").functions).toEqual(file("functions.ja-JP.json").functions);
});

test("Japanese words stand for the same functions and parameters, in the same order", () => {
  expect(Object.keys(JAPANESE)).toEqual(metadata.functions.map((f) => f.id));
  for (const f of metadata.functions)
    expect([f.id, Object.keys(JAPANESE[f.id]?.parameters ?? {})]).toEqual([
      f.id,
      f.parameters.map((p) => p.name),
    ]);
});

test("Japanese words are Japanese, and the help opens at its Japanese part", () => {
  for (const f of file("functions.ja-JP.json").functions) {
    expect(f.description).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(f.helpUrl).toMatch(/-ja$/);
  }
});

test("Japanese lists of choices name the same choices", () => {
  const choices = (text: string): readonly string[] =>
    [...text.matchAll(/\b[a-z][a-z.]{2,}\b/g)].map(([word]) => word);
  const english = new Map(
    metadata.functions.flatMap((f) => f.parameters.map((p) => [`${f.id}.${p.name}`, p.description])),
  );
  for (const name of ["INFO.field", "TARGET.what", "PACE.what", "STATUS.what", "CITE.style"]) {
    const [id = "", parameter = ""] = name.split(".");
    const own = choices(JAPANESE[id]?.parameters[parameter] ?? "");
    expect(own.length).toBeGreaterThan(2);
    expect(choices(english.get(name) ?? "")).toEqual(expect.arrayContaining([...own]));
  }
});

test("a function without Japanese words is refused", () => {
  const [first] = metadata.functions;
  const base = { functions: [{ ...first!, id: "NEWCOMER" }] };
  expect(() => completeMetadata(base, { origin: ORIGIN, variant: "current", locale: "ja-JP" })).toThrow(
    /NEWCOMER has no Japanese words/,
  );
});

test.each(["http://example.org", "example.org", "https://example.org/?a=1", "ftp://example.org"])(
  "%s is no origin",
  (origin) => {
    expect(() => metadataFiles(metadata, origin)).toThrow(/origin|address/);
  },
);

test("the command line writes the four files", async () => {
  const folder = await mkdtemp(join(tmpdir(), "digitrade-metadata-"));
  try {
    await writeMetadata(["--origin", "http://localhost:3000", "--out", folder]);
    expect((await readdir(folder)).sort()).toEqual(Object.keys(METADATA_FILES).sort());
    expect(await readFile(join(folder, "functions.json"), "utf8")).toContain(
      "http://localhost:3000/help/functions.html#value",
    );
    await expect(writeMetadata(["--out", folder])).rejects.toThrow(/usage/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
