/**
 * Writes manifests. Without options, the two of the repository, for development on this machine:
 * `npx tsx scripts/manifest.ts`. For an organisation's own server:
 * `npx tsx scripts/manifest.ts --origin https://… [--namespace NAME] [--id GUID] [--name TEXT] [--variant ltsc] [--out FILE]`.
 */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";

import packageFacts from "../package.json";
import metadata from "../src/functions/metadata.json";
import type { Variant } from "./complete-metadata";
import { buildManifest, type ManifestInputs } from "./manifest/build";
import { manifestFaults } from "./manifest/check";
import { COMMANDS } from "./manifest/commands";
import { readSurroundings } from "./manifest/surroundings";
import { writeXml } from "./manifest/xml";

const USAGE = `usage: npx tsx scripts/manifest.ts [--origin https://HOST] [options]

  Without options: writes manifest.xml and manifest-ltsc.xml for development on https://localhost:3000.

  --origin ADDRESS   where the add-in is served, at its root
  --namespace NAME   what formulas begin with (DIGITRADE)
  --id GUID          identity of the add-in (worked out from origin, namespace and variant, always the same)
  --name TEXT        name in Excel (DigiTrade)
  --name-ja TEXT     name in Japanese Excel (as --name)
  --version N.N.N.N  (the version of package.json)
  --variant VARIANT  current, or ltsc for Excel 2021 and 2024
  --out FILE         where to write (standard output)
`;

const DEVELOPMENT = {
  origin: "https://localhost:3000",
  namespace: "DIGITRADEDEV",
  displayName: { en: "DigiTrade (dev)", ja: "DigiTrade（開発版）" },
} as const;

const COMMENT = "Written by scripts/manifest.ts; change scripts/manifest/ and write it again.";

/** The files of the repository, by name. */
export const DEVELOPMENT_MANIFESTS: Readonly<Record<string, ManifestInputs>> = {
  "manifest.xml": inputsOf({ ...DEVELOPMENT, variant: "current" }),
  "manifest-ltsc.xml": inputsOf({ ...DEVELOPMENT, variant: "ltsc" }),
};

type Asked = Omit<ManifestInputs, "id" | "version"> & {
  readonly id?: string | undefined;
  readonly version?: string | undefined;
};

/** Two add-ins with one id replace each other, so every server, namespace and variant has its own, always the same. */
function inputsOf({ id, version, ...rest }: Asked): ManifestInputs {
  return {
    ...rest,
    id: id ?? guidOf(`${rest.origin} ${rest.namespace} ${rest.variant}`),
    version: version ?? `${packageFacts.version}.0`,
  };
}

/** A name-based GUID (RFC 9562, version 5) in the name space of addresses. */
export function guidOf(name: string): string {
  const space = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");
  const bytes = createHash("sha1").update(space).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** The text of a manifest; throws with all that speaks against it. */
export async function manifestText(inputs: ManifestInputs): Promise<string> {
  const root = buildManifest(inputs, COMMANDS);
  const ids = metadata.functions.map(({ id }) => id);
  const faults = manifestFaults(root, await readSurroundings(root, inputs.origin, ids));
  if (faults.length > 0) throw new Error(`This would not be a manifest:\n  ${faults.join("\n  ")}`);
  return writeXml(root, COMMENT);
}

/** What the command line asks for, by file; no name is standard output. */
export function readOptions(args: readonly string[]): Readonly<Record<string, ManifestInputs>> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      origin: text,
      namespace: text,
      id: text,
      name: text,
      "name-ja": text,
      version: text,
      variant: text,
      out: text,
    },
  });
  if (args.length === 0) return DEVELOPMENT_MANIFESTS;
  if (values.origin === undefined) throw new Error(`--origin is missing.\n\n${USAGE}`);
  const { namespace = "DIGITRADE", name = "DigiTrade", "name-ja": japanese = name, id, version } = values;
  const variant = readVariant(values.variant ?? "current");
  const asked = {
    origin: readOrigin(values.origin),
    namespace,
    displayName: { en: name, ja: japanese },
    variant,
  };
  return { [values.out ?? ""]: inputsOf({ ...asked, id: id?.toLowerCase(), version }) };
}

function readVariant(text: string): Variant {
  if (text === "current" || text === "ltsc") return text;
  throw new Error(`--variant is current or ltsc, not ${text}.`);
}

/** Excel reads everything below the root of an https server; a path would be lost on the way. */
function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "https:" && url.pathname === "/" && url.search === "" && url.hash === "")
    return url.origin;
  throw new Error(
    `--origin must be like https://digitrade.example.org, with nothing behind it; ${text} is not.`,
  );
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) {
    process.stdout.write(USAGE);
    return;
  }
  for (const [file, inputs] of Object.entries(readOptions(args))) {
    const text = await manifestText(inputs);
    if (file === "") process.stdout.write(text);
    else await writeFile(file, text);
  }
}

if (process.argv[1]?.endsWith("manifest.ts"))
  main(process.argv.slice(2)).catch((problem: unknown) => {
    console.error(problem instanceof Error ? problem.message : problem);
    process.exitCode = 2;
  });
