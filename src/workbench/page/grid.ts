import { installFunctions, type OpenWorkbook } from "../sheet/adaptor";
import { startWorkbook } from "../start-sheets/index";
import type { SheetFunctions } from "../connect";
import type { Libraries } from "./vendor";

interface GridOptions {
  readonly libraries: Libraries;
  readonly functions: SheetFunctions;
  readonly place: HTMLElement;
  readonly onOpenCalls: (count: number) => void;
}

/** Opens the start workbook and shows it. */
export async function mountGrid({
  libraries,
  functions,
  place,
  onOpenCalls,
}: GridOptions): Promise<OpenWorkbook> {
  const { engine, owl } = libraries;
  const templates = await (await fetch("vendor/o-spreadsheet.xml")).text();
  const { namespace, metadata, table } = functions;
  const installed = installFunctions(engine, namespace, metadata, table, { onOpenCalls });
  const workbook = installed.open(startWorkbook(engine.helpers.createEmptyWorkbookData()));

  class Page extends owl.Component {
    static override template = owl.xml`<Spreadsheet model="props.model" />`;
    static components = { Spreadsheet: engine.Spreadsheet };
    static override props = ["model"];
  }
  const app = new owl.App(Page, {
    props: { model: workbook.model },
    env: {},
    templates,
    warnIfNoStaticProps: false,
    translateFn: (text: string) => text,
  });
  place.replaceChildren();
  await app.mount(place);
  return workbook;
}
