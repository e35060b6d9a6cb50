import { writeFileSync } from "node:fs";
import { serveWorkbench } from "../../scripts/serve-workbench";
import { embeddedFigures } from "../../src/workbench/connect";
import { launchBrowser } from "./browser";

const embedded = embeddedFigures();
let generation = 0;
const main = async () => {
  const server = await serveWorkbench("/tmp/mine", 0, {
    gateway: (request, response) => {
      const id = decodeURIComponent(/series\/(.+)\.json/.exec(request.url ?? "")?.[1] ?? "");
      embedded(id as never).then(
        (series) => {
          const { embedded: _e, ...rest } = series;
          const changed = generation > 0 && ["TIC.JP", "JP.COMPUTER.NET", "FX.USDJPY.ECB", "EUR.JPY.ECB", "EUR.USD.ECB"].some((x) => id === x || id.startsWith("FX."));
          const body = JSON.stringify(changed ? { ...rest, version: `${rest.version}x${generation}`, published: "2026-11-24", observations: rest.observations.map((o: any) => [o[0], o[1] === null ? null : o[1] * 1.01]) } : rest);
          response.writeHead(200, { "content-type": "application/json", etag: `"${id}${generation}"` });
          response.end(body);
        },
        () => { response.writeHead(404, { "content-type": "application/json" }); response.end("{}"); },
      );
    },
  });
  const url = server.url ?? (server as any).address;
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  page.on("console", (m) => { if (m.type() === "error") console.log("console:", m.text()); });
  page.on("pageerror", (e) => console.log("pageerror:", e.message));
  await page.goto(String(url));
  await page.waitForTimeout(6000);
  const frame = page.frames().find((f) => f.url().includes("taskpane"))!;
  const shot = async (name: string) => { await page.locator("iframe").screenshot({ path: `/tmp/look/${name}.png` }); };
  await frame.getByRole("tab", { name: "Refresh" }).click();
  await page.waitForTimeout(3000);
  await shot("1-first");
  generation = 1;
  await frame.getByRole("button", { name: "Check for new data" }).click();
  await page.waitForTimeout(300);
  await shot("2-busy");
  await frame.getByRole("button", { name: /Accept/ }).waitFor({ timeout: 30000 });
  await page.waitForTimeout(2500);
  await shot("3-news");
  await frame.locator("#panel-refresh > div").evaluate((e) => e.scrollTo(0, 900));
  await page.waitForTimeout(300);
  await shot("4-news-more");
  await frame.locator("#panel-refresh > div").evaluate((e) => e.scrollTo(0, 1e6));
  await page.waitForTimeout(300);
  await shot("5-end");
  await frame.getByRole("button", { name: /Accept/ }).click();
  await page.waitForTimeout(6000);
  await frame.locator("#panel-refresh > div").evaluate((e) => e.scrollTo(0, 0));
  await shot("6-accepted");
  await page.screenshot({ path: "/tmp/look/7-page.png" });

  const axe = (await import("node:fs")).readFileSync("node_modules/axe-core/axe.min.js","utf8");
  await frame.evaluate(axe);
  const run = async () => console.log(JSON.stringify((await frame.evaluate(async () => (await (window as any).axe.run("#panel-refresh")).violations.map((v: any) => [v.id, v.nodes.length, v.nodes[0].html.slice(0,200)])))));
  await run();
  await frame.getByText("What changed", { exact: true }).click();
  await frame.locator("#panel-refresh summary", { hasText: "95 series" }).click();
  await page.waitForTimeout(300);
  await shot("9-open");
  await run();
  await frame.getByRole("tab", { name: "Settings" }).click();
  await frame.locator("#panel-settings select").first().selectOption("ja");
  await page.waitForTimeout(800);
  await frame.getByRole("tab", { name: "更新" }).click();
  await page.waitForTimeout(300);
  await shot("10-ja");
  writeFileSync("/tmp/look/text.txt", await frame.locator("#panel-refresh").innerText());
  await browser.close();
  await server.close();
};
void main().catch((e) => { console.error(e); process.exit(1); });
