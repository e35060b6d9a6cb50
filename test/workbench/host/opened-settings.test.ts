/** What a file keeps of the add-in's choices, as the add-in reads and changes it. */
import * as engine from "@odoo/o-spreadsheet";
import { fileBase, saveOpened } from "../../../src/workbench/file/save-opened";
import { openFile } from "../../../src/workbench/file/opened-file";
import { installTrace } from "../../../src/workbench/file/trace";
import { sheetFunctions } from "../../../src/workbench/sheet-functions";
import { choosePolicy, readPolicy } from "../../../src/workbook/opening-policy";
import { openPackage } from "../../../src/xlsx/package";
import { workbookFile } from "../../xlsx/workbook-file";
import { EXTENSION, property, webExtension, withExtensions } from "../file/web-extension";
import { attachHost, bootOffice, closeHosts, openHost } from "./boot-office";

beforeAll(() => bootOffice(openHost()));
afterEach(closeHosts);

test("the policy of an opened file is the add-in's, and another one that is chosen is in the saved file", async () => {
  installTrace(engine);
  const ask = property("digitrade.opening", "&quot;ask&quot;");
  const opened = openFile("Trade.xlsx", workbookFile(withExtensions(ask)), { engine, ...sheetFunctions() });
  const host = openHost({ data: opened.data });
  const base = fileBase(opened, host);
  attachHost(host);
  expect(await readPolicy()).toBe("ask");
  await choosePolicy("refresh");
  const saved = saveOpened(base, engine, host);
  if (saved.kind === "refused") throw new Error(JSON.stringify(saved.refused));
  expect(openPackage(saved.bytes).text(EXTENSION)).toBe(
    webExtension(property("digitrade.opening", "&quot;refresh&quot;")),
  );
});
