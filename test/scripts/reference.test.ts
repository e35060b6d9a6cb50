import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { OPTION_KEYS, readChoices, type OptionKey } from "../../src/answer/choices";
import { Problem } from "../../src/domain/problem";
import metadata from "../../src/functions/metadata.json";
import { answeredReference } from "../../scripts/reference/answered";
import { FAILURES } from "../../scripts/reference/failures";
import { referenceFiles } from "../../scripts/reference/files";
import { OPTION_WORDS } from "../../scripts/reference/option-words";

const DOCS = join(process.cwd(), "docs");
const doc = (name: string): Promise<string> => readFile(join(DOCS, name), "utf8");

test("the committed reference is what the functions say today", async () => {
  for (const [name, text] of await referenceFiles(metadata))
    expect([name, text]).toEqual([name, await doc(name)]);
}, 60_000);

test("an example whose answer does not come out stops the reference", async () => {
  const [first] = metadata.functions;
  const base = { functions: [{ ...first!, examples: [{ formula: "=1+1", answer: "3" }] }] };
  await expect(answeredReference(base)).rejects.toThrow("=1+1: 3 is stated, 2 came");
});

test("failures are shown for functions that exist", () => {
  expect(Object.keys(FAILURES).sort()).toEqual(metadata.functions.map((f) => f.id).sort());
});

/** A value for each placeholder in the table of options. */
const SAMPLES: Readonly<Record<string, string>> = {
  CURRENCY: "USD",
  DAY: "2024-06-21",
  NUMBER: "5",
  "idx:PERIOD": "idx:2015",
};

test.each(Object.entries(OPTION_WORDS))(
  "option %s takes the values listed, and no others",
  (key, { values }) => {
    const name = key as OptionKey;
    for (const value of values)
      expect(readChoices([[key, SAMPLES[value] ?? value]], [name])).toHaveProperty(key);
    let message = "";
    try {
      readChoices([[key, "no such value"]], [name]);
    } catch (thrown) {
      if (thrown instanceof Problem) message = thrown.message;
    }
    expect(message).not.toBe("");
    const allowed = /Allowed: (.+)\.$/.exec(message)?.[1]?.split(", ");
    if (allowed && key !== "fx") expect(values.map((v) => SAMPLES[v] ?? v)).toEqual(allowed);
  },
);

test("every option is in the table", () => {
  expect(Object.keys(OPTION_WORDS).sort()).toEqual([...OPTION_KEYS].sort());
});

test("the help page has an anchor for every function in both languages, and no dead link", async () => {
  const page = await doc("help/functions.html");
  const anchors = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(anchors).size).toBe(anchors.length);
  for (const f of metadata.functions) {
    const anchor = f.helpUrl.split("#")[1]!;
    expect(anchors).toEqual(expect.arrayContaining([anchor, `${anchor}-ja`]));
  }
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links.filter((id) => !anchors.includes(id))).toEqual([]);
});

test("the help page runs and fetches nothing but its own style sheet", async () => {
  const page = await doc("help/functions.html");
  expect(page).not.toMatch(/<script|<img|<iframe|\sstyle=|<style|\son[a-z]+=|javascript:/i);
  expect([...page.matchAll(/(?:src|href)="([^"#][^"]*)"/g)].map(([, url]) => url)).toEqual(["functions.css"]);
  expect(await doc("help/functions.css")).not.toMatch(/url\(|@import/);
});

test("contents of functions.md lead somewhere", async () => {
  const text = await doc("functions.md");
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, h]) => h!.toLowerCase().replaceAll(" ", "-"));
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id!);
  expect(links.length).toBeGreaterThan(metadata.functions.length);
  expect(links.filter((id) => !headings.includes(id))).toEqual([]);
});
