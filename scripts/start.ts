import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { previewGateway } from "./preview-gateway";
import { serveWorkbench } from "./serve-workbench";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const DIST = path.join(ROOT, "dist");
/** What the page is made of. */
const SOURCES = [
  "src",
  "assets",
  "docs/help",
  "scripts/pack-loader.cjs",
  "webpack.config.js",
  "package-lock.json",
];
const DEFAULT_PORT = 3000;

const HELP = `Serves the local preview of DigiTrade: the functions in a grid, without Excel. A gateway beside it asks the
sources for figures and keeps them in a folder of your own (DIGITRADE_STORE names another); where there is no network,
what is kept answers, and what is embedded.

  --port NUMBER   port to listen on (${String(DEFAULT_PORT)}, or the next free one)
  --offline       no gateway: the embedded figures alone
  --no-build      serve what is in dist, even if the sources are newer
  --help          this text
`;

async function newest(file: string): Promise<number> {
  const facts = await stat(file).catch(() => undefined);
  if (!facts) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  const inside = await readdir(file);
  const times = await Promise.all(inside.map((name) => newest(path.join(file, name))));
  return Math.max(facts.mtimeMs, ...times);
}

async function isStale(): Promise<boolean> {
  const built = await stat(path.join(DIST, "workbench/index.html")).catch(() => undefined);
  if (!built) return true;
  const times = await Promise.all(SOURCES.map((name) => newest(path.join(ROOT, name))));
  return Math.max(...times) > built.mtimeMs;
}

function build(): Promise<void> {
  const webpack = path.join(ROOT, "node_modules/webpack-cli/bin/cli.js");
  const run = spawn(process.execPath, [webpack, "--env", "target=workbench,addin", "--mode", "production"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    run.on("error", reject);
    run.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error("The page could not be built; the messages above say why."));
    });
  });
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? DEFAULT_PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`--port must be a number from 0 to 65535; "${String(text)}" is not.`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      offline: { type: "boolean" },
      "no-build": { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const port = readPort(values.port);
  // Before the build, so that Ctrl-C ends this just as cleanly while webpack still runs.
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  void stopped.then(() => setTimeout(() => process.exit(0), 500).unref());

  const gateway = values.offline ? undefined : previewGateway(process.env);
  let opening: Promise<void> | undefined;
  const openGateway = (): void => {
    opening ??= gateway?.open().catch((problem: unknown) => {
      process.stderr.write(`${sentenceOf(problem)}\nThe preview goes on with the embedded figures.\n`);
    });
  };
  if (!values["no-build"] && (await isStale())) {
    process.stdout.write("Building the page …\n");
    // Meanwhile the sources can be asked.
    openGateway();
    await build();
  }
  const server = await serveWorkbench(DIST, port, gateway && { gateway: gateway.listener });
  process.stdout.write(`DigiTrade, local preview: ${server.url}\nPress Ctrl-C to stop.\n`);
  openGateway();
  await stopped;
  await server.close();
  await gateway?.close();
  process.exit(0);
}

const sentenceOf = (problem: unknown): string =>
  problem instanceof Error ? problem.message : String(problem);

main().catch((problem: unknown) => {
  process.stderr.write(`${sentenceOf(problem)}\n`);
  process.exit(1);
});
