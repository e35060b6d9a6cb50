import { checkHeadline, type CheckedPair } from "../../src/answer/headline-check";
import { connectEmbedded } from "../../src/workbench/connect";
import { makeShelf } from "../../src/functions/bridge/runtime";
import { Absent } from "../../src/answer/shelf";
import { Problem, asProblem } from "../../src/domain/problem";
import type { Day } from "../../src/domain/period";
import type { SeriesId } from "../../src/domain/series";

const figures = connectEmbedded();

/** What the embedded figures say of a text. */
async function check(text: string): Promise<readonly CheckedPair[]> {
  const failures = new Map<SeriesId, Problem>();
  for (let round = 0; round < 20; round++)
    try {
      const shelf = makeShelf({ figures, today: () => "2026-11-26" as Day }, new Map(), failures);
      return checkHeadline(shelf, text);
    } catch (thrown) {
      if (!(thrown instanceof Absent)) throw thrown;
      for (const id of thrown.ids)
        await figures.load(id).catch((problem: unknown) => failures.set(id, asProblem(problem)));
    }
  throw new Error("never all at hand");
}

const ARTICLE = "more than doubling since 2015 to 5.35 trillion yen ($33.7 billion) in 2023";

test("the article: spot of 21 June 2024, the 3-item balance of 2023 as the programme printed it", async () => {
  const [checked, more] = await check(ARTICLE);
  expect(more).toBeUndefined();
  expect(checked!.period).toBe("2023");
  expect(checked!.implied.rate).toBeCloseTo(158.754, 3);
  expect([checked!.implied.low, checked!.implied.high].map((x) => x.toFixed(2))).toEqual([
    "158.37",
    "159.14",
  ]);
  // Tokyo 17:00 of 2024-06-21 (158.77) is in the band, the average of 2023 is not.
  const tokyo = { kind: "fixing", source: "boj", when: "2024-06-21", value: 158.77, inside: true };
  expect(checked!.inside).toContainEqual(expect.objectContaining(tokyo));
  expect(checked!.outside.find((m) => m.basis.startsWith("average"))?.value).toBeCloseTo(140.588, 3);
  const [first] = checked!.found;
  expect(first).toMatchObject({ period: "2023", value: -5.3452e12, knownOn: "2024-06-21", current: true });
  expect(first!.entry.id).toBe("JP.DIGITAL.NET");
  expect(first!.entry.definition).toBe("3item");
  // 5.35 trillion at the average of 2023, the ECB's 140.588: 38.05 billion.
  expect(checked!.atSuiting).toMatchObject({ currency: "USD" });
  expect(checked!.atSuiting!.value / 1e9).toBeCloseTo(5350 / 140.588, 2);
});

test("the same in Japanese", async () => {
  const [checked] = await check("2015年から2倍以上の５兆３５００億円（337億ドル）、2023年");
  expect(checked!.period).toBe("2023");
  expect(checked!.found[0]!.entry.id).toBe("JP.DIGITAL.NET");
});

test("another definition is told from the first", async () => {
  const [checked] = await check("The digital deficit of 2023 was 5.536 trillion yen ($39.4 billion)");
  expect(checked!.found[0]!.entry.id).toBe("JP.DIGITAL5ITEM.NET");
  expect(checked!.found.map((f) => f.entry.id)).not.toContain("JP.DIGITAL.NET");
});

test("Treasury holdings in dollars are found too, and converted from dollars", async () => {
  const [checked] = await check("Japan held $1,061.5 billion (167 trillion yen) at the end of 2024");
  expect(checked!.found[0]!.entry.id).toBe("TIC.JP");
  expect(checked!.atSuiting?.from.currency).toBe("USD");
  // A stock belongs at the last fixing of its period, not at the average.
  expect(checked!.atSuiting?.rate).toMatchObject({ kind: "end", day: "2024-12-31" });
});

test("a superseded figure is found as what it was", async () => {
  const [checked] = await check("services deficit of 2.9158 trillion yen ($20.8 billion) in 2023");
  expect(checked!.found.some((f) => f.entry.id === "JP.SERVICES.NET" && !f.current)).toBe(true);
});

test("an amount that nothing states is not forced upon a figure", async () => {
  const [checked] = await check("7.77 trillion yen ($50 billion) in 2023");
  expect(checked!.found).toEqual([]);
  expect(checked!.period).toBe("2023");
});

test("a text without a pair has nothing to check", async () => {
  expect(await check("5.35 trillion yen in 2023")).toEqual([]);
});
