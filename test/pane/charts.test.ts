/** @jest-environment <rootDir>/test/workbench/host/page-environment.mjs */
import axe from "axe-core";
import { act } from "react";
import { CHARTS } from "../../src/charts/index";
import { resolveChart } from "../../src/charts/common/resolve";
import { Problem } from "../../src/domain/problem";
import { filledFrom, readForm } from "../../src/pane/charts/chart-form";
import { chartAsked } from "../../src/pane/charts/chart-request";
import { makeDoor } from "../../src/pane/door";
import { drawPane, type DrawnPane } from "./drawn-pane";

// The first test also compiles the part that loads when the tab is first shown.
jest.setTimeout(30_000);

let pane: DrawnPane;
const open = async (...changes: Parameters<typeof drawPane>): Promise<DrawnPane> => {
  pane = await drawPane(...changes);
  await pane.press("Charts");
  await pane.until(() => pane.root.querySelector("#panel-charts li") !== null);
  return pane;
};
const panel = (): HTMLElement => pane.root.querySelector<HTMLElement>("#panel-charts")!;
const pictures = (): readonly HTMLImageElement[] => [...panel().querySelectorAll("img")];

/** Elements that the pane watches for coming into sight, and how they do. */
const watched = new Map<Element, () => void>();

class Sight {
  constructor(private readonly seen: (entries: readonly { isIntersecting: boolean }[]) => void) {}
  observe(element: Element): void {
    watched.set(element, () => act(() => this.seen([{ isIntersecting: true }])));
  }
  disconnect(): void {
    return;
  }
}

beforeEach(() => {
  watched.clear();
  Object.assign(globalThis, { IntersectionObserver: Sight });
});
afterEach(async () => {
  await pane.close();
  localStorage.clear();
});

/** What axe can judge without a layout; colours are judged in the browser. Nothing may be under way meanwhile. */
async function faults(): Promise<readonly string[]> {
  await pane.until(() => !/Loading…|読み込み/.test(panel().textContent));
  const { violations } = await axe.run(pane.root, { rules: { "color-contrast": { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

test("the gallery has every chart with its question and a picture over the figures, and holds to the rules", async () => {
  await open();
  const cards = [...panel().querySelectorAll("li")];
  expect(cards.map((card) => card.textContent)).toEqual(
    CHARTS.map(({ title, question }) => expect.stringContaining(`${title.en}${question.en}`)),
  );
  expect(pictures()).toEqual([]);
  for (const [element, see] of watched) if (/Digital balance|Target and/.test(element.textContent)) see();
  await pane.until(() => pictures().length === 2);
  expect(pictures()[0]?.src).toMatch(/^data:image\/svg\+xml/);
  expect(decodeURIComponent(pictures()[0]?.src ?? "")).toContain("<rect");
  await pane.until(() => /Source: Bank of Japan/.test(panel().textContent));
  expect(await faults()).toEqual([]);
});

test("looking changes nothing: no series enters the workbook's figures", async () => {
  Object.assign(globalThis, { IntersectionObserver: undefined });
  await open();
  await pane.until(() => pictures().length === CHARTS.length);
  expect(pane.edition.entries()).toEqual([]);
});

test("a chart's page shows it, says in words what it shows, and follows its options", async () => {
  await open();
  await pane.press(/^Digital balance by year/);
  await pane.until(() =>
    pictures().some(({ alt }) => /Japan's digital deficit \(three items\) grew/.test(alt)),
  );
  expect(document.activeElement?.textContent).toBe("Digital balance by year");
  expect(panel().textContent).toContain("2023 and 2024 are preliminary");
  await pane.choose("Currency", "USD");
  await pane.until(() => /billion US dollars in 2024/.test(panel().textContent));
  await pane.type("Years shown", "5");
  await pane.until(() => pictures().some(({ src }) => !decodeURIComponent(src).includes("2015")));
});

test("an option that cannot be read says so at its field, and no chart is shown for it", async () => {
  await open();
  await pane.press(/^Digital balance by year/);
  await pane.until(() => pictures().some(({ alt }) => alt !== ""));
  await pane.type("Years shown", "99");
  await pane.until(() => /not a whole number from 3 to 30/.test(panel().textContent));
  expect(panel().textContent).toContain("Mend the marked options");
  expect((pane.control("Insert") as HTMLButtonElement).disabled).toBe(true);
  await pane.type("Years shown", "6");
  await pane.until(() => pictures().some(({ alt }) => alt !== ""));
});

test("a choice of which no figures are held is met with the reason", async () => {
  await open();
  await pane.press(/^Digital balance by year/);
  await pane.type("Last year", "1999");
  await pane.until(() => panel().querySelector("[role=alert]") !== null);
  expect(panel().querySelector("[role=alert]")?.textContent).toMatch(/1999|held|figures/);
});

test("figures that cannot be had leave sentences, not an empty gallery", async () => {
  Object.assign(globalThis, { IntersectionObserver: undefined });
  await open({ load: () => Promise.reject(new Problem("unreachable", "The network is down.")) });
  await pane.until(() => /No figures/.test(panel().textContent));
  await pane.press(/Digital balance by year/);
  await pane.until(() => /The network is down/.test(panel().textContent));
});

test("the sentence can be copied", async () => {
  const written: string[] = [];
  Object.assign(navigator, {
    clipboard: { writeText: (t: string) => Promise.resolve(void written.push(t)) },
  });
  await open();
  await pane.press(/^Yen per dollar/);
  await pane.until(() => /Copy the sentence/.test(panel().textContent));
  await pane.press("Copy the sentence");
  await pane.until(() => /Copied/.test(panel().textContent));
  expect(written[0]).toMatch(/One US dollar cost .* yen on average/);
});

test("outside Excel everything but inserting works", async () => {
  await open();
  await pane.press(/^Receipts and|^Digital receipts/);
  await pane.until(() => /Inserting needs Excel/.test(panel().textContent));
  await pane.press("Back to all charts");
  expect(panel().querySelector("h2")).not.toBeNull();
});

test("in Japanese the charts speak Japanese", async () => {
  localStorage.setItem("digitrade.language", "ja");
  pane = await drawPane();
  await pane.press("グラフ");
  await pane.until(() => panel().querySelectorAll("li").length === CHARTS.length);
  await pane.press(/^デジタル収支の推移/);
  await pane.until(() => /日本のデジタル赤字（3項目）は/.test(panel().textContent));
  expect(await faults()).toEqual([]);
});

test("the ribbon or another tab asks for a chart with its options", async () => {
  const door = makeDoor();
  pane = await drawPane({ door });
  await act(async () => {
    door.ask("charts", "target-path?target=JP.VISITORS");
    await Promise.resolve();
  });
  await pane.until(
    () => /Where|Target/.test(panel().textContent) && panel().querySelector("select") !== null,
  );
  await pane.until(() => (pane.control("Target") as HTMLSelectElement).value === "JP.VISITORS");
  await pane.until(() => pictures().some(({ alt }) => alt !== "") && !/Loading…/.test(panel().textContent));
});

test("what is asked for is read strictly", () => {
  expect(chartAsked("insert:digital-balance")).toMatchObject({ insert: true, filled: {} });
  expect(chartAsked("target-gap?target=JP.X")).toMatchObject({ filled: { target: "JP.X" }, insert: false });
  for (const what of [undefined, "", "no-such", "insert:", "../x"]) expect(chartAsked(what)).toBeUndefined();
});

test("fields make choices and choices make fields", () => {
  const definition = resolveChart("digital-balance");
  const read = readForm(definition, { area: "US", def: "deliverable", years: "5", lang: "ja" });
  expect(read.choices && filledFrom(definition, read.choices)).toEqual({
    area: "US",
    def: "deliverable",
    years: "5",
    lang: "ja",
  });
  expect(readForm(definition, { years: "x", end: "soon" })).toMatchObject({
    faults: { years: expect.stringMatching(/whole number/), end: expect.stringMatching(/not a year/) },
  });
  expect(readForm(resolveChart("component-change"), { from: "2020", to: "2015" })).toEqual({
    faults: {},
    fault: expect.stringMatching(/must be later/),
  });
});
