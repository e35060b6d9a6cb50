import { readFileSync } from "node:fs";
import { PRODUCT } from "../../../src/functions/bridge/product";

test("the product says the version of its package", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(PRODUCT).toBe(`DigiTrade ${version}`);
});
