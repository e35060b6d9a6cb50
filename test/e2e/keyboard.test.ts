/** The whole pane for those who have no mouse. */
import type { Locator } from "playwright-core";

import { en } from "../../src/pane/words/en";
import { narrowPane } from "./narrow-pane";
import { goToTop, hasFocus, keyTo, walkByTab } from "./pane-keys";
import { THEMES } from "./pane-looks";
import { fixedPart, VIEWS } from "./pane-views";
import { read, says, select, settled, showTab, WAIT } from "./workbench-page";

const { bench, frame } = narrowPane();

describe("by keyboard alone", () => {
  beforeAll(async () => {
    await bench().page.emulateMedia(THEMES.light);
  }, 30_000);

  test.each(VIEWS)(
    "$name: Tab leads to every control, each has a name and shows that it has the focus",
    async ({ show }) => {
      await show(bench(), en);
      const { stops, ...missing } = await walkByTab(bench(), frame());
      expect(stops).toBeGreaterThan(1);
      expect(missing).toEqual({ unreached: [], unnamed: [], unseen: [] });
    },
    60_000,
  );

  const named = (role: "tab" | "button" | "searchbox" | "checkbox", name: string | RegExp): Locator =>
    frame().getByRole(role, { name, exact: typeof name === "string" });
  const key = (name: string): Promise<void> => bench().page.keyboard.press(name);

  /** From the top of the pane to one of its tabs, which is then shown. */
  async function openTab(word: "find" | "charts" | "settings"): Promise<void> {
    await goToTop(frame());
    await key("Tab");
    await keyTo(bench().page, "ArrowRight", named("tab", en[word]));
    await key("Enter");
    await frame().locator(`#panel-${word} *`).filter({ visible: true }).first().waitFor(WAIT);
  }

  test("arrow keys, Home and End lead from tab to tab, and Enter shows one", async () => {
    await showTab(bench(), en.find);
    await openTab("find");
    const order = ["find", "charts", "targets", "check", "cell", "refresh", "settings", "find"] as const;
    for (const word of order) {
      expect(await hasFocus(named("tab", en[word]))).toBe(true);
      await key("Enter");
      expect(await frame().locator(`#panel-${word}`).isVisible()).toBe(true);
      expect(await frame().locator("[role=tabpanel]").filter({ visible: true }).count()).toBe(1);
      await key("ArrowRight");
    }
    await key("End");
    expect(await hasFocus(named("tab", en.settings))).toBe(true);
    await key("Home");
    expect(await hasFocus(named("tab", en.find))).toBe(true);
    // Tab goes on to what the chosen tab shows, and back again to it.
    await key("ArrowLeft");
    await key("Space");
    await key("Tab");
    expect(await frame().locator("#panel-settings :focus").count()).toBe(1);
    await key("Shift+Tab");
    expect(await hasFocus(named("tab", en.settings))).toBe(true);
  }, 60_000);

  test("a setting is changed, a series inserted by it, and then a chart", async () => {
    const { page } = bench();
    await openTab("settings");
    const currency = frame().locator("#panel-settings").getByLabel(en.defaultCurrency, { exact: true });
    await keyTo(page, "Tab", currency);
    await page.keyboard.type("GBP");
    expect(await currency.inputValue(WAIT)).toBe("GBP");

    await select(page, "P20");
    await openTab("find");
    const back = named("button", en.back);
    if (await back.isVisible()) {
      await keyTo(page, "Tab", back);
      await key("Enter");
    } else await keyTo(page, "Tab", named("searchbox", en.searchLabel));
    expect(await hasFocus(named("searchbox", en.searchLabel))).toBe(true);
    const clear = named("button", en.clear);
    if (await clear.isVisible()) {
      await keyTo(page, "Tab", clear);
      await key("Enter");
      await keyTo(page, "Shift+Tab", named("searchbox", en.searchLabel));
    }
    await key("Control+a");
    await page.keyboard.type("digital deficit");
    await says(bench(), fixedPart(en.found));
    const results = frame().locator("#panel-find ul input");
    await keyTo(page, "Tab", results.first());
    await key("ArrowDown");
    expect(await hasFocus(results.nth(1))).toBe(true);
    await key("ArrowUp");
    await key("Space");
    expect(await results.first().isChecked()).toBe(true);
    // Past the other results at once.
    await keyTo(page, "Tab", named("button", en.next));
    await key("Enter");
    expect(await hasFocus(frame().getByRole("heading", { name: en.build, exact: true }))).toBe(true);
    await frame().getByRole("table").filter({ visible: true }).waitFor(WAIT);
    await keyTo(page, "Tab", named("button", en.insert));
    await key("Enter");
    await says(bench(), "Inserted at 'Scratch'!P20");
    expect(await hasFocus(named("button", en.insert))).toBe(true);
    await settled(page);
    expect((await read(page, "Q20")).text).toContain("GBP");

    await openTab("charts");
    const allCharts = named("button", en.chartBack);
    if (await allCharts.isVisible()) {
      await keyTo(page, "Tab", allCharts);
      await key("Enter");
    }
    await keyTo(page, "Tab", named("button", /Largest foreign holders/));
    await key("Enter");
    await frame().locator("#panel-charts img").filter({ visible: true }).first().waitFor(WAIT);
    const insert = frame()
      .locator("#panel-charts")
      .getByRole("button", { name: en.chartInsert, exact: true });
    await insert.and(frame().locator(":enabled")).waitFor(WAIT);
    await keyTo(page, "Tab", insert);
    await key("Enter");
    await says(bench(), "Inserted at 'Largest foreign holders");
    await settled(page);
  }, 90_000);
});
