/** The pane as narrow as it gets, beside an empty sheet, with axe in its page. */
import type { Browser, Frame } from "playwright-core";

import { en } from "../../src/pane/words/en";
import { ja } from "../../src/pane/words/ja";
import { launchBrowser } from "./browser";
import { type BuiltPage, buildPage } from "./built-page";
import { bringAxe } from "./pane-looks";
import {
  keepOnlyScratch,
  openWorkbench,
  paneFrame,
  showTab,
  WAIT,
  type WorkbenchPage,
} from "./workbench-page";

export const NARROWEST = 300;

export interface NarrowPane {
  readonly bench: () => WorkbenchPage;
  readonly frame: () => Frame;
  /** Changes the pane's language in its settings, unless it speaks it already. */
  readonly speak: (language: string) => Promise<void>;
}

/** Opens the page before the tests of a file, and closes it behind them. */
export function narrowPane(): NarrowPane {
  let browser: Browser | undefined;
  let built: BuiltPage | undefined;
  let bench: WorkbenchPage;
  let frame: Frame;

  beforeAll(async () => {
    [built, browser] = await Promise.all([buildPage(), launchBrowser()]);
    const context = await browser.newContext({ viewport: { width: 1200, height: 850 }, locale: "en-US" });
    bench = await openWorkbench(context, built.server.url);
    await keepOnlyScratch(bench.page);
    await bench.page.addStyleTag({
      content: `.pane { width: ${NARROWEST}px !important; border: 0 !important; }`,
    });
    frame = paneFrame(bench.page);
    await bringAxe(frame);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await built?.dispose();
  });

  return {
    bench: () => bench,
    frame: () => frame,
    async speak(language) {
      const before = language === "en" ? ja : en;
      if ((await frame.evaluate(() => document.documentElement.lang)) === language) return;
      await showTab(bench, before.settings);
      const settings = bench.pane.locator("#panel-settings");
      await settings.getByLabel(before.language, { exact: true }).selectOption(language, WAIT);
      await frame.waitForFunction((lang) => document.documentElement.lang === lang, language, WAIT);
    },
  };
}
