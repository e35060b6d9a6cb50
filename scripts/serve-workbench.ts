import path from "node:path";
import { OFFICE_FOLDER } from "./office-schema";
import { type RunningServer, serveFolder } from "./serve";

const MICROSOFT = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
/** Makes the page around the pane its host, then runs the installed copy of the same library. */
const LOADER = "/office-loader.js";

/**
 * Serves the workbench and, under /addin/, the production add-in that it shows: byte for byte as it would be deployed,
 * but for the address of office.js, which comes from the installed package.
 */
export function serveWorkbench(dist: string, port: number): Promise<RunningServer> {
  return serveFolder(path.join(dist, "workbench"), port, {
    mounts: { "/addin/": path.join(dist, "addin"), "/office/": path.join(OFFICE_FOLDER, "dist") },
    rewrite: (url, text) => (url.startsWith("/addin/") ? text.replace(MICROSOFT, LOADER) : text),
  });
}
