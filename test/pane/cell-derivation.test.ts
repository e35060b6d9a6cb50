import type { Answer } from "../../src/answer/evaluate";
import { evaluate } from "../../src/answer/evaluate";
import { entryFor } from "../../src/answer/subject";
import { readChoices, splitOptions, OPTION_KEYS } from "../../src/answer/choices";
import { period, type Day } from "../../src/domain/period";
import { createEdition } from "../../src/load/edition";
import { stepsOf } from "../../src/pane/cell/derivation";
import { ageText, factsOf } from "../../src/pane/cell/facts";
import { revisedFigures, revisedText } from "../../src/pane/cell/revisions";
import { warningsOf } from "../../src/pane/cell/warnings";
import { makeDesk } from "../../src/pane/find/desk";
import { en } from "../../src/pane/words/en";
import { ja } from "../../src/pane/words/ja";
import { makeSpeech } from "../../src/pane/words/speech";
import { embeddedFigures } from "../../src/workbench/connect";

const load = embeddedFigures();
const today = "2026-11-23" as Day;
const desk = makeDesk({ figures: createEdition(load), load, today: () => today });
const english = makeSpeech("en", en);
const japanese = makeSpeech("ja", ja);

const answer = (id: string, when: string, options = ""): Promise<Answer> =>
  desk.look((shelf) => {
    const choices = readChoices(splitOptions(options), OPTION_KEYS);
    return evaluate(shelf, entryFor(id, choices), period(when), choices);
  });
const steps = async (...of: Parameters<typeof answer>): Promise<readonly string[]> =>
  stepsOf(await answer(...of), english).map(({ title, text, notes }) => [title, text, ...notes].join(" | "));

test("a published figure at a day's rate, as a deficit in dollars", async () => {
  expect(
    await steps("JP.DIGITAL.NET", "2023", "fx=USD;unit=bn;basis=2024-06-21;fxsrc=boj;sign=deficit"),
  ).toEqual([
    "Published figure | Japan: digital trade (3 items), balance | Definition of 3 items: computer services, copyright charges, consulting | −53,452 × 100 million JPY · published as a total for 2023",
    "Exchange rate | 158.770 JPY per USD | of 2024-06-21 · Bank of Japan, Tokyo 17:00",
    "Unit | −33.6663 billion USD",
    "Sign | × −1 | a deficit is shown as a positive number",
    "Result | 33.6663 billion USD | 2023",
  ]);
});

test("months are summed, each at its own average, and all of them can be seen", async () => {
  const made = stepsOf(await answer("JP.DIGITAL.NET", "2015", "fx=USD;unit=bn"), english);
  expect(made.map(({ title }) => title)).toEqual([
    "Published figures",
    "Together",
    "Exchange rate",
    "Result",
  ]);
  expect(made[1]).toMatchObject({
    text: "−25,040 × 100 million JPY",
    notes: ["sum of 12 figures, 2015-01 to 2015-12"],
  });
  // A basket shows what each of its items contributes.
  expect(made[0]?.details?.rows).toHaveLength(3);
  expect(made[2]?.text).toMatch(
    /^12 periods, each at its own rate, then summed: 118\.\d+ to 123\.\d+ JPY per USD$/,
  );
  expect(made[2]?.details?.rows[0]?.label).toBe("2015-01");
});

test("a stock at its last fixing", async () => {
  expect(await steps("TIC.JP", "2024-12", "fx=JPY;unit=tn")).toEqual([
    expect.stringMatching(/^Published figure \| .*Japan.* \| 1,061\.5 billion USD · published for 2024-12$/),
    expect.stringMatching(
      /^Exchange rate \| 156\.\d+ JPY per USD \| end of 2024-12, 2024-12-31 · European Central Bank$/,
    ),
    "Result | 166.607 trillion JPY | 2024-12",
  ]);
});

test("a rate, and one for a change on the year", async () => {
  expect(await steps("FX.USDJPY", "2023")).toEqual([
    "Exchange rate | 140.588 JPY per USD | average of 2023 · European Central Bank",
    "Result | 140.588 JPY per USD | 2023",
  ]);
  expect((await steps("JP.CURRENTACCOUNT.NET", "2023", "tf=pc1;unit=tn")).slice(-3)).toEqual([
    expect.stringMatching(/^Unit \| [\d.]+ trillion JPY$/),
    expect.stringMatching(
      /^Comparison \| change in per cent on the year, against 2022 \| [\d.]+ trillion JPY then, /,
    ),
    expect.stringMatching(/^Result \| [\d.]+ % \| 2023$/),
  ]);
});

test("in Japanese, nothing of the steps is left in English but the method", async () => {
  const made = stepsOf(await answer("JP.DIGITAL.NET", "2015", "fx=USD;unit=bn;sign=deficit"), japanese);
  const words = made.flatMap(({ title, text, notes, details }) => [
    title,
    text,
    ...notes,
    ...(details ? [details.summary, ...details.rows.flatMap((row) => [row.label, row.value])] : []),
  ]);
  expect(words.filter((text) => /[a-z]{3}/.test(text))).toEqual([]);
  expect(words).toContain("−25,040 億円");
});

test("warnings are in words: preliminary, unfinished, mixed vintages, cautions", async () => {
  const warnings = async (...of: Parameters<typeof answer>): Promise<string> =>
    warningsOf(await answer(...of), english)
      .map(({ text }) => text)
      .join(" ");
  expect(await warnings("JP.DIGITAL.NET", "2023")).toContain("Preliminary");
  expect(await warnings("JP.DIGITAL.NET", "2017", "partial=allow")).toContain(
    "An unfinished period: 3 of 12 parts.",
  );
  expect(await warnings("JP.DIGITAL5ITEM.NET", "2022", "approx=allow")).toContain("An approximate figure");
  expect(await warnings("FX.USDJPY", "2023")).toBe("");
});

test("facts: source, vintage, age and state, the rate's documents included", async () => {
  const facts = factsOf(await answer("JP.DIGITAL.NET", "2023", "fx=USD"), today, english);
  const text = facts.map(({ name, text: said }) => `${name}: ${said}`);
  expect(text).toContain("Vintage: 2024-06-21");
  expect(text).toContain("Age: known for 2 years");
  expect(text).toContain("State: built in, collected 2026-11-23");
  expect(text.find((one) => one.startsWith("Source: "))).toBeDefined();
});

test("ages are whole days, months or years", () => {
  const age = (from: string): string => ageText(from as Day, today, english);
  expect(
    ["2026-11-24", "2026-11-23", "2026-11-22", "2026-11-01", "2026-06-30", "2020-01-01"].map(age),
  ).toEqual(["of today", "of today", "1 day", "22 days", "4 months", "6 years"]);
  // Around two months and two years no age is "1 months" or "1 years".
  expect(["2026-09-25", "2026-09-24", "2026-09-23", "2024-11-24", "2024-11-22"].map(age)).toEqual([
    ...["59 days", "60 days", "2 months", "23 months", "2 years"],
  ]);
});

test("figures with several vintages are named with the first and the last one", async () => {
  const revised = revisedFigures(await answer("JP.CURRENTACCOUNT.NET", "FY2023"));
  expect(revised).toHaveLength(1);
  expect(revisedText(revised[0]!, english)).toMatch(
    /^FY2023: 253,390 × 100 million JPY \(\d{4}-\d\d-\d\d\) → 264,220 × 100 million JPY \(\d{4}-\d\d-\d\d\)$/,
  );
  expect(revisedFigures(await answer("TIC.JP", "2024-12"))).toEqual([]);
});
