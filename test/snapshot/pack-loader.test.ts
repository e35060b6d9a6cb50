import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unpack } from "../../src/snapshot/unpack";

const ROOT = join(__dirname, "../..");
const FILE = join(ROOT, "src/snapshot/fx/FX.EURUSD.ECB.json");

// In a process of its own: there the compiling of the packing is webpack's situation and not that of the tests.
const RUN = `
  const [loader, file] = process.argv.slice(1);
  const context = { addDependency() {} };
  process.stdout.write(require(loader).call(context, require("node:fs").readFileSync(file, "utf8")));
`;

test("the loader packs a document on plain Node", () => {
  const source = readFileSync(FILE, "utf8");
  const loader = join(ROOT, "scripts/pack-loader.cjs");
  const packed = execFileSync(process.execPath, ["-e", RUN, loader, FILE], { encoding: "utf8" });
  expect(packed.length).toBeLessThan(source.length / 3);
  expect(unpack(JSON.parse(packed))).toStrictEqual(JSON.parse(source));
}, 30_000);
