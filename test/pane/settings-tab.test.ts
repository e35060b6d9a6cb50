/** @jest-environment <rootDir>/test/workbench/host/page-environment.mjs */
import axe from "axe-core";
import { Problem } from "../../src/domain/problem";
import { readBuilderDefaults } from "../../src/pane/builder-defaults";
import type { GatewayHealth } from "../../src/pane/settings/health";
import { en } from "../../src/pane/words/en";
import { drawPane, type DrawnPane } from "./drawn-pane";

let pane: DrawnPane;
const open = async (...changes: Parameters<typeof drawPane>): Promise<void> => {
  pane = await drawPane(...changes);
  await pane.press("Settings");
  await says(en.aboutLicence);
};
const says = (words: RegExp | string): Promise<void> =>
  pane.until(() => (typeof words === "string" ? pane.text().includes(words) : words.test(pane.text())));

afterEach(async () => {
  await pane.close();
  localStorage.clear();
});

async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(pane.root, { rules: { "color-contrast": { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

const health: GatewayHealth = {
  isService: true,
  product: "DigiTrade 0.1.0",
  started: "2026-11-20 08:00 UTC",
  providers: [
    { id: "boj", name: "Bank of Japan", state: "live", series: 66, checked: "2026-11-26 10:15 UTC" },
    {
      id: "ecb",
      name: "European Central Bank",
      state: "stale",
      series: 13,
      failingSince: "2026-11-25 15:00 UTC",
      failure: "It did not answer within 10 seconds.",
    },
    { id: "te", name: "Trading Economics", state: "off", series: 0 },
  ],
};
const gateway = () => ({ address: "https://figures.example.org", answered: "2026-11-26 10:20 UTC" });

test("without a gateway it says that nothing is asked, nothing kept, and names sources, terms and licence", async () => {
  await open();
  expect(pane.text()).toContain(en.gatewayNone);
  await says(en.keptNone);
  expect(pane.text()).toContain("DigiTrade 0.1.0");
  expect(pane.text()).toContain("No account, no telemetry");
  expect(pane.text()).toMatch(/US Treasury, TIC.*Public domain.*Source: US Department of the Treasury/);
  expect(pane.root.querySelector('a[href="help/functions.html"]')).not.toBeNull();
  expect(await faults()).toEqual([]);
});

test("a display currency and a source of rates start new formulas, and stay with the browser", async () => {
  await open();
  await pane.choose(en.defaultCurrency, "USD");
  await pane.choose(en.defaultSource, "boj");
  await pane.press("Find");
  await pane.type("Find series", "cloud");
  await pane.until(() => /series found/.test(pane.text()));
  await pane.press(/digital trade \(3 items\), balance/);
  await pane.press("Build formula");
  const formula = (): string => (pane.control("Formula") as HTMLTextAreaElement).value;
  expect(formula()).toBe('=DIGITRADE.HISTORY("JP.DIGITAL.NET","-10Y",,"freq=A;fx=USD;unit=bn;fxsrc=boj")');
  // The Bank of Japan does not quote the euro: a preference must not make a formula fail.
  await pane.choose("Currency", "EUR");
  expect(formula()).toBe('=DIGITRADE.HISTORY("JP.DIGITAL.NET","-10Y",,"freq=A;fx=EUR;unit=bn")');
  expect(readBuilderDefaults("")).toEqual({ fx: "USD", fxsrc: "boj" });
  await pane.press("Settings");
  await pane.choose(en.defaultCurrency, "");
  await pane.choose(en.defaultSource, "");
  expect(readBuilderDefaults("")).toEqual({});
  // What was chosen for the formula under way stays.
  await pane.press("Find");
  expect(formula()).toContain("fx=EUR");
});

test("the gateway's address, its providers in words, and since when one fails", async () => {
  let asked = 0;
  await open({ gateway, health: () => Promise.resolve((asked++, health)) });
  await says("DigiTrade 0.1.0, running since 2026-11-20 08:00 UTC.");
  expect(pane.text()).toContain("Gateway: https://figures.example.org");
  expect(pane.text()).toContain("Answered last: 2026-11-26 10:20 UTC");
  expect(
    [...pane.root.querySelectorAll(`ul[aria-label="${en.providers}"] > li`)].map((li) => li.textContent),
  ).toEqual([
    "Bank of Japan: live66 series · asked 2026-11-26 10:15 UTC",
    "European Central Bank: does not answer13 seriessince 2026-11-25 15:00 UTC: It did not answer within 10 seconds.",
    "Trading Economics: off: needs a key0 series",
  ]);
  await pane.press(en.gatewayAgain);
  await pane.until(() => asked === 2);
  await says("running since");
  expect(await faults()).toEqual([]);
});

test("a gateway that does not answer is said, and asked again on demand", async () => {
  let isDown = true;
  const failing = new Problem("unreachable", "The gateway at https://figures.example.org did not answer.");
  await open({
    gateway: () => ({
      address: "https://figures.example.org",
      failed: { at: "2026-11-26 10:00 UTC", why: "No answer." },
    }),
    health: () => (isDown ? Promise.reject(failing) : Promise.resolve({ ...health, isService: false })),
  });
  await says(failing.message);
  expect(pane.text()).toContain("Has not answered since 2026-11-26 10:00 UTC: No answer.");
  isDown = false;
  await pane.press(en.gatewayAgain);
  await says("A folder of files, written 2026-11-20 08:00 UTC.");
});

test("what the browser keeps is counted and cleared; where it cannot look it says so", async () => {
  let documents = 3;
  const kept = {
    measure: () => Promise.resolve({ documents, bytes: documents * 52_000 }),
    clear: () => Promise.resolve(void (documents = 0)),
  };
  await open({ gateway, health: () => Promise.resolve(health), kept });
  await says("3 documents, 156 kB; they answer when there is no network.");
  await pane.press(en.keptClear);
  await says(`${en.keptCleared} ${en.keptNone}`);
  await pane.close();
  await open({ kept: { ...kept, measure: () => Promise.reject(new Error("blocked")) } });
  await says(en.keptUnable);
});
