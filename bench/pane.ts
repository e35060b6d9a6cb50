import path from "node:path";
import type { Browser, Frame, Page } from "playwright-core";

import { serveFolder } from "../scripts/serve";
import { serveWorkbench } from "../scripts/serve-workbench";
import type { TestAccess } from "../src/workbench/page/test-access";
import { launchBrowser } from "../test/e2e/browser";
import { ms } from "./timing";

const DIST = "dist";
const RUNS = 5;
const CHART = "Digital balance by year";
const WAIT = { timeout: 60_000 };

interface Seen {
  readonly paint: number;
  readonly usable: number;
}

/** The pane as a person meets it in Chromium: when it first shows, when it can be used, and how long a chart takes. */
export async function benchPane(): Promise<string> {
  const browser = await launchBrowser();
  const workbench = await serveWorkbench(DIST, 0);
  const bare = await serveFolder(path.join(DIST, "addin"), 0, {});
  try {
    const [panes, pages, charts, plain] = [[] as Seen[], [] as number[], [] as number[], [] as number[]];
    for (let run = 0; run < RUNS; run++) {
      pages.push(await paintOfBarePage(browser, bare.url));
      const page = await openWorkbench(browser, workbench.url);
      panes.push(await seen(pane(page)));
      plain.push(await insertPlainChart(page));
      charts.push(await insertChart(page));
      await page.close();
    }
    const [paint, usable] = [middle(panes.map((one) => one.paint)), middle(panes.map((one) => one.usable))];
    const [chart, least] = [middle(charts), middle(plain)];
    return [
      `the pane in Chromium, beside the grid: first paint ${ms(paint)}, a search can be typed at ${ms(usable)}; a page of one line: ${ms(middle(pages))}`,
      `a chart inserted from the pane, to the last cell: ${ms(chart)}; the library's least chart over ten numbers: ${ms(least)}; ratio ${(chart / least).toFixed(1)}`,
    ].join("\n");
  } finally {
    await browser.close();
    await workbench.close();
    await bare.close();
  }
}

async function paintOfBarePage(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.route("**/bare.html", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><p>One line" }),
  );
  await page.goto(`${url}bare.html`);
  const paint = await paintOf(page.mainFrame());
  await page.close();
  return paint;
}

async function openWorkbench(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
  await page.goto(url);
  await page.waitForFunction(
    () => (globalThis as { digitrade?: unknown }).digitrade !== undefined,
    undefined,
    WAIT,
  );
  await page.frameLocator(".pane-frame").locator("input").first().waitFor(WAIT);
  return page;
}

function pane(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes("taskpane"));
  if (!frame) throw new Error("The pane is not there.");
  return frame;
}

async function seen(frame: Frame): Promise<Seen> {
  const usable = await frame.evaluate(() => performance.now());
  return { paint: await paintOf(frame), usable };
}

/** Milliseconds from the frame's own start to its first contents. */
const paintOf = (frame: Frame): Promise<number> =>
  frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName("first-contentful-paint")[0];
          if (paint) resolve(paint.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );

const settled = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as { digitrade?: TestAccess }).digitrade?.settled());

async function insertChart(page: Page): Promise<number> {
  const frame = pane(page);
  await frame.getByRole("tab", { name: "Charts" }).click(WAIT);
  await frame.getByRole("button", { name: CHART }).click(WAIT);
  const insert = frame.getByRole("button", { name: "Insert", exact: true });
  await insert.waitFor(WAIT);
  const start = performance.now();
  await insert.click(WAIT);
  await frame.getByText("Inserted at").first().waitFor(WAIT);
  await settled(page);
  return performance.now() - start;
}

/** Ten numbers and a chart over them, in one batch of the same library in the same page. */
async function insertPlainChart(page: Page): Promise<number> {
  const start = performance.now();
  await pane(page).evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Scratch");
      const range = sheet.getRange("P1:P10");
      range.values = Array.from({ length: 10 }, (_, i) => [i]);
      sheet.charts.add("ColumnClustered", range);
      await context.sync();
    }),
  );
  await settled(page);
  return performance.now() - start;
}

const middle = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
