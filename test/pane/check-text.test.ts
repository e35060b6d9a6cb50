import { createEdition } from "../../src/load/edition";
import { cellsOf, readForCells } from "../../src/pane/check/cells";
import {
  checkText,
  differenceOf,
  likeliestDay,
  statedIn,
  verdictOf,
  type CheckedText,
} from "../../src/pane/check/checked-text";
import { cautionsOf, verdictText } from "../../src/pane/check/check-words";
import { piecesOf } from "../../src/pane/check/marks";
import { summaryOf } from "../../src/pane/check/summary";
import { makeDesk } from "../../src/pane/find/desk";
import { en } from "../../src/pane/words/en";
import { ja } from "../../src/pane/words/ja";
import { makeSpeech } from "../../src/pane/words/speech";
import { embeddedFigures } from "../../src/workbench/connect";
import { LONGEST_TEXT, writtenAmounts } from "../../src/domain/written-amount";
import type { Day } from "../../src/domain/period";

const load = embeddedFigures();
const desk = makeDesk({ figures: createEdition(load), load, today: () => "2026-11-23" as Day });
const english = makeSpeech("en", en);
const japanese = makeSpeech("ja", ja);
const check = (text: string): Promise<CheckedText> => desk.look((shelf) => checkText(shelf, text));
const names = (row: number, column: number): string => `${"BC"[column] ?? ""}${row + 5}`;

let article: CheckedText;
beforeAll(async () => {
  article = await check(en.checkSample);
});

test.each([
  ["", "nothing"],
  ["  \n", "nothing"],
  ["Nothing about money in 2023.", "none"],
  ["5.35 trillion yen in 2023", "one"],
  ["5.35 trillion yen in 2023, and last year 2 billion dollars", "apart"],
  [en.checkSample, "pairs"],
  [ja.checkSample, "pairs"],
  ["x".repeat(LONGEST_TEXT + 1), "long"],
])("a text states what it states: %#", (text, kind) => {
  expect(statedIn(text).kind).toBe(kind);
});

test("the samples of both languages are the story's article, with the same outcome", async () => {
  const [first] = article.pairs;
  const [other] = (await check(ja.checkSample)).pairs;
  expect(first!.implied).toEqual(other!.implied);
  expect(first!.period).toBe("2023");
  expect(other!.found.map(({ entry }) => entry.id)).toEqual(first!.found.map(({ entry }) => entry.id));
});

test("the article's rate is that of the day on which the figure came out, not the year's average", () => {
  const [checked] = article.pairs;
  expect(verdictOf(checked!)).toBe("day");
  expect(likeliestDay(checked!)).toMatchObject({ when: "2024-06-21", source: "boj", value: 158.77 });
  expect(differenceOf(checked!)).toBeCloseTo(12.92, 1);
  expect(verdictText(checked!, english)).toBe("Not the average of 2023: the rates of single days fit.");
});

test("a rate that is the average is told so, and one that nothing fits", async () => {
  const average = await check("5.35 trillion yen ($38.05 billion) in 2023");
  expect(verdictOf(average.pairs[0]!)).toBe("average");
  const none = await check("5.35 trillion yen ($90 billion) in 2023");
  expect(verdictOf(none.pairs[0]!)).toBe("none");
  expect(likeliestDay(none.pairs[0]!)).toBeUndefined();
});

test("an amount that stands alone is looked for by itself", async () => {
  const { pairs, others } = await check("The deficit was 5.536 trillion yen in 2023.");
  expect(pairs).toEqual([]);
  expect(others.map(({ found }) => found[0]?.entry.id)).toEqual(["JP.DIGITAL5ITEM.NET"]);
});

test("about amounts and ranges are told", () => {
  const notes = writtenAmounts(
    "about $33 to 34 billion, roughly 5 trillion yen, ５～６億円, 2 billion euros",
  ).map((amount) => cautionsOf(amount, english).length);
  expect(notes).toEqual([2, 1, 1, 0]);
});

test("the text is cut at its amounts, and long stretches without any are left out", () => {
  const text = `${"a".repeat(300)} ${en.checkSample} ${"b".repeat(300)}`;
  const pieces = piecesOf(text, writtenAmounts(text), article.pairs.length > 0 ? [shifted(301)] : []);
  expect(pieces.filter(({ isAmount }) => isAmount)).toEqual([
    { text: "5.35 trillion yen", isAmount: true, pair: 1 },
    { text: "$33.7 billion", isAmount: true, pair: 1 },
  ]);
  expect(pieces.map(({ text: piece }) => piece).join("")).toMatch(
    /^….{60}5\.35 trillion yen \(\$33\.7 billion.{60}…$/s,
  );
  expect(piecesOf("short 1 yen", writtenAmounts("short 1 yen"), [])).toEqual([
    { text: "short ", isAmount: false },
    { text: "1 yen", isAmount: true },
  ]);
});

/** The article's pair, further to the right. */
function shifted(by: number) {
  const { first, second } = article.pairs[0]!.pair;
  const move = (amount: typeof first) => ({ ...amount, start: amount.start + by, end: amount.end + by });
  return { pair: { first: move(first), second: move(second) } };
}

describe("as cells", () => {
  const table = (checked: CheckedText, speech = english) => {
    const block = cellsOf(checked.pairs, "DIGITRADE", speech);
    return { block, rows: block.contents(names).map((row) => row.map((cell) => Object.values(cell)[0])) };
  };

  test("the article: amounts, implied rate, average and day, and the figure itself, live", () => {
    const { block, rows } = table(article);
    expect(rows).toEqual([
      ["Check of “5.35 trillion yen = $33.7 billion”", ""],
      ["Amount as written, JPY", 5.35e12],
      ["Amount as written, USD", 33.7e9],
      ["JPY per USD between them", '=INDEX(DIGITRADE.IMPLIED(C6,"JPY",C7,"USD",2023,"header=off"),1,2)'],
      [
        "Lowest rate that the rounding leaves",
        '=INDEX(DIGITRADE.IMPLIED(C6,"JPY",C7,"USD",2023,"header=off"),2,2)',
      ],
      [
        "Highest rate that the rounding leaves",
        '=INDEX(DIGITRADE.IMPLIED(C6,"JPY",C7,"USD",2023,"header=off"),3,2)',
      ],
      ["Average of 2023, European Central Bank", '=DIGITRADE.FXRATE("USD","JPY",2023)'],
      ["The amount at that rate, USD", "=C6/C11"],
      [
        "Rate of 2024-06-21, Bank of Japan, Tokyo 17:00",
        '=DIGITRADE.FXRATE("USD","JPY","2024-06-21",,"fxsrc=boj")',
      ],
      ["The amount at that rate, USD", "=C6/C13"],
      ["Japan: digital trade (3 items), balance, 2023, as a deficit", '=DIGITRADE.DEFICIT("JP",2023)'],
      ["The same, USD at the average", '=DIGITRADE.DEFICIT("JP",2023,,"fx=USD")'],
      [
        "The same, USD at the rate of 2024-06-21",
        '=DIGITRADE.DEFICIT("JP",2023,,"fx=USD;basis=2024-06-21;fxsrc=boj")',
      ],
    ]);
    expect({ rows: block.rows, columns: block.columns, titles: block.titles }).toEqual({
      rows: 13,
      columns: 2,
      titles: [0],
    });
  });

  test("several checks stand one under another, and each names its own cells", async () => {
    const both = await check(
      "Japan held $1,061.5 billion (167 trillion yen) at the end of 2024; services: 2.9158 trillion yen ($20.8 billion) in 2023",
    );
    const { block, rows } = table(both);
    expect(rows).toHaveLength(block.rows);
    expect(block.titles).toEqual([0, 14]);
    expect(rows[13]).toEqual(["", ""]);
    const flat = rows.map(([, content]) => content);
    // A stock at the last rate of its period; a superseded figure as it was known then.
    expect(flat).toContain('=DIGITRADE.FXRATE("USD","JPY",2024,"end")');
    expect(flat).toContain('=DIGITRADE.VALUE("TIC.JP",2024,"fx=JPY")');
    expect(flat).toContain('=DIGITRADE.VALUE("JP.SERVICES.NET",2023,"asof=2024-12-31")');
    expect(flat).toContain('=INDEX(DIGITRADE.IMPLIED(C20,"JPY",C21,"USD",2023,"header=off"),1,2)');
  });

  test("a band that the numbers alone do not tell is worked out from the amounts' ends", async () => {
    const ranged = await check("5.30 trillion yen ($33.7 billion) in 2023");
    expect(table(ranged).rows[4]).toEqual([
      "Lowest rate that the rounding leaves",
      "=5295000000000/33750000000",
    ]);
  });

  test("the figures that the cells ask for are read beforehand, not all that were looked through", async () => {
    const { used } = await desk.workOut((shelf) => readForCells(shelf, article.pairs));
    expect([...used]).toEqual(expect.arrayContaining(["JP.COMPUTER.NET", "FX.EURJPY.ECB", "FX.USDJPY.BOJ"]));
    expect([...used]).not.toContain("TIC.JP");
  });
});

test("the summary says it all in words, in both languages", () => {
  const words = summaryOf(article.pairs, english);
  expect(words).toContain(
    "Implied rate: 158.754 JPY per USD (158.370 to 159.138, by the rounding of the text)",
  );
  expect(words).toMatch(
    /- 2024-06-21: 158\.770, Bank of Japan, Tokyo 17:00 \(\+0\.01 %\), day on which the figure was published/,
  );
  expect(words).toContain("At the average of 2023: USD 38.05 billion, 12.9 % more than written");
  expect(words).toContain(
    "(JP.DIGITAL.NET): 2023 · exactly JPY −5.3452 trillion · known since 2024-06-21 · preliminary",
  );
  expect(words).toContain("Definition of 3 items");
  const said = summaryOf(article.pairs, japanese);
  expect(said).toContain("2023 の平均レートでは");
  expect(said).toContain("380.5億米ドル");
});
