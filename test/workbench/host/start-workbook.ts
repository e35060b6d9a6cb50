import type { Host } from "../../../src/workbench/host/index";
import { attachHost, openHost } from "./boot-office";

const DATA = {
  sheets: [
    { id: "s", name: "Start", colNumber: 10, rowNumber: 20, cells: { A1: "1", A2: "2", A3: "=SUM(A1:A2)" } },
  ],
};

/** A workbook with one sheet, `Start`, under the page's office.js. */
export function openStart(options: Parameters<typeof openHost>[0] = {}): Host {
  const host = openHost({ data: DATA, ...options });
  attachHost(host);
  return host;
}

/** What a batch fails with. */
export const fails = (run: (context: Excel.RequestContext) => unknown) =>
  expect(
    Excel.run(async (context) => {
      await run(context);
      await context.sync();
    }),
  ).rejects;

export const start = (context: Excel.RequestContext): Excel.Worksheet =>
  context.workbook.worksheets.getItem("Start");
