/** The preview with a gateway: real page, real gateway, and providers on loopback whose figures change. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";

import { previewGateway, type PreviewGateway } from "../../scripts/preview-gateway";
import { PROVIDERS, type ProviderId } from "../../src/catalog/routes";
import { addressVariables } from "../../src/gateway/configuration-fields";
import { ALL_SOURCES } from "../../src/sources/index";
import type { TestAccess } from "../../src/workbench/page/test-access";
import { startFaultProxy, type Answer, type FaultProxy } from "../fixtures/fault-proxy";
import { recording } from "../sources/converse";
import { launchBrowser } from "./browser";
import { type BuiltPage, buildPage } from "./built-page";

const WAIT = { timeout: 20_000 };

/** The columns of the Treasury's table and what it states for Japan; made up, of months that nothing embedded has. */
const SEPTEMBER = { months: "2026-09\t2026-08\t2026-07", japan: "1090.5\t1099.1\t1103.9" };
const OCTOBER = { months: "2026-10\t2026-09\t2026-08", japan: "1085.2\t1091.7\t1099.1" };
let table = SEPTEMBER;
/** The gateway's clock. */
let now = Date.parse("2026-11-20T12:00Z");
let isUp = true;

let providers: readonly FaultProxy[] = [];
let store: string | undefined;
let gateway: PreviewGateway | undefined;
let browser: Browser | undefined;
let built: BuiltPage | undefined;

/** The Treasury has its table of the day and no history; every other provider has nothing. */
function answer(provider: ProviderId, url: URL): Answer {
  if (provider !== "tic" || url.pathname !== "/slt_table5.txt")
    return { type: "text/plain", body: "Not found", status: 404 };
  const body = recording("tic/slt_table5-2026-07.txt")
    .replace("2026-07\t2026-06\t2026-05", table.months)
    .replace("1103.9\t1116.7\t1143.1", table.japan);
  return { type: "text/plain", body };
}

beforeAll(async () => {
  // A server each, as they are hosts of their own for the gateway's politeness.
  const standIns = await Promise.all(
    PROVIDERS.map(async (id) => [id, await startFaultProxy((url) => answer(id, url))] as const),
  );
  providers = standIns.map(([, proxy]) => proxy);
  const origins = new Map(standIns.map(([id, { origin }]) => [id, origin]));
  const addresses = addressVariables(ALL_SOURCES).map(({ name, provider }) => [name, origins.get(provider)]);
  store = await mkdtemp(path.join(tmpdir(), "digitrade-live-"));
  const opened = previewGateway(
    { DIGITRADE_STORE: store, ...Object.fromEntries(addresses) } as NodeJS.ProcessEnv,
    () => now,
  );
  gateway = opened;
  [built, browser] = await Promise.all([
    buildPage({
      gateway: (request, response) => {
        if (isUp) opened.listener(request, response);
        else request.socket.destroy();
      },
    }),
    launchBrowser(),
    opened.open(),
  ]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await built?.dispose();
  await gateway?.close();
  await Promise.all(providers.map((proxy) => proxy.close()));
  if (store !== undefined) await rm(store, { recursive: true, force: true });
});

/** A new workbook in a browser that remembers what it loaded. */
async function open(context: BrowserContext): Promise<Page> {
  if (!built) throw new Error("The page was not built.");
  const page = await context.newPage();
  // The background look comes as soon as it may.
  await page.addInitScript(() => {
    if (location.pathname.includes("taskpane")) Math.random = () => 0;
  });
  await page.goto(built.server.url);
  await page.waitForFunction(() => "digitrade" in globalThis, undefined, WAIT);
  await settled(page);
  return page;
}

const settled = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as { digitrade?: TestAccess }).digitrade?.settled());

/** Types a formula into a cell of column A of the scratch sheet; what it shows then. */
async function ask(page: Page, row: number, formula: string): Promise<unknown> {
  await page.evaluate(
    ({ row, content }) => {
      const { digitrade } = globalThis as { digitrade?: TestAccess };
      const at = { sheetId: "scratch", col: 0, row: row - 1 };
      digitrade?.model.dispatch("UPDATE_CELL", { ...at, content: "" });
      digitrade?.model.dispatch("UPDATE_CELL", { ...at, content });
    },
    { row, content: formula },
  );
  return value(page, `Scratch!A${row}`);
}

async function value(page: Page, address: string): Promise<unknown> {
  await settled(page);
  return page.evaluate((at) => (globalThis as { digitrade?: TestAccess }).digitrade?.read(at).value, address);
}

function paneOf(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes("taskpane"));
  if (!frame) throw new Error("The pane is not there.");
  return frame;
}

const JAPAN = '=DIGITRADE.VALUE("TIC.JP","2026-09","unit=bn")';
const status = (page: Page, field: string): Promise<unknown> => ask(page, 9, `=DIGITRADE.STATUS("${field}")`);

/** What the gateway itself serves now. */
async function served(): Promise<string> {
  return (await fetch(`${built?.server.url ?? ""}v1/series/TIC.JP.json`)).text();
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Never true: ${String(condition)}`);
}

test("cells show live figures and say so; newer ones wait; without a gateway what is kept answers, and says so", async () => {
  if (!browser) throw new Error("The browser did not start.");
  const context = await browser.newContext({ viewport: { width: 1400, height: 850 }, locale: "en-US" });
  const page = await open(context);

  expect(await ask(page, 1, JAPAN)).toBe(1090.5);
  expect(await ask(page, 2, "=DIGITRADE.WHY(A1)")).toContain("retrieved 2026-11-20 (live)");
  expect(await ask(page, 3, '=DIGITRADE.INFO("TIC.JP","state")')).toBe("live, retrieved 2026-11-20");
  expect(await status(page, "offline")).toBe(`online, gateway ${new URL(built?.server.url ?? "").origin}`);
  expect(await status(page, "gateway")).toMatch(
    /last answered \d{4}-.* UTC; \d+ of \d+ series in use came from a gateway$/,
  );
  expect(await status(page, "staged")).toBe("nothing");
  await page.getByText(/^Live figures from 1 of \d sources · checked .*2026/).waitFor(WAIT);
  expect(await page.locator(".bar-line").innerText()).toBe("Local preview, not Excel — same functions");
  // What no provider answers for is embedded, and said to be.
  expect(await ask(page, 4, '=DIGITRADE.FXRATE("USD","JPY","2024-06-21","day","show=why")')).toContain(
    "Rates retrieved 2026-11-23 (embedded figures).",
  );

  // The Treasury publishes October, and revises September.
  table = OCTOBER;
  now = Date.parse("2026-12-20T12:00Z");
  await until(async () => (await served()).includes("1091.7"));
  await paneOf(page).evaluate(() => dispatchEvent(new Event("online")));
  await page
    .frameLocator(".pane-frame")
    .getByText(/newer figures; see Refresh/)
    .waitFor(WAIT);
  expect(await status(page, "staged")).toContain("TIC.JP");
  await page.evaluate(() => (globalThis as { digitrade?: TestAccess }).digitrade?.host.recalculate());
  expect(await value(page, "Scratch!A1")).toBe(1090.5);
  expect(await ask(page, 1, JAPAN)).toBe(1090.5);
  // A new workbook begins with the newest.
  const second = await open(context);
  expect(await ask(second, 1, JAPAN)).toBe(1091.7);

  isUp = false;
  const third = await open(context);
  expect(await ask(third, 1, JAPAN)).toBe(1091.7);
  expect(await ask(third, 2, "=DIGITRADE.WHY(A1)")).toContain(
    "retrieved 2026-12-20, not refreshed since (stale)",
  );
  expect(await status(third, "offline")).toMatch(/^offline: the gateway .* does not answer$/);
  expect(await status(third, "gateway")).toMatch(
    /did not answer .* UTC \(.*\); has not answered yet; .*of them stale/,
  );
  await third.getByText("The gateway does not answer · kept or embedded figures").waitFor(WAIT);
  // A browser that keeps nothing yet falls back to what is embedded.
  const fresh = await browser.newContext();
  const fourth = await open(fresh);
  expect(await ask(fourth, 1, '=DIGITRADE.VALUE("TIC.JP","2024-12","unit=bn")')).toBe(1061.5);
  expect(await ask(fourth, 2, "=DIGITRADE.WHY(A1)")).toContain("(embedded figures)");
  await context.close();
  await fresh.close();
}, 180_000);
