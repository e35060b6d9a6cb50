import type { Engine } from "../sheet/engine";

/** The libraries that index.html loads as their publishers built them (see webpack.config.js). */
interface Vendor {
  readonly o_spreadsheet?: Engine;
  readonly owl?: typeof import("@odoo/owl");
}

export interface Libraries {
  readonly engine: Engine;
  readonly owl: typeof import("@odoo/owl");
}

export function libraries(scope: object = globalThis): Libraries {
  const { o_spreadsheet, owl } = scope as Vendor;
  if (!o_spreadsheet || !owl) throw new Error("A file of the folder vendor/ did not load.");
  return { engine: o_spreadsheet, owl };
}
