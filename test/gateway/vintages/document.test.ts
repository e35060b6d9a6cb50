import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findEntry } from "../../../src/catalog/catalog";
import { routesOf } from "../../../src/catalog/routes";
import { SOURCES } from "../../../src/catalog/sources";
import { frequencyOf, period } from "../../../src/domain/period";
import { viewOf, type Figure } from "../../../src/domain/vintage";
import { readSeries } from "../../../src/load/document";
import { documentOf, readAgain } from "../../../src/gateway/vintages/document";
import { factsOf } from "../../../src/gateway/vintages/facts";
import { historyOf } from "../../../src/gateway/vintages/history";
import { aReading, aSeed, FLOW, noon, RATE, recorded } from "./readings";

const seed = aSeed(
  [
    ["2023-11", 3],
    ["2023-12", 4],
    ["2023", 40, "prelim"],
  ],
  "2024-02-08",
  [["2023", 40, "2024-06-30", "prelim"]],
  FLOW,
  { citations: [["2023", "2024-06-30", "https://example.org/"]] },
);

const reading = aReading(
  [
    ["2023-12", 4],
    ["2024-01", 5],
  ],
  "2024-03-08",
  { source: "mof", note: "Balance of payments." },
);

describe("the document of a merger", () => {
  const { document } = recorded([[reading, noon("2024-03-09")]], seed);

  test("is one that anybody can read, deeply frozen", () => {
    expect(readSeries(JSON.parse(JSON.stringify(document)), "a test")).toEqual(document);
    expect(Object.isFrozen(document.observations[0])).toBe(true);
  });

  test("says of the series what the catalogue says, and of the figures who released them when", () => {
    expect(document).toMatchObject({
      id: FLOW.id,
      title: FLOW.title,
      unit: FLOW.unit,
      source: SOURCES.mof,
      published: "2024-03-08",
      retrieved: "2024-03-09",
      release: ["2023-12", "2024-01"],
      citations: seed.citations,
    });
    expect(document.embedded).toBeUndefined();
    expect(document.version).toMatch(/^[0-9a-f]{12}$/);
  });

  test("leaves unsaid only the day of its own release", () => {
    expect(document.observations).toEqual([
      ["2023-11", 3],
      ["2023-12", 4],
      ["2023", 40, "prelim"],
      ["2024-01", 5],
    ]);
    expect(document.revisions).toEqual([
      ["2023-11", 3, "2024-02-08"],
      ["2023-12", 4, "2024-02-08"],
      ["2023", 40, "2024-06-30", "prelim"],
    ]);
  });

  test("notes what the release says, and what the seed says while it shows", () => {
    expect(document.note).toBe(
      "Balance of payments. Figures that the newest release does not state come from earlier documents: Figures from a file of old.",
    );
    const all = aReading(
      [
        ["2023-11", 3],
        ["2023-12", 4],
        ["2023", 41],
      ],
      "2024-07-08",
      { note: "All." },
    );
    expect(recorded([[all, noon("2024-07-09")]], seed).document.note).toBe("All.");
    expect(
      recorded([[aReading([["2024-01", 5]], "2024-03-08"), noon("2024-03-09")]], seed).document.note,
    ).toBe(
      "Figures that the newest release does not state come from earlier documents: Figures from a file of old.",
    );
  });
});

describe("the version", () => {
  const at = noon("2024-03-09");
  const first = recorded([[reading, at]], seed).document;

  test("stays when the same is read again, which only moves the day of retrieval", () => {
    const again = recorded(
      [
        [reading, at],
        [reading, noon("2024-03-20")],
      ],
      seed,
    ).document;
    expect(again).toEqual({ ...first, retrieved: "2024-03-20" });
    expect(readAgain(first, period("2024-03-20"))).toEqual(again);
    expect(readAgain(first, first.retrieved)).toBe(first);
  });

  test.each([
    ["a figure", { observations: [[period("2024-01"), 6]] }],
    ["the day of release", { published: period("2024-04-08") }],
    ["the note", { note: "Other." }],
  ] as const)("changes with %s", (_, over) => {
    const next = { ...reading, ...over };
    expect(recorded([[next, at]], seed).document.version).not.toBe(first.version);
  });
});

test("several readings of one release are one release", () => {
  const { document } = recorded([
    [aReading([["2024-02", 5]], "2024-03-08"), noon("2024-03-08")],
    [aReading([["2023-11", 4]], "2024-03-08"), noon("2024-03-09")],
  ]);
  expect(document.release).toEqual(["2023-11", "2024-02"]);
});

test("a release of other periods than the native ones confirms none", () => {
  const { document } = recorded([[aReading([["2023", 40]], "2024-03-08"), noon("2024-03-08")]]);
  expect(document.release).toBeUndefined();
});

test("a release that all was read from leaves nothing to say of days", () => {
  const { document } = recorded([[reading, noon("2024-03-09")]]);
  expect(document.revisions).toBeUndefined();
  expect([...viewOf(document).figures.values()].map((f) => f.knownOn)).toEqual(["2024-03-08", "2024-03-08"]);
});

test("a rate's days say when it was known, years after", () => {
  const { document } = recorded(
    [[aReading([["2024-03-07", 1.09]], "2024-03-08", {}, RATE), noon("2024-03-08")]],
    undefined,
    RATE,
  );
  expect(document.revisions).toBeUndefined();
  expect(viewOf(document, period("2024-03-07")).figures.size).toBe(1);
});

test("a seed alone is given out as it is, and nothing where there is nothing", () => {
  expect(documentOf(historyOf(FLOW, seed, []))).toBe(seed);
  expect(documentOf(historyOf(FLOW, undefined, []))).toBeUndefined();
});

test("a later seed speaks for itself beside recordings that are older", () => {
  const { document } = recorded([[aReading([["2023-10", 2]], "2023-12-08"), noon("2024-03-09")]], seed);
  expect(document).toMatchObject({ published: "2024-02-08", source: SOURCES.boj, note: seed.note });
  expect(document.release).toBeUndefined();
});

describe("every embedded document that a provider goes on with", () => {
  const folder = join(__dirname, "../../../src/snapshot");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".json"));
  const documents = files.map((file) =>
    readSeries(JSON.parse(readFileSync(join(folder, file), "utf8")), "the embedded data"),
  );
  const live = documents.filter(({ id }) => routesOf(findEntry(id)!).length > 0);

  test("keeps every vintage, and says as of any day of its own what it said", () => {
    expect(live.length).toBeGreaterThan(150);
    for (const embedded of live) {
      const entry = findEntry(embedded.id)!;
      // The next release states the native figures again, the last one changed.
      const native = embedded.observations.filter(([p]) => frequencyOf(p) === entry.frequency);
      const rows = native.map(([p, value], i) => [p, i + 1 < native.length ? value : 1e6] as const);
      const next = aReading(rows, "2026-11-25", {}, entry);
      const { document, outcomes } = recorded([[next, noon("2026-11-25")]], embedded, entry);
      const written = new Set(factsOf(document).map(inWords));
      expect([embedded.id, factsOf(embedded).filter((f) => !written.has(inWords(f)))]).toEqual([
        embedded.id,
        [],
      ]);
      if (native.length > 0) expect(outcomes[0]!.changes.changed).toBeGreaterThan(0);
      const days = new Set(factsOf(embedded).map((f) => f.knownOn));
      for (const day of entry.measure === "rate" ? [...days].slice(-3) : days) {
        const now = viewOf(document, day).figures;
        for (const [p, before] of viewOf(embedded, day).figures)
          if (inWords(before) !== inWords(now.get(p)!))
            expect([embedded.id, day, now.get(p)]).toEqual([embedded.id, day, before]);
      }
    }
  });
});

const inWords = ({ period: p, value, knownOn, status }: Figure): string =>
  `${p} ${value} ${knownOn} ${status}`;

test("a rate that is read piece by piece names no release, and says nothing of a seed that was all read again", () => {
  const sown = aSeed([["2026-03-02", 1.17], ["2026-03-03", 1.18]], "2026-03-03", [], RATE, { note: "A copy." }); // prettier-ignore
  const rate = (rows: readonly (readonly [string, number])[]) => aReading(rows, undefined, {}, RATE);
  const { document } = recorded(
    [
      [rate([["2026-03-02", 1.17], ["2026-03-03", 1.18], ["2026-03-04", 1.19]]), noon("2026-03-04")], // prettier-ignore
      [rate([["2026-03-05", 1.2]]), noon("2026-03-05")],
    ],
    sown,
    RATE,
  );
  expect(document.observations).toHaveLength(4);
  expect(document.release).toBeUndefined();
  expect(document.note).toBeUndefined();
  expect(document.revisions).toBeUndefined();
});
