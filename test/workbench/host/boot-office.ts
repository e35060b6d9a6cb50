import { readFileSync } from "node:fs";
import path from "node:path";

import * as engine from "@odoo/o-spreadsheet";

import { OFFICE_FOLDER, officeSchema } from "../../../scripts/office-schema";
import { type OfficeWindow, type Requirements, FLOOR, NEWEST } from "../../../src/workbench/host/bridge";
import type { FunctionFile } from "../../../src/workbench/host/functions";
import { createHost, type Host, type HostOptions } from "../../../src/workbench/host/index";

declare global {
  /** Which ExcelApi the jest project advertises: "1.12" or "1.15". */
  var EXCEL_API: string | undefined;
}

const NO_FUNCTIONS: FunctionFile = { functions: [] };

/** What the running jest project advertises. */
export const requirements: Requirements = globalThis.EXCEL_API === "1.15" ? NEWEST : FLOOR;

const opened: Host[] = [];

/** A workbook and its host; closed by {@link closeHosts}. */
export function openHost(options: Partial<HostOptions> = {}): Host {
  const host = createHost({
    engine,
    schema: officeSchema(),
    metadata: NO_FUNCTIONS,
    namespace: "TEST",
    ...options,
  });
  opened.push(host);
  return host;
}

export function closeHosts(): void {
  for (const host of opened.splice(0)) host.dispose();
}

interface ScriptWindow extends OfficeWindow {
  readonly document: Document;
  readonly Node: { prototype: Node };
  Office?: { readonly onReady: () => Promise<unknown> };
  eval: (script: string) => unknown;
}

const BASE = "https://localhost/";
const sources = new Map<string, string>();

/**
 * Boots the real, unmodified office.js in a window against a host: once per window. Another host takes over the same
 * window with {@link attachHost}. Afterwards `Excel`, `Office` and `CustomFunctions` are globals of that window.
 */
export async function bootOffice(host: Host, target: object = globalThis): Promise<void> {
  const page = target as ScriptWindow;
  if (page.Office) {
    attachHost(host, page);
    return;
  }
  host.bridge.attach(page, requirements);
  const run = (file: string): unknown => page.eval(scriptText(file));
  const restore = answerScriptTags(page, run);
  try {
    // office.js finds its folder by the address of its own script tag.
    const tag = page.document.createElement("script");
    tag.type = "x/none";
    tag.setAttribute("src", `${BASE}office.js`);
    page.document.head.appendChild(tag);
    run("office.js");
    await (page as { Office?: { readonly onReady: () => Promise<unknown> } }).Office?.onReady();
  } finally {
    restore();
  }
}

/** Opens another workbook under a page whose office.js runs already. */
export function attachHost(host: Host, page: object = globalThis): void {
  host.bridge.attach(page as OfficeWindow, requirements);
}

/** Reads what the library would load from beside itself, and runs it as a page does. */
function answerScriptTags(page: ScriptWindow, run: (file: string) => unknown): () => void {
  const { prototype } = page.Node;
  // Called with their own `this` below, as the originals they stand for.
  const { appendChild, insertBefore } = prototype as unknown as Record<
    "appendChild" | "insertBefore",
    Method
  >;
  const isScript = (node: Node): node is HTMLScriptElement =>
    (node as Partial<HTMLScriptElement>).tagName === "SCRIPT" &&
    /^https:\/\/localhost\/.*\.js$/.test((node as HTMLScriptElement).src);
  const load = (script: HTMLScriptElement): void => {
    setTimeout(() => {
      run(script.src.slice(BASE.length));
      script.onload?.(new (page as unknown as typeof globalThis).Event("load"));
    }, 0);
  };
  const hook = (original: Method): Method =>
    function (this: Node, node, ...rest) {
      if (!isScript(node) || node.type === "x/none") return original.call(this, node, ...rest);
      load(node);
      return node;
    };
  const put = (methods: Record<"appendChild" | "insertBefore", Method>): void =>
    void Object.assign(prototype, methods);
  put({ appendChild: hook(appendChild), insertBefore: hook(insertBefore) });
  return () => put({ appendChild, insertBefore });
}

type Method = (this: Node, node: Node, ...rest: unknown[]) => unknown;

function scriptText(file: string): string {
  const known = sources.get(file);
  if (known !== undefined) return known;
  const text = `${readFileSync(path.join(OFFICE_FOLDER, "dist", file), "utf8")}\n//# sourceURL=${file}`;
  sources.set(file, text);
  return text;
}

/** Waits until something holds; fails with its text after 8 seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 8000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Never true: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
