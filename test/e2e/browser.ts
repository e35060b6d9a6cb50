import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { type Browser, chromium } from "playwright-core";

const run = promisify(execFile);
const VERSION = "147.0.0";
/** npm and jest run in the project's folder; __dirname exists only under jest, import.meta only outside it. */
const ROOT = process.cwd();

/**
 * The package unpacks its Chromium in about two seconds. It adds the shared libraries that a bare container lacks
 * (libnss3 and the like, al2023.tar.br) only if it believes to run in Amazon's Lambda, hence AWS_LAMBDA_JS_RUNTIME; they
 * are found through LD_LIBRARY_PATH. It also takes any existing /tmp/chromium for complete, even one that another
 * process is still writing: so everything goes into a folder of its own, which is renamed when it is whole.
 */
async function unpacked(): Promise<string> {
  const folder = path.join(tmpdir(), `digitrade-chromium-${VERSION}-${String(process.getuid?.() ?? "user")}`);
  if (existsSync(path.join(folder, "chromium"))) return folder;
  const fresh = await mkdtemp(path.join(tmpdir(), "digitrade-unpack-"));
  await run(process.execPath, [path.join(ROOT, "test/e2e/unpack-chromium.mjs")], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" },
    timeout: 120_000,
  });
  await writeFile(path.join(fresh, FONTS), fontConfiguration(folder));
  try {
    await rename(fresh, folder);
  } catch (problem) {
    // Another test run was faster.
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(path.join(folder, "chromium"))) throw problem;
  }
  return folder;
}

const FONTS = "digitrade-fonts.conf";

/** The package's own configuration looks for its fonts (Open Sans) under /tmp/fonts only. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

const ARGS = [
  "--no-sandbox",
  "--disable-setuid-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--no-zygote",
  "--font-render-hinting=none",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

/** A headless Chromium that needs nothing but npm packages; CHROMIUM_PATH names another one. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env["CHROMIUM_PATH"];
  if (own !== undefined && own !== "")
    return chromium.launch({ executablePath: own, args: ARGS, timeout: 60_000 });
  const folder = await unpacked();
  const libraries = [path.join(folder, "al2023/lib"), process.env["LD_LIBRARY_PATH"]]
    .filter(Boolean)
    .join(":");
  return chromium.launch({
    executablePath: path.join(folder, "chromium"),
    args: ARGS,
    timeout: 60_000,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_FILE: path.join(folder, FONTS),
      HOME: folder,
    },
  });
}
