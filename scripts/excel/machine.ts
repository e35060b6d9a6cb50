import { spawn } from "node:child_process";
import { access } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline/promises";

import { DEVELOPMENT_MANIFESTS } from "../manifest";
import { buildManifest, type ManifestInputs } from "../manifest/build";
import { COMMANDS } from "../manifest/commands";
import { addresses } from "../manifest/surroundings";
import { serveSecurely } from "./server";
import type { Machine } from "./steps";

const MANIFEST = "manifest.xml";
const FOLDER = path.join("dist", "addin");
/** Not a dependency: it does not install everywhere, and whoever needs it has been asked. */
const TOOL = "office-addin-debugging@7";

/** This computer, with all that the steps can do to it. */
export function realMachine(): Machine {
  const inputs = DEVELOPMENT_MANIFESTS[MANIFEST];
  if (!inputs) throw new Error(`${MANIFEST} is not among the manifests.`);
  return {
    platform: process.platform,
    say: (text) => process.stdout.write(`${text}\n`),
    ask,
    build: () => run(process.execPath, buildArguments(inputs)),
    missing: () => missingFiles(FOLDER, inputs),
    isTrusted: async () => (await certificates()).verifyCertificates(),
    certificate: async () => (await certificates()).getHttpsServerOptions(),
    removeCertificate: async () => {
      const { uninstallCaCertificate, deleteCertificateFiles } = await certificates();
      await uninstallCaCertificate();
      deleteCertificateFiles();
    },
    serve: (certificate) => serveSecurely(FOLDER, Number(new URL(inputs.origin).port), certificate),
    sideload: (what) => run("npx", toolArguments(what)),
    stopped: new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
  };
}

/** Loaded only where it is used: it looks at the system's certificates. */
const certificates = () => import("office-addin-dev-certs");

/** Page and metadata are built for one address and one namespace. */
function buildArguments({ origin, namespace }: ManifestInputs): readonly string[] {
  const webpack = path.join("node_modules", "webpack-cli", "bin", "cli.js");
  const env = ["target=addin", `origin=${origin}`, `namespace=${namespace}`].flatMap((pair) => [
    "--env",
    pair,
  ]);
  return [webpack, "--mode", "development", ...env];
}

/** Without debugger and live reload: what runs is what users get. */
export function toolArguments(what: "start" | "stop"): readonly string[] {
  const options = what === "start" ? ["desktop", "--app", "excel", "--no-debug", "--no-live-reload"] : [];
  return ["--yes", TOOL, what, MANIFEST, ...options];
}

/** What the manifest names below its origin and the folder does not hold. */
export async function missingFiles(folder: string, inputs: ManifestInputs): Promise<readonly string[]> {
  const paths = addresses(buildManifest(inputs, COMMANDS)).map((address) =>
    new URL(address).pathname.slice(1),
  );
  const found = await Promise.all(
    [...new Set(paths)].map((file) =>
      access(path.join(folder, ...file.split("/"))).then(
        () => [],
        () => [file],
      ),
    ),
  );
  return found.flat().filter((file) => file !== "");
}

async function ask(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await new Promise<string>((resolve, reject) => {
      // The reader swallows Ctrl-C; whoever presses it wants to end everything.
      reader.once("SIGINT", () => reject(new Error("Stopped.")));
      reader.question(`${question} (y/N) `).then(resolve, reject);
    });
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    reader.close();
  }
}

function run(command: string, args: readonly string[]): Promise<void> {
  // On Windows npx is a script, which only a shell starts; no argument here comes from outside.
  const shell = process.platform === "win32" && command === "npx";
  const child = spawn(command, args, { stdio: "inherit", shell });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else
        reject(new Error(`${path.basename(command)} ${args.join(" ")} ended with code ${code ?? "none"}.`));
    });
  });
}
