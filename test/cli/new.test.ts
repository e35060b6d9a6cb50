import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { newWith } from "../../src/cli/new";
import { openPackage } from "../../src/xlsx/package";
import { UsageError } from "../../src/cli/command";
import { gatewayWorld, written } from "./gateway-world";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "digitrade-new-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function ran(...args: readonly string[]) {
  const { io, out, error } = written();
  const command = newWith(gatewayWorld().host);
  const code = await command([...args, "--offline"], io).catch((thrown: unknown) => {
    if (thrown instanceof UsageError) return thrown.message;
    throw thrown;
  });
  return { code, out: out(), error: error() };
}

const at = (name: string): string => path.join(folder, name);
const textOf = async (file: string, part: string): Promise<string> =>
  openPackage(new Uint8Array(await readFile(file))).text(part);

test("a chart becomes a workbook, and nothing is left beside it", async () => {
  const { code, out, error } = await ran("--chart", "target-path", "-o", at("path.xlsx"));
  expect([code, error]).toEqual([0, ""]);
  expect(out).toBe(`${at("path.xlsx")}: 2 sheets, 1 chart, figures of 1 series.\n`);
  expect(await readdir(folder)).toEqual(["path.xlsx"]);
  expect(await textOf(at("path.xlsx"), "docProps/core.xml")).toContain("2024-03-10T00:00:00Z");
});

test("charts may follow one another, with options, in Japanese", async () => {
  const { code } = await ran(
    ...[
      "--lang",
      "ja",
      "--chart",
      "digital-balance;years=5,target-bullet",
      "target-gap",
      "-o",
      at("three.xlsx"),
    ],
  );
  expect(code).toBe(0);
  const book = await textOf(at("three.xlsx"), "xl/workbook.xml");
  expect([...book.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    "デジタル収支の推移",
    expect.any(String),
    expect.any(String),
    "出所",
  ]);
  expect(book).toContain('comment="1|digital-balance|years=5;lang=ja|デジタル収支の推移"');
});

test("a file that is there stays as it is, unless --force is said", async () => {
  await writeFile(at("mine.xlsx"), "mine");
  const refused = await ran("--chart", "target-path", "-o", at("mine.xlsx"));
  expect(refused.code).toMatch(/mine\.xlsx is there already; .* --force/);
  expect(await readFile(at("mine.xlsx"), "utf8")).toBe("mine");
  expect((await ran("--chart", "target-path", "-o", at("mine.xlsx"), "--force")).code).toBe(0);
  expect(await textOf(at("mine.xlsx"), "xl/workbook.xml")).toContain("<sheets>");
});

test("what was answered by an error is listed, and the workbook is written", async () => {
  const { code, error } = await ran("--chart", "digital-balance;end=1990", "-o", at("old.xlsx"));
  expect(code).toBe(3);
  expect(error).toMatch(/^'Digital balance by year'!A1: #N\/A: JP\.DIGITAL\.NET \(3item\) for 1990: .*\n$/);
  expect(await readdir(folder)).toEqual(["old.xlsx"]);
});

test("a folder that is not there is told in words", async () => {
  const { code, error } = await ran("--chart", "target-path", "-o", at("nowhere/path.xlsx"));
  expect(code).toBe(1);
  expect(error).toMatch(/path\.xlsx cannot be written \((?:Error: )?ENOENT.*\); close it/);
});

test.each([
  [["-o", "x.xlsx"], "Say what the workbook shall hold"],
  [["--chart", "target-path"], "Say where to write the workbook"],
  [["--chart", "target-path", "-o", "x.csv"], "-o x.csv is not an Excel workbook"],
  [
    ["--chart", "target-pat", "-o", "x.xlsx"],
    '"target-pat" is not a chart that DigiTrade knows; the nearest are target-path',
  ],
  [["--chart", "target-path;yaers=3", "-o", "x.xlsx"], '--chart: "yaers" is not an option'],
  [["--chart", "target-path;lang=ja", "-o", "x.xlsx"], "--chart: lang is given twice"],
  [["--template", "hedline", "-o", "x.xlsx"], '"hedline" is not a template; did you mean headline?'],
  [["--template", "fx", "--chart", "target-path", "-o", "x.xlsx"], "not for both"],
  [["--template", "fx", "--lang", "fr", "-o", "x.xlsx"], "--lang fr is not a language"],
  [["fx", "-o", "x.xlsx"], '"fx" stands alone'],
  [["--chart", "target-path", "--nonsense", "-o", "x.xlsx"], "Unknown option '--nonsense'"],
])("%j is wrong usage", async (args, words) => {
  const { code, out } = await ran(...args);
  expect(code).toContain(words);
  expect(out).toBe("");
});
