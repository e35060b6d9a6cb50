import type { RequestListener } from "node:http";
import path from "node:path";
import { OFFICE_FOLDER } from "./office-schema";
import { type RunningServer, serveFolder } from "./serve";

const MICROSOFT = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
/** Makes the page around the pane its host, then runs the installed copy of the same library. */
const LOADER = "/office-loader.js";

/** How a page that is built for no gateway says so, minified or not; and how it names one at the page's own address. */
const NO_GATEWAY = /\sdata-gateway(?:="")?(?=[\s>])/;
const OWN_GATEWAY = ' data-gateway="/"';

export interface WorkbenchOptions {
  /** Answers for figures under /v1/, beside the page; without it the page has the embedded figures alone. */
  readonly gateway?: RequestListener;
}

/**
 * Serves the workbench and, under /addin/, the production add-in that it shows: byte for byte as it would be deployed,
 * but for the address of office.js, which comes from the installed package, and that of the gateway, if there is one.
 */
export function serveWorkbench(
  dist: string,
  port: number,
  { gateway }: WorkbenchOptions = {},
): Promise<RunningServer> {
  return serveFolder(path.join(dist, "workbench"), port, {
    mounts: { "/addin/": path.join(dist, "addin"), "/office/": path.join(OFFICE_FOLDER, "dist") },
    rewrite: (url, text) => {
      const page = url.startsWith("/addin/") ? text.replace(MICROSOFT, LOADER) : text;
      return gateway ? page.replace(NO_GATEWAY, OWN_GATEWAY) : page;
    },
    ...(gateway && { listeners: { "/v1/": gateway, "/healthz": gateway } }),
  });
}
