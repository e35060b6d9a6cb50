import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { declaredFunction } from "../../scripts/function-files";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "digitrade-functions-"));
});
afterAll(() => rm(folder, { recursive: true }));

const doc = (id: string, lines: readonly string[] = []): string =>
  ["/**", " * How many", " * there are.", ` * @customfunction ${id}`, ...lines, " */"].join("\n");
const body = (name: string): string => `export function ${name}(n: any): any { return n; }\n`;

async function declared(text: string): ReturnType<typeof declaredFunction> {
  await writeFile(join(folder, "tally.ts"), text);
  return declaredFunction(folder, "tally.ts");
}

test("reads words, result and examples; descriptions become one line", async () => {
  const lines = [" * @param n How", " * @returns One number", " * @example =DIGITRADE.TALLY(1) → 1, 2; 3, 4"];
  const f = await declared(`${doc("TALLY", lines)}\n${body("tally")}`);
  expect(f).toMatchObject({
    exportName: "tally",
    returns: "One number",
    metadata: { id: "TALLY", description: "How many there are." },
    examples: [{ formula: "=DIGITRADE.TALLY(1)", answer: "1, 2; 3, 4" }],
  });
});

test("an example that is not written as formula → answer is refused", async () => {
  await expect(
    declared(`${doc("TALLY", [" * @param n How", " * @example TALLY(1)"])}\n${body("tally")}`),
  ).rejects.toThrow(/write "@example =FORMULA → answer"/);
});

test("a file without a function declaration is refused", async () => {
  await expect(declared("export const tally = 1;\n")).rejects.toThrow(/found 0/);
});

test("a file with two functions is refused", async () => {
  const two = `${doc("TALLY", [" * @param n How"])}\n${body("tally")}${doc("COUNT", [" * @param n How"])}\n${body("count")}`;
  await expect(declared(two)).rejects.toThrow(/found 2/);
});
