import { cardOf } from "../../src/answer/card";
import {
  compilerNames,
  creditOf,
  documentsBehind,
  freshnessOf,
  retrievalWords,
  stateWords,
} from "../../src/answer/provenance";
import { Absent, type Shelf } from "../../src/answer/shelf";
import { subjectOf } from "../../src/answer/subject";
import { SOURCES } from "../../src/catalog/sources";
import { period } from "../../src/domain/period";
import type { Series } from "../../src/domain/series";
import { embedded, entryNamed, live, shelfOf } from "./shelf-of";

const PARTS = ["JP.COMPUTER.NET", "JP.COPYRIGHT.NET", "JP.CONSULTING.NET"];
const digital = entryNamed("JP.DIGITAL.NET");

/** A balance's parts as a gateway serves them, up to the end of 2024, beside totals that are embedded. */
async function partsAlive(): Promise<readonly Series[]> {
  const parts = await Promise.all(PARTS.map((id) => live(id, "2026-11-26")));
  const grown = parts.map((part) => ({
    ...part,
    observations: [
      ...part.observations.filter(([p]) => p.length === 7),
      ...Array.from({ length: 93 }, (_, i) => {
        const month = 3 + i;
        const name = `${2017 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
        return [period(name), -500 - i] as const;
      }),
    ],
  }));
  return [...grown, await embedded("JP.DIGITAL.NET")];
}

describe("how fresh a document is", () => {
  it("is said of each kind with its day", async () => {
    const one = await live("TIC.JP", "2026-11-26");
    expect([retrievalWords([one]), stateWords([one])]).toEqual([
      "retrieved 2026-11-26 (live)",
      "live, retrieved 2026-11-26",
    ]);
    const stale = { ...one, stale: true };
    expect([retrievalWords([stale]), stateWords([stale])]).toEqual([
      "retrieved 2026-11-26, not refreshed since (stale)",
      "stale, not refreshed since 2026-11-26",
    ]);
    const built = await embedded("TIC.JP");
    expect([retrievalWords([built]), stateWords([built])]).toEqual([
      "retrieved 2026-11-23 (embedded figures)",
      "embedded, as of 2026-11-23",
    ]);
    expect(freshnessOf({ ...built, stale: true })).toBe("embedded");
  });

  it("is counted where documents differ, and no better state hides a worse one", async () => {
    const documents = [
      await live("TIC.JP", "2026-11-26"),
      await live("TIC.CN", "2026-11-25", { stale: true }),
      await embedded("TIC.GB"),
    ];
    expect(retrievalWords(documents)).toBe(
      "retrieved 2026-11-23 to 2026-11-26 (of 3 series 1 live, 1 stale, 1 embedded)",
    );
    expect(stateWords(documents)).toBe(
      "of 3 series 1 live, 1 stale, 1 embedded, retrieved 2026-11-23 to 2026-11-26",
    );
  });
});

it("names each compiler once, from the documents, whatever the catalogue expects", async () => {
  const world = await live("JP.IPCHARGES.CREDIT", "2026-11-26", { source: SOURCES.oecd });
  const documents = [world, await live("TIC.JP", "2026-11-26"), { ...world, id: digital.id }];
  expect(compilerNames(documents)).toBe(`${SOURCES.oecd.name}; ${SOURCES.tic.name}`);
  expect(creditOf(documents)).toMatchObject({
    url: `${SOURCES.oecd.url} ${SOURCES.tic.url}`,
    credit: `${SOURCES.oecd.credit} ${SOURCES.tic.credit}`,
  });
});

describe("a balance with live parts and embedded totals", () => {
  it("is live: the totals answer nothing any more", async () => {
    const shelf = shelfOf(await partsAlive());
    const subject = subjectOf(shelf, digital, undefined);
    expect(subject.documents).toHaveLength(4);
    expect(subject.view.series).toMatchObject({ embedded: false, stale: false, retrieved: "2026-11-26" });
    const card = cardOf(shelf, digital, undefined);
    expect(card.used.map(({ id }) => id)).toEqual(PARTS);
    expect(stateWords(card.used)).toBe("live, retrieved 2026-11-26");
  });

  it("has both behind it where only a total is held of some period", async () => {
    const parts = (await partsAlive()).map((one) =>
      one.id === digital.id ? one : { ...one, observations: one.observations.filter(([p]) => p < "2024-01") },
    );
    const { used } = cardOf(shelfOf(parts), digital, undefined);
    expect(stateWords(used)).toBe("of 4 series 3 live, 1 embedded, retrieved 2026-11-23 to 2026-11-26");
  });

  it("is embedded where a figure is a total, and live where it is a sum", async () => {
    const subject = subjectOf(shelfOf(await partsAlive()), digital, undefined);
    const figures = [...subject.view.figures.values()];
    const total = figures.filter((f) => f.total).slice(0, 1);
    const sum = figures.filter((f) => !f.total).slice(0, 1);
    expect(documentsBehind(subject, total).map(({ id }) => id)).toEqual([digital.id]);
    expect(documentsBehind(subject, sum).map(({ id }) => id)).toEqual(PARTS);
    expect(documentsBehind(subject, [...total, ...sum])).toHaveLength(4);
    expect(documentsBehind(subject, [])).toHaveLength(4);
  });
});

it("asks for parts and totals in one round, so that a cell waits once", () => {
  const shelf: Shelf = {
    ...shelfOf([]),
    document: (id) => {
      throw new Absent([id]);
    },
  };
  let absent: readonly string[] = [];
  try {
    subjectOf(shelf, digital, undefined);
  } catch (thrown) {
    if (thrown instanceof Absent) absent = thrown.ids;
  }
  expect(absent).toEqual([...PARTS, digital.id]);
});
