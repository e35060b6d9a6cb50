import { createHost, type Host } from "../host/index";
import type { Schema } from "../host/schema";
import { startWorkbook } from "../start-sheets/index";
import { sheetFunctions } from "../sheet-functions";
import type { Libraries } from "./vendor";

/** Opens a workbook behind a host for the add-in's office.js: one in the engine's format, or the start workbook. */
export async function openWorkbook(
  { engine }: Libraries,
  onOpenCalls: (count: number) => void,
  data?: object,
): Promise<Host> {
  const schema = (await (await fetch("office-schema.json")).json()) as Schema;
  const { namespace, metadata } = sheetFunctions();
  return createHost({
    engine,
    schema,
    namespace,
    metadata: { functions: metadata, allowCustomDataForDataTypeAny: true },
    data: data ?? startWorkbook(engine.helpers.createEmptyWorkbookData()),
    onOpenCalls,
  });
}

/** Shows a workbook's grid; what it returns takes the grid away. */
export async function mountGrid(
  { engine, owl }: Libraries,
  { model }: Host,
  place: HTMLElement,
): Promise<() => void> {
  const templates = await (await fetch("vendor/o-spreadsheet.xml")).text();
  class Page extends owl.Component {
    static override template = owl.xml`<Spreadsheet model="props.model" />`;
    static components = { Spreadsheet: engine.Spreadsheet };
    static override props = ["model"];
  }
  const app = new owl.App(Page, {
    props: { model },
    env: {},
    templates,
    warnIfNoStaticProps: false,
    translateFn: (text: string) => text,
  });
  place.replaceChildren();
  await app.mount(place);
  return () => app.destroy();
}
