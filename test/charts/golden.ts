import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(process.cwd(), "test/golden/charts");

/**
 * Compares a text with its golden file. After a wanted change: `UPDATE_GOLDEN=1 npx jest test/charts --selectProjects node`,
 * then look at every picture that changed.
 */
export function expectGolden(name: string, text: string): void {
  const file = join(FOLDER, name);
  if (process.env["UPDATE_GOLDEN"] === "1") {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, "utf8") : `${name} is missing`).toBe(text);
}
