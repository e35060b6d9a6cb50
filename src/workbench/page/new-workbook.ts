import type { NewFile } from "../file/save-new";
import type { Host } from "../host/index";
import type { Engine } from "../sheet/engine";

/** Writes the whole workbook as a new file; the library for that is loaded with the first one. */
export async function newWorkbook(engine: Engine, host: Host, file: NewFile): Promise<Uint8Array> {
  const [library, { saveNew }] = await Promise.all([
    import("wasm-xlsxwriter/web"),
    import(/* webpackChunkName: "new-workbook" */ "../file/save-new"),
  ]);
  await library.default();
  return saveNew(engine, host, file);
}
