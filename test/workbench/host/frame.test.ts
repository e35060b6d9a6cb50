import type { OfficeWindow } from "../../../src/workbench/host/bridge";
import { admitPane } from "../../../src/workbench/host/pane-frame";
import { bootOffice, closeHosts, openHost, requirements, until } from "./boot-office";
import { associateDemo, DEMO_NAMESPACE, demoFile } from "./demo-add-in";

afterAll(closeHosts);

type Page = typeof globalThis & OfficeWindow;

const cells = { A1: "=DEMO.ECHO(1)", A2: "=DEMO.SLOW(2)" };
const host = openHost({
  metadata: demoFile,
  namespace: DEMO_NAMESPACE,
  data: { sheets: [{ id: "s", name: "Start", colNumber: 5, rowNumber: 5, cells }] },
});

/** The add-in in a frame of this page, as the workbench has it; a frame gets a new window whenever it is loaded. */
async function loadPane(): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  admitPane(host, frame, requirements);
  const page = frame.contentWindow as unknown as Page;
  globalThis.attachOffice?.(page as unknown as Window);
  await bootOffice(host, page);
  associateDemo(page);
  return frame;
}

test("an add-in in a frame works in the workbook, and again after the frame was loaded anew", async () => {
  const frame = await loadPane();
  const { Excel: excel } = frame.contentWindow as unknown as Page;
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem("Start").getRange("B1").values = [["from the frame"]];
    await context.sync();
  });
  expect(host.book.value("s", 1, 0)).toBe("from the frame");
  await until(() => host.book.value("s", 0, 0) === "[1,null,null]");
  await until(() => host.functions.counts.invoked === 2);

  frame.remove();
  await loadPane();
  host.model.dispatch("UPDATE_CELL", { sheetId: "s", col: 0, row: 0, content: "=DEMO.ECHO(3)" });
  await until(() => host.book.value("s", 0, 0) === "[3,null,null]");
  // The new call, and the one that was in flight when the frame went.
  expect(host.functions.counts.invoked).toBe(4);
});

test("nobody else's window is attached", () => {
  const [frame, stranger] = [document.createElement("iframe"), document.createElement("iframe")];
  document.body.append(frame, stranger);
  admitPane(openHost(), frame);
  const page = stranger.contentWindow as unknown as OfficeWindow & Window;
  globalThis.attachOffice?.(page);
  expect(page._richApiNativeBridge).toBeUndefined();
});
