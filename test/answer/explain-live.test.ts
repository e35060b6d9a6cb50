import { OPTION_KEYS, readChoices, splitOptions } from "../../src/answer/choices";
import { decomposition } from "../../src/answer/decomposition";
import { evaluate, type Answer } from "../../src/answer/evaluate";
import { explain } from "../../src/answer/explain";
import { headerWords } from "../../src/answer/header";
import { lastDay, period, shift, type Period } from "../../src/domain/period";
import type { Observation, Revision, Series, SeriesId } from "../../src/domain/series";
import { aRate } from "../domain/series-builder";
import { entryNamed, shelfOf } from "./shelf-of";

const p = period;

/** Months from a first to a last one, each of the value 1, 2, 3 and so on. */
const months = (first: string, last: string): readonly Observation[] => {
  const all: Observation[] = [];
  for (let at = p(first), n = 1; at <= last; at = shift(at, 1), n++) all.push([at, n]);
  return all;
};

/**
 * A monthly flow as the store makes them of many releases: every month became known some weeks after its end, and the
 * release of 9 November 2026 states all from 2024 on. `over` says what differs.
 */
function live(id: string, over: Partial<Series> = {}): Series {
  const { title, measure, unit, frequency, adjusted } = entryNamed(id);
  const observations = over.observations ?? months("2023-01", "2026-09");
  const revisions = observations
    .filter(([at]) => at < "2026-09")
    .map(([at, value]): Revision => [at, value, `${shift(at, 2)}-08` as Period]);
  return {
    ...{ id: id as SeriesId, version: "v", title, measure, unit, frequency, adjusted },
    source: { id: "boj", name: "Nobody", url: "https://example.org/", terms: "None.", credit: "None." },
    retrieved: p("2026-11-25"),
    published: p("2026-11-09"),
    release: [p("2024-01"), p("2026-09")],
    ...over,
    observations,
    revisions: [...revisions, ...(over.revisions ?? [])],
  };
}

const PARTS = ["JP.COMPUTER.NET", "JP.COPYRIGHT.NET", "JP.CONSULTING.NET"] as const;
const [COMPUTER] = PARTS;

const ask = (documents: readonly Series[], id: string, at: string, options: string): Answer =>
  evaluate(shelfOf(documents), entryNamed(id), p(at), readChoices(splitOptions(options), OPTION_KEYS));

const warned = (answer: Answer): readonly string[] =>
  explain(answer).filter((line) => line.startsWith("Warning"));

describe("a change of live figures", () => {
  test.each([
    ["2026-09", "tf=pch"],
    ["2026-03", "tf=pc1"],
    ["2026-Q2", "tf=pc1"],
    ["2025", "tf=chg"],
    ["2026-03", "tf=idx:2024"],
  ])("within one release mixes nothing, whenever each month became known (%s, %s)", (at, options) => {
    expect(warned(ask([live(COMPUTER)], COMPUTER, at, options))).toEqual([]);
    expect(
      warned(
        ask(
          PARTS.map((id) => live(id)),
          "JP.DIGITAL.NET",
          at,
          options,
        ),
      ),
    ).toEqual([]);
  });

  test("against figures that the release does not state names both vintages", () => {
    expect(warned(ask([live(COMPUTER)], COMPUTER, "2024-03", "tf=pc1"))).toEqual([
      "Warning: 2024-03 is a figure published for the period of the vintage of 2026-11-09, 2023-03 a figure published for the period of 2023-05-08; part of the change may be revision.",
    ]);
  });

  test("against a year of which the release states a part names all", () => {
    const document = live(COMPUTER, { release: [p("2024-07"), p("2026-09")] });
    expect(warned(ask([document], COMPUTER, "2025", "tf=pc1"))).toEqual([
      "Warning: 2025 is a sum of parts of the vintage of 2026-11-09, 2024 a sum of parts of 2024-08-08 and 2026-11-09; part of the change may be revision.",
    ]);
  });

  test("of a basket warns where one part is carried over", () => {
    const [first, ...others] = PARTS.map((id) => live(id));
    const old = { ...first!, release: [p("2025-07"), p("2026-09")] as const };
    const lines = warned(ask([old, ...others], "JP.DIGITAL.NET", "2026-03", "tf=pc1"));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("2025-03 a figure published for the period of 2025-05-08");
  });

  test("as of a day mixes nothing between figures that are current still", () => {
    expect(warned(ask([live(COMPUTER)], COMPUTER, "2026-03", "tf=pc1;asof=2026-06-01"))).toEqual([]);
  });

  test("as of a day warns where one of them was superseded since", () => {
    const document = live(COMPUTER, {
      revisions: [
        [p("2025-03"), 99, p("2025-05-07")],
        [p("2025-03"), 27, p("2026-09-08")],
      ],
    });
    const revised = {
      ...document,
      revisions: document.revisions!.filter(([at, , day]) => at !== "2025-03" || day !== "2025-05-08"),
    };
    expect(warned(ask([revised], COMPUTER, "2026-03", "tf=pc1;asof=2026-06-01"))).toEqual([
      "Warning: 2026-03 is a figure published for the period of the vintage of 2026-05-08, 2025-03 a figure published for the period of 2025-05-07; part of the change may be revision.",
    ]);
    expect(warned(ask([revised], COMPUTER, "2026-03", "tf=pc1"))).toEqual([]);
  });

  test("of a decomposition mixes nothing either", () => {
    const days = Array.from({ length: 48 }, (_, i) => shift(p("2023-01"), i));
    const quotes = (id: string, level: number): Series => ({
      ...aRate({ base: "EUR", quote: id === "FX.EURUSD.ECB" ? "USD" : "JPY" }, [], []).series,
      id: id as SeriesId,
      months: days.map((month, i) => [month, level + i / 100, level, lastDay(month), 20]),
    });
    const documents = [live(COMPUTER), quotes("FX.EURUSD.ECB", 1.1), quotes("FX.EURJPY.ECB", 150)];
    const { why } = decomposition(shelfOf(documents), entryNamed(COMPUTER), p("2024"), p("2025"), "USD", {});
    expect(why.filter((line) => line.startsWith("Warning"))).toEqual([]);
    const { why: across } = decomposition(
      shelfOf(documents),
      entryNamed(COMPUTER),
      p("2023"),
      p("2025"),
      "USD",
      {},
    );
    expect(across.filter((line) => line.startsWith("Warning"))).toHaveLength(1);
  });
});

describe("the vintage of live figures", () => {
  test("is the release, and since when nothing changed", () => {
    expect(explain(ask([live(COMPUTER)], COMPUTER, "2025", ""))[0]).toContain(
      ", vintage of 9 November 2026, unchanged since 8 February 2026.",
    );
    expect(explain(ask([live(COMPUTER)], COMPUTER, "2026-09", ""))[0]).toContain(
      ", vintage of 9 November 2026.",
    );
  });

  test("names both where a part is carried over", () => {
    const document = live(COMPUTER, { release: [p("2025-07"), p("2026-09")] });
    expect(explain(ask([document], COMPUTER, "2025", ""))[0]).toContain(
      ", vintages of 8 August 2025 and 9 November 2026.",
    );
  });

  test("is one in a table's heading", () => {
    const answers = ["2024", "2025"].map((at) => ask([live(COMPUTER)], COMPUTER, at, ""));
    expect(headerWords(answers, "A")).toContain(", vintage 2026-11-09");
    const older = ask([live(COMPUTER)], COMPUTER, "2023", "");
    expect(headerWords([older, ...answers], "A")).toContain(", vintages 2024-02-08 to 2026-11-09");
  });
});
