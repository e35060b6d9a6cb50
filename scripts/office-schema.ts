/**
 * What the installed copy of office.js says about itself, for the workbook host. Derived when needed and kept in the
 * temporary folder or dist/, never in the repository: it is made from Microsoft's code.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import vm from "node:vm";

import { describeClasses, type Schema, withSince } from "../src/workbench/host/schema";

export const OFFICE_FOLDER = path.resolve("node_modules/@microsoft/office-js");

/** The schema of the installed version, read from the temporary folder when an earlier run left it there. */
export function officeSchema(): Schema {
  const { version } = JSON.parse(readFileSync(path.join(OFFICE_FOLDER, "package.json"), "utf8")) as {
    version: string;
  };
  const file = path.join(tmpdir(), `digitrade-office-schema-3-${version}.json`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Schema;
  } catch {
    const declarations = readFileSync(path.resolve("node_modules/@types/office-js/index.d.ts"), "utf8");
    const schema = withSince(deriveSchema(), declarations);
    writeSchema(file, schema);
    return schema;
  }
}

/** Written beside and renamed, so that a test beside this one never reads half of it. */
export function writeSchema(file: string, schema: Schema): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, JSON.stringify(schema));
  renameSync(beside, file);
}

/** Loads the debug build beside a page that is just large enough for it, and describes its classes. */
function deriveSchema(): Schema {
  const page: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    URL,
    performance,
  };
  Object.assign(page, {
    window: page,
    self: page,
    location: {
      href: "https://localhost/",
      search: "",
      hash: "",
      protocol: "https:",
      origin: "https://localhost",
      hostname: "localhost",
    },
    navigator: { userAgent: "node" },
    document: {
      readyState: "complete",
      URL: "",
      getElementsByTagName: () => [],
      addEventListener: () => undefined,
      createElement: () => ({}),
    },
    addEventListener: () => undefined,
  });
  vm.createContext(page);
  vm.runInContext(readFileSync(path.join(OFFICE_FOLDER, "dist/excel-mac-16.00.debug.js"), "utf8"), page);
  return describeClasses(page.Excel as Record<string, unknown>);
}

const [, script, target] = process.argv;
if (script?.endsWith("office-schema.ts"))
  writeSchema(target ?? "dist/workbench/office-schema.json", officeSchema());
