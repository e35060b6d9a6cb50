import fc from "fast-check";
import type { Entry } from "../../../src/catalog/entry";
import { lastDay, period, shift, type Day, type Period } from "../../../src/domain/period";
import type { Series, Status } from "../../../src/domain/series";
import { viewOf, vintagesOf } from "../../../src/domain/vintage";
import { documentOf } from "../../../src/gateway/vintages/document";
import { factsOf } from "../../../src/gateway/vintages/facts";
import { historyOf } from "../../../src/gateway/vintages/history";
import { merged } from "../../../src/gateway/vintages/segment";
import { aReading, aSeed, FLOW, noon, RATE, recorded } from "./readings";

/** One statement of a provider or a seed: on this day the figure of this period was said to be this. */
interface Statement {
  readonly day: Day;
  readonly period: Period;
  readonly value: number | null;
  readonly status: Status | undefined;
}

interface Release {
  readonly day: Day;
  readonly rows: readonly (readonly [string, number | null, Status?])[];
}

const START = period("2024-02-01");
const dayAt = (n: number): Day => shift(START, n);
/** Every day on which something may have been known, and some around. */
const ALL_DAYS: readonly Day[] = Array.from({ length: 50 }, (_, i) => dayAt(i - 20));

const ABOUT = period("2023-10");

const value = fc.constantFrom(null, 1, 2, 3);
const status = fc.constantFrom<Status | undefined>(undefined, undefined, "prelim");

/** Releases on even days, each of a run of periods without gaps. */
function releases(first: Period, count: number, notAfter: (day: Day) => Period) {
  const one = fc.record({
    from: fc.nat(count - 1),
    length: fc.integer({ min: 1, max: count }),
    values: fc.array(fc.tuple(value, status), { minLength: count, maxLength: count }),
  });
  const on = fc.uniqueArray(fc.nat(13), { minLength: 1, maxLength: 5 });
  return fc.tuple(on, fc.array(one, { minLength: 5, maxLength: 5 })).map(([days, contents]): Release[] =>
    days.flatMap((n, i) => {
      const { from, length, values } = contents[i]!;
      const day = dayAt(2 * n);
      const rows = values.slice(from, from + length).flatMap(([figure, mark], j) => {
        const at = shift(first, from + j);
        if (at > notAfter(day)) return [];
        // Whoever states "about" figures of a period states no others of it.
        if (at === ABOUT) return [[at, figure, "approx"] as const];
        return [mark ? ([at, figure, mark] as const) : ([at, figure] as const)];
      });
      return rows.length > 0 ? [{ day, rows }] : [];
    }),
  );
}

/** What is true as of a day, by looking through all statements: exact before "about", then the newest. */
function truth(statements: readonly Statement[], asOf: Day | undefined): string {
  const found = new Map<Period, Statement>();
  const rank = (s: Statement): string => `${s.status === "approx" ? 0 : 1} ${s.day}`;
  for (const s of statements) {
    if (asOf !== undefined && s.day > asOf) continue;
    const best = found.get(s.period);
    if (!best || rank(s) > rank(best)) found.set(s.period, s);
  }
  return inWords([...found].map(([p, s]) => [p, s.value, s.status]));
}

function told(document: Series, asOf: Day | undefined): string {
  return inWords([...viewOf(document, asOf).figures].map(([p, f]) => [p, f.value, f.status]));
}

const inWords = (rows: readonly (readonly [Period, number | null, Status | undefined])[]): string =>
  rows
    .map(([p, figure, mark = ""]) => `${p} ${figure} ${mark}`)
    .sort()
    .join("; ");

const statementsOf = ({ day, rows }: Release): readonly Statement[] =>
  rows.map(([p, figure, mark]) => ({ day, period: period(p), value: figure, status: mark }));

/** The first figure of a rate counts from the day that it is of. */
function datedAsRates(statements: readonly Statement[]): readonly Statement[] {
  return statements.map((s) => {
    const isFirst = !statements.some((other) => other.period === s.period && other.day < s.day);
    return isFirst ? { ...s, day: lastDay(s.period) } : s;
  });
}

function expectTruth(document: Series, statements: readonly Statement[]): void {
  const asOfAny = (say: (asOf: Day | undefined) => string): readonly string[] =>
    [...ALL_DAYS, undefined].map((asOf) => `${asOf ?? "now"}: ${say(asOf)}`);
  expect(asOfAny((asOf) => told(document, asOf))).toEqual(asOfAny((asOf) => truth(statements, asOf)));
}

/** Records releases in an order, some time after the last of them, reading every other one twice. */
function recordAll(entry: Entry, seed: Series | undefined, inOrder: readonly Release[]) {
  return recorded(
    inOrder.flatMap(({ day, rows }, i) => {
      const reading = aReading(rows, day, {}, entry);
      const once = [reading, noon("2024-04-01", 10 * i)] as const;
      return i % 2 === 0 ? [once] : [once, [reading, noon("2024-04-01", 10 * i + 5)] as const];
    }),
    seed,
    entry,
  );
}

/** A seed on odd days, so that no two statements share one: the document's figures, and older vintages of some. */
const sownFlow = fc
  .record({
    current: fc.array(fc.tuple(value, fc.constantFrom(undefined, "secondary" as const, "approx" as const)), {
      maxLength: 6,
    }),
    older: fc.array(fc.tuple(fc.nat(5), value, fc.integer({ min: -9, max: 6 })), { maxLength: 4 }),
  })
  .map(({ current, older }) => {
    const published = dayAt(15);
    const statements: Statement[] = current.map(([figure, mark], i) => ({
      day: published,
      period: shift(period("2023-06"), i),
      value: figure,
      status: mark,
    }));
    for (const [i, figure, n] of older) {
      const at = shift(period("2023-06"), i);
      const day = dayAt(2 * n + 1);
      if (!statements.some((s) => s.period === at && s.day === day))
        statements.push({ day, period: at, value: figure, status: undefined });
    }
    const rows = statements
      .filter((s) => s.day === published)
      .map(({ period: p, value: v, status: s }) => (s ? ([p, v, s] as const) : ([p, v] as const)));
    // A period with several vintages states all of them, as the embedded documents do.
    const revisions = statements
      .filter(({ period: p }) => statements.filter((s) => s.period === p).length > 1)
      .concat(statements.filter((s) => s.day !== published))
      .map((s) => (s.status ? [s.period, s.value, s.day, s.status] : [s.period, s.value, s.day]) as never);
    return { seed: aSeed(rows, published, [...new Set(revisions)]), statements };
  });

const flows = releases(period("2023-06"), 6, () => period("2999-12"));
const rates = releases(dayAt(-2), 9, (day) => day);

describe("a flow says what its releases said", () => {
  test("whatever the order in which they were read", () => {
    fc.assert(
      fc.property(
        flows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, inOrder]) => {
          fc.pre(all.length > 0);
          expectTruth(recordAll(FLOW, undefined, inOrder).document, all.flatMap(statementsOf));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("beside a seed, of which no vintage is lost", () => {
    fc.assert(
      fc.property(
        sownFlow,
        flows.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
        ({ seed, statements }, inOrder) => {
          fc.pre(inOrder.length > 0);
          const { document, history } = recordAll(FLOW, seed, inOrder);
          expectTruth(document, [...statements, ...inOrder.flatMap(statementsOf)]);
          const written = factsOf(document).map(({ at: _, ...rest }) => rest);
          for (const { at: _, ...rest } of [...history.facts.values()].flat())
            expect(written).toContainEqual(rest);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a rate says what its releases said, each figure from its own day", () => {
  test("whatever the order in which they were read", () => {
    fc.assert(
      fc.property(
        rates.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
        (inOrder) => {
          fc.pre(inOrder.length > 0);
          const { document } = recordAll(RATE, undefined, inOrder);
          expectTruth(document, datedAsRates(inOrder.flatMap(statementsOf)));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("beside a seed", () => {
    const published = dayAt(15);
    const sown = fc.array(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 9 }).map((values) => ({
      day: published,
      rows: values.map((figure, i) => [shift(dayAt(-2), i), figure] as const),
    }));
    fc.assert(
      fc.property(
        sown,
        rates.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
        (seed, inOrder) => {
          fc.pre(inOrder.length > 0);
          const { document } = recordAll(RATE, aSeed(seed.rows, published, [], RATE), inOrder);
          expectTruth(document, datedAsRates([seed, ...inOrder].flatMap(statementsOf)));
        },
      ),
      { numRuns: 200 },
    );
  });
});

test("recordings make the same document in any order, twice over, and merged", () => {
  fc.assert(
    fc.property(
      sownFlow,
      flows.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
      fc.integer(),
      ({ seed }, inOrder, pick) => {
        fc.pre(inOrder.length > 0);
        const { recordings, document } = recordAll(FLOW, seed, inOrder);
        const turn = Math.abs(pick) % recordings.length;
        const others = [...recordings.slice(turn), ...[...recordings].reverse(), ...recordings];
        for (const some of [others, merged(others), merged([...merged(others), ...recordings])])
          expect(documentOf(historyOf(FLOW, seed, some))?.version).toBe(document.version);
        expect(merged(others)).toHaveLength(recordings.length);
      },
    ),
    { numRuns: 100 },
  );
});

test("every vintage can be asked for by its period", () => {
  const { document } = recorded([
    [aReading([["2024-01", 5]], "2024-03-08"), noon("2024-03-08")],
    [aReading([["2024-01", 6, "prelim"]], "2024-04-08"), noon("2024-04-08")],
  ]);
  expect(vintagesOf(document, period("2024-01"))).toEqual([
    { period: "2024-01", value: 5, knownOn: "2024-03-08" },
    { period: "2024-01", value: 6, knownOn: "2024-04-08", status: "prelim" },
  ]);
});
