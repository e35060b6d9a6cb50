/** `npm test`: builds what the browser tests open, then all tests; those of rooms that know a calendar at both of its ends. */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const inModules = (...parts: readonly string[]): string => join(root, "node_modules", ...parts);

function run(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${[script, ...args].join(" ")} ended with code ${code ?? "none"}`));
    });
  });
}

/** What reads, names or compares days; pages, pictures and icons are drawn once. */
const CALENDAR = String.raw`test/(addin|answer|catalog|contracts|domain|file|functions|load|snapshot|sources)/|/freshness\.`;

/** office.js and gateways often wait: two cores have room for three of them; browsers each need a core. */
const WORKERS = `--maxWorkers=${Math.ceil(availableParallelism() * 1.5)}`;

const jest = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> =>
  run(inModules("jest/bin/jest.js"), args, env);

try {
  // The command line's own build is none of what tests open.
  await run(inModules("webpack-cli/bin/cli.js"), ["--mode", "production", "--env", "target=workbench,addin"]);
  // All projects but the browser's at once: where one ends, no core waits for the next.
  await jest(["--selectProjects", "node", "gateway", "office-1.12", "office-1.15", WORKERS], {
    TZ: "Pacific/Kiritimati",
    LANG: "ja_JP.UTF-8",
  });
  await jest([CALENDAR, "--selectProjects", "node"], { TZ: "Pacific/Midway", LANG: "en_US.UTF-8" });
  await jest(["--selectProjects", "e2e"], { DIGITRADE_BUILT: join(root, "dist") });
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
