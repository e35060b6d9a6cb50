import fc from "fast-check";
import { Problem } from "../../src/domain/problem";
import { source } from "../../src/sources/boj";
import type { Reading } from "../../src/sources/common/source";
import { converse, recording } from "./converse";
import { TODAY, file } from "./boj-conversation";

describe("whatever comes", () => {
  const originals = [
    "services-page-1.json",
    "tokyo-days.json",
    "partners.json",
    "refusal-400.json",
    "api-en.csv",
    "bp_m_en.csv",
  ].map((name) => recording(`boj/${name}`));
  /** A recorded answer with a piece of it replaced by something else. */
  const damaged = fc
    .tuple(
      fc.constantFrom(...originals),
      fc.nat(3000),
      fc.nat(40),
      fc.oneof(fc.string(), fc.constantFrom("null", "{}", "[", '"', ",", "9", "-", "\n")),
    )
    .map(([text, at, length, piece]) => {
      const start = at % text.length;
      return text.slice(0, start) + piece + text.slice(start + length);
    });
  const texts = fc.oneof(fc.string(), fc.json(), damaged);

  const isCalm = (work: () => readonly Reading[]): void => {
    try {
      for (const { observations, months = [] } of work())
        expect(observations.length + months.length).toBeGreaterThan(0);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      expect(thrown.message).toMatch(/^[A-Z\w].*[.…]$/s);
    }
  };

  test("an answer ends in readings or a Problem", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...source.batches),
        texts,
        fc.constantFrom(200, 400, 503),
        (b, text, status) => isCalm(() => converse(b.ask(TODAY), () => ({ status, text }))),
      ),
      { numRuns: 400 },
    );
  });

  test("so does a document", () => {
    fc.assert(
      fc.property(texts, (text) => isCalm(() => source.readFile(file("saved", text)))),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => isCalm(() => source.readFile({ name: "saved", bytes }))),
    );
  });
});
