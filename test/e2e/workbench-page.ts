/** The workbench with the production pane in it, driven as a person at a browser does, and read as its workbook. */
import type { BrowserContext, Frame, FrameLocator, Page } from "playwright-core";

import type { TestAccess } from "../../src/workbench/page/test-access";
import { parseCellName } from "../../src/workbench/sheet/address";

export const WAIT = { timeout: 20_000 };

declare const digitrade: TestAccess;

export interface WorkbenchPage {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Errors that the page or the pane threw or wrote to the console. */
  readonly problems: string[];
}

/** Messages of the browser itself about requests that were refused; what the pane makes of them is looked at there. */
const OF_NETWORK = /^Failed to load resource/;

/** A new workbook: the start sheets and an empty one, `Scratch`, which is shown. */
export async function openWorkbench(context: BrowserContext, url: string): Promise<WorkbenchPage> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`${error.message}\n${error.stack ?? ""}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !OF_NETWORK.test(message.text())) problems.push(message.text());
  });
  await page.goto(url);
  await page.waitForFunction(() => "digitrade" in globalThis, undefined, WAIT);
  await settled(page);
  await page.evaluate(async () => {
    const { model } = digitrade;
    model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo: "scratch" });
    // Two frames, until the grid is drawn: it draws the sheet that it was at, also where that is gone by then.
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  return { page, pane: page.frameLocator(".pane-frame"), problems };
}

/** Takes the start sheets away, so that the workbook's only formulas are the test's. */
export const keepOnlyScratch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { getters, dispatch } = digitrade.model;
    for (const sheetId of getters.getSheetIds())
      if (sheetId !== "scratch")
        dispatch("DELETE_SHEET", { sheetId, sheetName: getters.getSheetName(sheetId) });
  });

/** No call of a function is open, and every cell shows its answer. */
export const settled = (page: Page): Promise<void> => page.evaluate(() => digitrade.settled());

/** Types into cells of the empty sheet; resolves when everything is calculated. */
export async function put(page: Page, cells: Readonly<Record<string, string>>): Promise<void> {
  const places = Object.entries(cells).map(([name, content]) => ({ ...placeOf(name), content }));
  await page.evaluate((all) => {
    for (const one of all) digitrade.model.dispatch("UPDATE_CELL", { sheetId: "scratch", ...one });
  }, places);
  await settled(page);
}

/** Empties the sheet, so that the next test starts with none of this one's cells. */
export async function clear(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { getters, dispatch } = digitrade.model;
    const [right, bottom] = [getters.getNumberCols("scratch") - 1, getters.getNumberRows("scratch") - 1];
    dispatch("DELETE_CONTENT", { sheetId: "scratch", target: [{ left: 0, top: 0, right, bottom }] });
  });
  await settled(page);
}

export async function select(page: Page, name: string): Promise<void> {
  await page.evaluate(({ col, row }) => digitrade.model.selection.selectCell(col, row), placeOf(name));
}

export type Cell = ReturnType<TestAccess["read"]>;

/** What a cell of the empty sheet holds and shows. */
export const read = (page: Page, name: string): Promise<Cell> =>
  page.evaluate((address) => digitrade.read(`Scratch!${address}`), name);

/** The values of cells of the empty sheet, in this order. */
export const values = (page: Page, ...names: readonly string[]): Promise<readonly unknown[]> =>
  page.evaluate((all) => all.map((name) => digitrade.read(`Scratch!${name}`).value), names);

/** The formulas of cells of the empty sheet, in this order; undefined for a cell without one. */
export const formulas = (page: Page, ...names: readonly string[]): Promise<readonly unknown[]> =>
  page.evaluate(
    (all) =>
      all.map((name) => {
        const content = digitrade.host.formulaAt(`Scratch!${name}`);
        return content?.startsWith("=") === true ? content : undefined;
      }),
    names,
  );

function placeOf(name: string): { readonly col: number; readonly row: number } {
  const place = parseCellName(name);
  if (!place) throw new Error(`"${name}" is no cell.`);
  return place;
}

/** Everything beside cells that the file keeps: settings, custom XML parts, hidden names. */
export const keptInFile = (page: Page): Promise<Readonly<Record<string, unknown>>> =>
  page.evaluate(() => {
    const { office = {} } = digitrade.host.save() as { readonly office?: Readonly<Record<string, unknown>> };
    return office;
  });

/** Inserts a row through the grid, as its menu does; `row` counts from 1. */
export const insertRowAbove = (page: Page, row: number): Promise<void> =>
  page.evaluate((base) => {
    const at = { sheetId: "scratch", sheetName: digitrade.model.getters.getSheetName("scratch") };
    digitrade.model.dispatch("ADD_COLUMNS_ROWS", {
      ...at,
      dimension: "ROW",
      base,
      position: "before",
      quantity: 1,
    });
  }, row - 1);

/** The names of the workbook, as Excel tells them to an add-in. */
export const definedNames = ({
  page,
}: WorkbenchPage): Promise<readonly { name: string; visible: boolean }[]> =>
  paneFrame(page).evaluate(() =>
    Excel.run(async (context) => {
      const { names } = context.workbook;
      names.load("items/name,items/visible");
      await context.sync();
      return names.items.map(({ name, visible }) => ({ name, visible }));
    }),
  );

/** Opens the workbook anew as far as the add-in goes: its page ends, and starts with what the file keeps. */
export async function reloadPane({ page, pane }: WorkbenchPage): Promise<void> {
  await paneFrame(page).evaluate(() => {
    document.documentElement.dataset["before"] = "reload";
    location.reload();
  });
  await pane.locator("html:not([data-before]) [role=tab]").first().waitFor(WAIT);
}

export function paneFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes("taskpane"));
  if (!frame) throw new Error("The pane is not there.");
  return frame;
}

export const showTab = ({ pane }: WorkbenchPage, name: string): Promise<void> =>
  pane.getByRole("tab", { name, exact: true }).click(WAIT);

/** The parts of the pane that can be used and seen now. */
export const press = ({ pane }: WorkbenchPage, name: string | RegExp): Promise<void> =>
  pane.getByRole("button", { name, exact: typeof name === "string" }).click(WAIT);

/** Resolves as soon as the pane shows these words. */
export const says = ({ pane }: WorkbenchPage, words: string | RegExp): Promise<void> =>
  pane.getByText(words).filter({ visible: true }).first().waitFor(WAIT);

/** Asks until it is so; the test's own time limit is its patience. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
}
