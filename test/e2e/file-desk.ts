/** Opening a workbook's file in the workbench, changing it there, and saving it: what tests of that do and look at. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Locator } from "playwright-core";

import { openPackage } from "../../src/xlsx/package";
import type { CellValue } from "../../src/xlsx/cells";
import { readBook } from "../../src/xlsx/read-book";
import { cellName } from "../../src/file/address";
import type { TestAccess } from "../../src/workbench/page/test-access";
import { parseCellName } from "../../src/workbench/sheet/address";
import { launchBrowser } from "./browser";
import { type BuiltPage, buildPage } from "./built-page";
import { openWorkbench, settled, WAIT, type WorkbenchPage } from "./workbench-page";

declare const digitrade: TestAccess;

export const TRADE = "libreoffice-charts.xlsx";
export const corpus = (name: string): Buffer => readFileSync(join(__dirname, "../fixtures/xlsx", name));

export interface SavedFile {
  readonly name: string;
  readonly file: Uint8Array;
}

/** A page of the workbench for each test. */
export interface FileDesk {
  readonly bench: () => WorkbenchPage;
  readonly notice: () => Locator;
  readonly choose: (name: string, buffer: Buffer) => Promise<void>;
  /** Chooses a file; resolves when the bar shows its name and all its cells are answered. */
  readonly open: (name: string, buffer?: Buffer) => Promise<void>;
  /** Saves with the keyboard, or with a button, and takes the download. */
  readonly save: (button?: string) => Promise<SavedFile>;
  readonly select: (cell: string) => Promise<void>;
  /** With the mouse, as a person goes back to the sheet from the pane. */
  readonly clickCell: (cell: string) => Promise<void>;
  readonly read: (address: string) => Promise<ReturnType<TestAccess["read"]>>;
  readonly insertRow: () => Promise<void>;
  readonly isMarkedAsChanged: () => Promise<boolean>;
}

/** Opens the page before each test of a file, and closes it behind it; a test during which it complained fails. */
export function fileDesk(): FileDesk {
  let browser: Browser | undefined;
  let built: BuiltPage | undefined;
  let bench: WorkbenchPage;

  beforeAll(async () => {
    [built, browser] = await Promise.all([buildPage(), launchBrowser()]);
  }, 240_000);

  beforeEach(async () => {
    if (!browser || !built) throw new Error("The browser or the page did not start.");
    const context = await browser.newContext({ viewport: { width: 1400, height: 850 }, locale: "en-US" });
    bench = await openWorkbench(context, built.server.url);
  }, 60_000);

  afterEach(async () => {
    expect(bench.problems).toEqual([]);
    // The page asks before it is left with unsaved changes; nobody answers here.
    await bench.page.context().close();
  });

  afterAll(async () => {
    await browser?.close();
    await built?.dispose();
  });

  const choose = (name: string, buffer: Buffer): Promise<void> =>
    bench.page.setInputFiles("#bar input[type=file]", {
      name,
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer,
    });

  return {
    bench: () => bench,
    notice: () => bench.page.locator("#notice"),
    choose,
    async open(name, buffer = corpus(name)) {
      const { page } = bench;
      await choose(name, buffer);
      await page.waitForFunction((title) => document.title.startsWith(title), name, WAIT);
      await bench.pane.getByRole("tab").first().waitFor(WAIT);
      await settled(page);
    },
    async save(button) {
      const { page } = bench;
      const [download] = await Promise.all([
        page.waitForEvent("download", WAIT),
        button === undefined
          ? page.keyboard.press("Control+s")
          : page.getByRole("button", { name: button, exact: true }).click(WAIT),
      ]);
      return {
        name: download.suggestedFilename(),
        file: new Uint8Array(readFileSync(await download.path())),
      };
    },
    select: (cell) =>
      bench.page.evaluate(({ col, row }) => {
        digitrade.model.selection.selectCell(col, row);
      }, placeOf(cell)),
    async clickCell(cell) {
      const { page } = bench;
      const spot = await page.evaluate(({ col, row }) => {
        const { getters } = digitrade.model;
        const rect = (c: number, r: number) =>
          getters.getVisibleRect({ left: c, right: c, top: r, bottom: r });
        const [first, there] = [rect(0, 0), rect(col, row)];
        return { x: there.x - first.x + there.width / 2, y: there.y - first.y + there.height / 2 };
      }, placeOf(cell));
      await page
        .locator(".o-grid-overlay")
        .first()
        .click({ position: spot, ...WAIT });
    },
    read: (address) => bench.page.evaluate((at) => digitrade.read(at), address),
    insertRow: () =>
      bench.page.evaluate(() => {
        const sheetId = digitrade.model.getters.getActiveSheetId();
        const sheetName = digitrade.model.getters.getSheetName(sheetId);
        digitrade.model.dispatch("ADD_COLUMNS_ROWS", {
          ...{ sheetId, sheetName, dimension: "ROW", base: 2, position: "before", quantity: 1 },
        });
      }),
    isMarkedAsChanged: () => bench.page.evaluate(() => document.querySelector(".bar-file-changed") !== null),
  };
}

function placeOf(cell: string): { readonly col: number; readonly row: number } {
  const place = parseCellName(cell);
  if (!place) throw new Error(`${cell} is no cell.`);
  return place;
}

export const partsOf = (file: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(file))
      .filter(([name]) => !name.endsWith("/"))
      .map(([name, bytes]) => [name, strFromU8(bytes, true)]),
  );

/** The names of the parts that are not the same in both files, in order. */
export function differing(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => old[name] !== now[name])
    .sort();
}

export interface FileCell {
  readonly value: CellValue;
  readonly formula?: string;
}

/** A cell of a file: `Figures!B7`. */
export function cellOf(file: Uint8Array, address: string): FileCell | undefined {
  const [name, at] = address.split("!");
  const cells = readBook(openPackage(file)).sheets.find((sheet) => sheet.name === name)?.cells ?? [];
  const found = cells.find(({ row, column }) => cellName(row, column) === at);
  return found && { value: found.value, ...(found.formula && { formula: found.formula.text }) };
}
