/** @jest-environment <rootDir>/test/workbench/host/page-environment.mjs */
import axe from "axe-core";
import { en } from "../../src/pane/words/en";
import { ja } from "../../src/pane/words/ja";
import { Problem } from "../../src/domain/problem";
import { LONGEST_TEXT } from "../../src/domain/written-amount";
import { embeddedFigures } from "../../src/workbench/connect";
import { drawPane, type DrawnPane } from "./drawn-pane";

let pane: DrawnPane;

async function open(...changes: Parameters<typeof drawPane>): Promise<DrawnPane> {
  const drawn = await drawPane(...changes);
  await drawn.press(/^(?:Check|照合)$/);
  await drawn.until(() => /Sentence to check|確かめる文/.test(drawn.text()));
  return drawn;
}

// One pane for all: a person checks one text after the other, too.
beforeAll(async () => {
  pane = await open();
});
afterAll(() => pane.close());

/** What axe can judge without a layout; colours are judged in the browser. */
async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(pane.root, { rules: { "color-contrast": { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}
const paste = (text: string): Promise<void> => pane.type(en.checkLabel, text);
const says = (words: RegExp | string): Promise<void> =>
  pane.until(() => (typeof words === "string" ? pane.text().includes(words) : words.test(pane.text())));
const marksOf = ({ root }: DrawnPane): readonly string[] =>
  [...root.querySelectorAll("mark")].map((mark) => mark.textContent);

test("with nothing pasted it says what it is for, and an example is one press away", async () => {
  expect(pane.text()).toContain(en.checkIntro);
  await pane.press(en.checkExample);
  expect((pane.control(en.checkLabel) as HTMLTextAreaElement).value).toBe(en.checkSample);
  await says("1 amount in two currencies");
  expect(marksOf(pane)).toEqual(["5.35 trillion yen", "$33.7 billion"]);
  const card = pane.root.querySelector("article")?.textContent ?? "";
  expect(card).toContain("158.754 JPY per USD158.370 to 159.138, by the rounding of the text");
  expect(card).toContain("Not the average of 2023: the rates of single days fit.");
  expect(card).toContain(
    "2024-06-21158.770Bank of Japan, Tokyo 17:00+0.01 %★ day on which the figure was published",
  );
  expect(card).toContain("At the average of 2023USD 38.05 billion12.9 % more than written");
  expect(card).toMatch(
    /JP\.DIGITAL\.NET · 2023 · exactly JPY −5\.3452 trillion · known since 2024-06-21 · preliminary/,
  );
  await pane.press(en.checkClear);
  await says(en.checkIntro);
});

test("the first few rates are listed, the others on demand; outside Excel nothing can be inserted", async () => {
  await paste(en.checkSample);
  await says("Show 4 more");
  const rates = (): number | undefined =>
    pane.root.querySelector(`ul[aria-label="${en.ratesThatFit}"]`)?.children.length;
  expect(rates()).toBe(4);
  await pane.press("Show 4 more");
  expect(rates()).toBe(8);
  expect(pane.control(en.fewerRates).getAttribute("aria-expanded")).toBe("true");
  await says("Inserting needs Excel.");
  expect((pane.control(en.insertCells) as HTMLButtonElement).disabled).toBe(true);
});

test("several pairs are told apart by number, amounts that stand alone are looked for as well", async () => {
  await paste(
    "about 5.35 trillion yen ($33.7 billion) in 2023, services 2.9158 trillion yen ($20.8 billion); in all 5.536 trillion yen",
  );
  await says("2 amounts in two currencies");
  expect(marksOf(pane)).toEqual([
    "5.35 trillion yen1",
    "$33.7 billion1",
    "2.9158 trillion yen2",
    "$20.8 billion2",
    "5.536 trillion yen",
  ]);
  expect(pane.text()).toContain("“5.35 trillion yen” is “about” in the text");
  expect(pane.text()).toContain(en.earlierVintage);
  expect(pane.text()).toMatch(/Other amounts in the text5\.536 trillion yen.*5 items/s);
  expect(await faults()).toEqual([]);
});

test.each([
  ["no amount", "Trade went well in 2023.", en.checkNone],
  ["one amount", "The deficit was 5.536 trillion yen in 2023.", en.checkOne],
  ["amounts apart", "5 trillion yen here, and there are 2 billion dollars.", "2 amounts, but no two"],
])("%s: it says so, and what would be enough", async (_what, text, words) => {
  await paste(text);
  await says(words);
  expect(pane.text()).toContain("5兆3500億円");
  expect(pane.root.querySelector("article")).toBeNull();
});

test("one amount alone is still found in the data", async () => {
  await paste("The deficit was 5.536 trillion yen in 2023.");
  await says(/JP\.DIGITAL5ITEM\.NET · 2023/);
});

test("too long a text is refused with its length, before anything is looked for", async () => {
  await paste(`${"x".repeat(LONGEST_TEXT)} 5 yen`);
  await says(/This text has 20006 letters; paste the sentence with the amounts \(20000 at most\)/);
});

test("the summary is copied as text; without a clipboard it says so", async () => {
  await paste(en.checkSample);
  await says(en.copySummary);
  await pane.press(en.copySummary);
  await says("does not allow copying");
  const copied: string[] = [];
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
  await pane.press(en.copySummary);
  await says("Copied.");
  expect(copied[0]).toContain("Implied rate: 158.754 JPY per USD");
  Reflect.deleteProperty(navigator, "clipboard");
});

test("where figures cannot be had the check says that it lacks them, and tries again", async () => {
  let isDown = true;
  const load = embeddedFigures();
  const other = await open({
    load: (id) => (isDown ? Promise.reject(new Problem("unreachable", "The network is down.")) : load(id)),
  });
  await other.press(en.checkExample);
  await other.until(() => /this check is incomplete\. The network is down\./.test(other.text()));
  isDown = false;
  await other.press(en.tryAgain);
  await other.until(() => /12\.9 % more than written/.test(other.text()));
  expect(other.text()).not.toContain("incomplete");
  await other.close();
});

test("in Japanese the sample, the answer and every word are Japanese", async () => {
  localStorage.setItem("digitrade.language", "ja");
  const other = await open();
  await other.press(ja.checkExample);
  await other.until(() => /2通貨で示された金額 1 件/.test(other.text()));
  expect(marksOf(other)).toEqual(["5兆3500億円", "337億ドル"]);
  expect(other.text()).toContain("380.5億米ドル");
  expect(other.text()).toContain("日本：デジタル関連収支（3項目）");
  await other.close();
  localStorage.clear();
});
