import fc from "fast-check";
import { Problem } from "../../src/domain/problem";
import { source } from "../../src/sources/tic";
import type { Reading } from "../../src/sources/common/source";
import { ok, recordedBytes, recording } from "./converse";
import { TABLE5, LATER, HISTORY, ask, table5Of, file, figures, refusal } from "./tic-conversation";

describe("documents that a person saved", () => {
  test("either table is recognised by its header, not by its name", () => {
    const table5 = source.readFile({ name: "x", bytes: recordedBytes("tic/slt_table5.txt") });
    expect(table5).toEqual(table5Of(TABLE5));
    const history = source.readFile({ name: "slt_table5.txt", bytes: recordedBytes("tic/mfhhis01.txt") });
    expect(figures(history, "TIC.JP")["2000-03"]).toEqual([307.6, "break"]);
  });

  test("an old Table 5 is the vintage that it was", () => {
    expect(source.readFile(file(LATER))[0]?.published).toBe("2026-09-18");
  });

  test.each([
    ["the frozen table", recording("tic/mfh.txt"), /mfh\.txt, which stands still/],
    ["a web page", recording("tic/not-found.html"), /web page/],
    ["another table", "a\tb\n1\t2\n", /Country/],
    ["nothing", "", /Country/],
  ])("%s is refused", (_, text, words) => {
    const problem = refusal(() => source.readFile(file(text)));
    expect(problem.kind).toBe("unreadable");
    expect(problem.message).toMatch(words);
    expect(problem.message).toContain("saved.txt cannot be read");
  });
});

describe("whatever comes", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("\t", "\r\n", "Country\t", "Dec\t", "2025", "9", '"', "*"),
  );
  /** A recorded document with a piece of it replaced by something else. */
  const damaged = fc
    .tuple(fc.constantFrom(TABLE5, LATER, HISTORY, recording("tic/mfh.txt")), fc.nat(), fc.nat(60), piece)
    .map(([text, at, length, put]) => {
      const start = at % text.length;
      return text.slice(0, start) + put + text.slice(start + length);
    });
  const texts = fc.oneof(fc.string(), damaged, damaged);

  const isCalm = (work: () => readonly Reading[]): void => {
    try {
      for (const { observations } of work()) expect(observations.length).toBeGreaterThan(0);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      expect(thrown.message).toMatch(/\.$/);
    }
  };

  test("answers end in readings or a Problem", () => {
    fc.assert(
      fc.property(texts, texts, fc.constantFrom(200, 200, 404, 503), (first, second, status) => {
        isCalm(() => ask({ table5: { status, text: first }, history: ok(second) }));
        isCalm(() => ask({ history: { status, text: second } }));
      }),
      { numRuns: 200 },
    );
  });

  test("so does a document", () => {
    fc.assert(
      fc.property(texts, (text) => isCalm(() => source.readFile(file(text)))),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => isCalm(() => source.readFile({ name: "x", bytes }))));
  });
});
