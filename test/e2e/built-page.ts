import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import type { RunningServer } from "../../scripts/serve";
import { serveWorkbench, type WorkbenchOptions } from "../../scripts/serve-workbench";

const run = promisify(execFile);

export interface BuiltPage {
  readonly server: RunningServer;
  readonly dispose: () => Promise<void>;
}

/** Where all tests together have it built once; a file of tests that is run alone builds it for itself. */
const BUILT = process.env["DIGITRADE_BUILT"];

/** The page as `npm start` builds it, served on a free port. */
export async function buildPage(options: WorkbenchOptions = {}): Promise<BuiltPage> {
  if (BUILT !== undefined && BUILT !== "") {
    const server = await serveWorkbench(BUILT, 0, options);
    return { server, dispose: () => server.close() };
  }
  const folder = await mkdtemp(path.join(tmpdir(), "digitrade-page-"));
  await run(
    process.execPath,
    [
      "node_modules/webpack-cli/bin/cli.js",
      ...["--mode", "production", "--env", "target=workbench,addin", "--env", `out=${folder}`],
    ],
    { timeout: 120_000 },
  );
  const server = await serveWorkbench(folder, 0, options);
  return {
    server,
    async dispose() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
