/** @jest-environment <rootDir>/test/workbench/host/page-environment.mjs */
import axe from "axe-core";
import { drawPane, type DrawnPane } from "./drawn-pane";

let pane: DrawnPane;
const open = async (...changes: Parameters<typeof drawPane>): Promise<DrawnPane> =>
  (pane = await drawPane(...changes));

afterEach(async () => {
  await pane.close();
  localStorage.clear();
});

/** What axe can judge without a layout; colours are judged in the browser. */
async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(pane.root, { rules: { "color-contrast": { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

const select = async (words: string, title: RegExp): Promise<void> => {
  await pane.type("Find series", words);
  await pane.until(() => /series found/.test(pane.text()));
  await pane.press(title);
};

test("outside Excel it says so, and everything but inserting works", async () => {
  await open();
  await pane.until(() => /Outside Excel/.test(pane.text()));
  await select("usd jpy", /^US dollar.*yen|yen.*dollar/i);
  await pane.press("Build formula");
  await pane.until(() => pane.root.querySelectorAll("tbody tr").length > 3);
  expect(pane.text()).toContain("Inserting needs Excel.");
  expect((pane.control("Insert as formula") as HTMLButtonElement).disabled).toBe(true);
  expect(await faults()).toEqual([]);
});

test("a search shows unit, coverage, freshness and terms of each series, and how many there are", async () => {
  await open();
  await pane.type("Find series", "cloud");
  await pane.until(() => /built in/.test(pane.text()));
  const [first] = pane.root.querySelectorAll("li");
  expect(first?.textContent).toMatch(
    /JP\.DIGITAL\.NET · JPY · monthly.*\d{4}-\d\d to \d{4}.*built in.*Bank of Japan.*Free to use/,
  );
  expect(pane.root.querySelector("[aria-live]")?.textContent).toMatch(/^\d+ series found$/);
  expect(await faults()).toEqual([]);
});

test("words that nothing has lead on, and Japanese words find as well", async () => {
  await open();
  await pane.type("Find series", "zebra");
  await pane.until(() => /No series has all of these words/.test(pane.text()));
  await pane.press("広告");
  await pane.until(() => pane.root.querySelectorAll("li").length > 0);
  expect(pane.root.querySelector("li")?.textContent).toContain("JP.DIGITAL.NET");
});

test("choices make the formula; several series make one panel; the preview follows", async () => {
  await open();
  await select("cloud", /digital trade \(3 items\), balance/);
  await pane.press("Build formula");
  const formula = (): string => (pane.control("Formula") as HTMLTextAreaElement).value;
  expect(formula()).toBe('=DIGITRADE.HISTORY("JP.DIGITAL.NET","-10Y",,"freq=A;unit=bn")');
  expect(document.activeElement?.textContent).toBe("Build the formula");
  await pane.choose("Currency", "USD");
  await pane.choose("Period", "5");
  expect(formula()).toBe('=DIGITRADE.HISTORY("JP.DIGITAL.NET","-5Y",,"freq=A;fx=USD;unit=bn")');
  await pane.until(() => /USD billion/.test(pane.text()));
  await pane.press("Back to search");
  await select("tourism", /travel, balance/i);
  await pane.press("Build formula");
  expect(formula()).toBe('=DIGITRADE.PANEL("JP.DIGITAL.NET,JP.TRAVEL.NET","-5Y",,"freq=A;fx=USD;unit=bn")');
  await pane.until(() => pane.root.querySelectorAll("thead th").length === 3);
  expect(await faults()).toEqual([]);
});

test("an edited formula is previewed if it is a plain call, and complaints are the function's own", async () => {
  await open();
  await select("cloud", /digital trade \(3 items\), balance/);
  await pane.press("Build formula");
  await pane.type("Formula", '=DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn")');
  await pane.until(() => /-5\.3452/.test(pane.text()));
  await pane.type("Formula", '=DIGITRADE.VALUE("JP.DIGITAL.NET",2017)');
  await pane.until(() => /3 of 12 months/.test(pane.text()));
  await pane.type("Formula", '=DIGITRADE.VALUE("JP.DIGITAL.NET",A1)*2');
  await pane.until(() => /No preview for this formula/.test(pane.text()));
  await pane.press("Undo edits");
  expect((pane.control("Formula") as HTMLTextAreaElement).value).toContain("HISTORY");
});

test("the language is chosen in the settings, kept, and all words change", async () => {
  await open();
  await pane.press("Settings");
  await pane.until(() => /Language/.test(pane.text()));
  await pane.choose("Language", "ja");
  await pane.until(() => /表示言語/.test(pane.text()));
  expect(document.documentElement.lang).toBe("ja");
  expect(await faults()).toEqual([]);
  await pane.close();
  await open();
  expect(pane.control("系列を探す")).toBeTruthy();
});

test("while the workbook is read it says so; if it cannot be read it says why", async () => {
  let fail: (why: Error) => void = () => undefined;
  await open({ ready: new Promise((_, reject) => (fail = reject)) });
  expect(pane.text()).toContain("Reading the figures kept in this workbook");
  fail(new Error("damaged"));
  await pane.until(() => pane.root.querySelector("[role=alert]") !== null);
  expect(pane.root.querySelector("[role=alert]")?.textContent).toContain("damaged");
});

test("the line at the foot tells what is in use, as it changes", async () => {
  await open();
  expect(pane.root.querySelector("footer")?.textContent).toBe("No series in use yet");
  await pane.enter("TIC.JP");
  await pane.until(() => /1 series in use · 1 built in/.test(pane.text()));
  expect(pane.root.querySelector("footer")?.textContent).toMatch(/^Newest data \d{4}-\d\d-\d\d/);
});

test("figures that cannot be had leave a sentence, not an empty list", async () => {
  await open({ load: () => Promise.reject(new Error("the network is down")) });
  await pane.type("Find series", "tic.jp");
  await pane.until(() => /the network is down/.test(pane.text()));
});
