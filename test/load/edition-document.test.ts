import fc from "fast-check";
import { period } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import { readEdition, writeEdition } from "../../src/load/edition-document";
import { aSeries, isDeeplyFrozen, rawDocument } from "../fixtures/documents";

const documents = [aSeries("XX.ONE"), aSeries("XX.TWO", { stale: true })];

it.each([undefined, period("2024-06-21")])("is read back as it was written, pinned to %s", (pin) => {
  const read = readEdition(JSON.parse(JSON.stringify(writeEdition(documents, pin))));
  expect(read.pin).toBe(pin);
  expect([...read.documents.values()]).toEqual(documents);
  expect([...read.documents.keys()]).toEqual(["XX.ONE", "XX.TWO"]);
  expect([...read.documents.values()].every(isDeeplyFrozen)).toBe(true);
});

it.each<[string, unknown, RegExp]>([
  ["of a newer version", { schema: 2, parts: [] }, /newer version of DigiTrade.*update/],
  ["of no version", { documents: [] }, /damaged/],
  ["without documents", { schema: 1 }, /damaged/],
  ["pinned to a month", { schema: 1, pin: "2024-06", documents: [] }, /"2024-06", which is not a day/],
  ["with a series twice", { schema: 1, documents: [rawDocument(), rawDocument()] }, /twice/],
  ["with one bad document", { schema: 1, documents: [rawDocument(), rawDocument("XX.TWO", { version: 1 })] }, /XX\.TWO from the workbook's figures .*version/], // prettier-ignore
])("is refused as a whole: %s", (_, raw, words) => {
  expect(() => readEdition(raw)).toThrow(words);
  expect(() => readEdition(raw)).toThrow(expect.objectContaining({ kind: "unreadable" }) as Error);
});

it("is refused in any other shape", () => {
  fc.assert(
    fc.property(fc.anything(), (raw) => {
      expect(() => readEdition(raw)).toThrow(Problem);
    }),
  );
});
