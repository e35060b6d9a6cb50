/**
 * `npm run check`: every step of it, as many at a time as there are cores. Each step's output is printed whole when it
 * ends, and all of them are run even where one fails.
 */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** Whoever has just built this very state, as `.ci/run` has, need not wait for the same once more. */
const isBuilt = (process.env["DIGITRADE_BUILT"] ?? "") !== "";

/** Scripts of package.json, the longest first, so that the cores end together. */
const STEPS = [
  "check:lint",
  "check:types",
  isBuilt ? "check:built-size" : "check:size",
  "check:format",
  "check:rooms",
  "check:unused",
  "snapshot:check",
] as const;

const npm = process.env["npm_execpath"];
if (npm === undefined) throw new Error("Run this as `npm run check`: npm tells where it is.");

interface Ended {
  readonly step: string;
  readonly passed: boolean;
}

/** What a step wrote, with its complaints where they came. */
function run(npmFile: string, step: string): Promise<Ended> {
  const child = spawn(process.execPath, [npmFile, "run", "--silent", step], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => void output.push(chunk));
  const started = performance.now();
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const passed = code === 0;
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(`${passed ? "passed" : "FAILED"} ${step} (${seconds} s)`);
      process.stdout.write(Buffer.concat(output));
      resolve({ step, passed });
    });
  });
}

const waiting: string[] = [...STEPS];
const ended: Ended[] = [];

/** Takes one step after another until none is left. */
async function work(npmFile: string): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
    ended.push(await run(npmFile, step));
}

await Promise.all(Array.from({ length: availableParallelism() }, () => work(npm)));
const failed = ended.filter(({ passed }) => !passed).map(({ step }) => step);
console.log(failed.length === 0 ? `All ${ended.length} steps passed.` : `Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
