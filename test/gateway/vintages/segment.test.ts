import { createHash } from "node:crypto";
import { period } from "../../../src/domain/period";
import type { SeriesId } from "../../../src/domain/series";
import type { Recording } from "../../../src/gateway/vintages/recording";
import { merged, readSegment, writeSegment, type Label } from "../../../src/gateway/vintages/segment";

const p = period;
const LABEL: Label = { id: "JP.COMPUTER.NET" as SeriesId, statistic: "boj" };

const recording = (over: Partial<Recording> = {}): Recording => ({
  recorded: 1_709_899_200_000,
  source: "boj",
  published: p("2024-03-08"),
  spans: [
    [p("2023-12"), p("2024-01")],
    [p("2023"), p("2023")],
  ],
  note: "A note.",
  rows: [
    [p("2023-12"), 4, p("2024-02-08"), "prelim"],
    [p("2024-01"), null, p("2024-03-08")],
  ],
  months: [[p("2024-01"), 1.09, 1.08, p("2024-01-31"), 22]],
  ...over,
});

/** A segment whose sum is right whatever it says. */
function summed(content: Record<string, unknown>): string {
  const body = JSON.stringify(content);
  return JSON.stringify({ ...content, sum: createHash("sha256").update(body).digest("hex") });
}

const SOUND = { format: 1, ...LABEL, recordings: [recording()] };

test("a segment is read as it was written", () => {
  const recordings = [recording(), recording({ recorded: 5, rows: [] })];
  expect(readSegment(writeSegment(LABEL, recordings), LABEL)).toEqual({ ok: true, recordings });
  expect(writeSegment(LABEL, [recording()])).toBe(`${summed(SOUND)}\n`);
});

test("laid out otherwise by a person, it is still whole", () => {
  const text = JSON.stringify(JSON.parse(writeSegment(LABEL, [recording()])), undefined, 2);
  expect(readSegment(text, LABEL).ok).toBe(true);
});

test("broken off anywhere it is refused", () => {
  const text = writeSegment(LABEL, [recording()]);
  // The line break at the end carries nothing.
  for (let length = 0; length < text.length - 1; length++)
    expect(readSegment(text.slice(0, length), LABEL).ok).toBe(false);
});

test("with any character changed it is refused", () => {
  const text = writeSegment(LABEL, [recording()]);
  for (let at = 0; at < text.length - 1; at++) {
    const other = text[at] === "7" ? "8" : "7";
    expect(readSegment(text.slice(0, at) + other + text.slice(at + 1), LABEL).ok).toBe(false);
  }
});

test.each([
  ["", "broken off, or not JSON"],
  ["\u0000\u0000\u0000", "broken off, or not JSON"],
  ["null", "not a segment"],
  ["[]", "sum does not match"],
  [JSON.stringify(SOUND), "sum does not match"],
  [summed({ ...SOUND, id: "JP.COMPUTER.DEBIT" }), "belongs to JP.COMPUTER.DEBIT of boj"],
  [summed({ ...SOUND, statistic: "oecd" }), "belongs to JP.COMPUTER.NET of oecd"],
  [summed({ ...SOUND, format: 0 }), "format"],
  [summed({ ...SOUND, recordings: [{ ...recording(), rows: [["2024-13", 1, "2024-03-08"]] }] }), "rows"],
  [summed({ ...SOUND, recordings: [{ ...recording(), rows: [["2024-01", "1", "2024-03-08"]] }] }), "rows"],
  [summed({ ...SOUND, recordings: [{ ...recording(), rows: [["2024-01", 1, "2024-03"]] }] }), "rows"],
  [summed({ ...SOUND, recordings: [{ ...recording(), rows: [["2024-01", 1, "2024-03-08", "x"]] }] }), "rows"],
  [summed({ ...SOUND, recordings: [{ ...recording(), source: "nobody" }] }), "source"],
  [summed({ ...SOUND, recordings: [{ ...recording(), recorded: "now" }] }), "recorded"],
  [summed({ ...SOUND, recordings: [{ ...recording(), months: [["2024", 1]] }] }), "months"],
])("%s is refused with the reason", (text, why) => {
  expect(readSegment(text, LABEL)).toMatchObject({
    ok: false,
    isNewer: false,
    why: expect.stringContaining(why),
  });
});

test("one of a newer version is told from a damaged one", () => {
  expect(readSegment(summed({ ...SOUND, format: 2 }), LABEL)).toMatchObject({ ok: false, isNewer: true });
});

describe("merging", () => {
  test("keeps each recording once, in the order of time, whatever its note became", () => {
    const [a, b] = [recording(), recording({ recorded: 7 })];
    const { note: _, ...silent } = a;
    expect(merged([a, b, silent, b])).toEqual([b, a]);
  });

  test("keeps every recording with figures, and of those without the newest 400", () => {
    const quiet = Array.from({ length: 500 }, (_, i): Recording => {
      const { months: _months, ...rest } = recording({ recorded: i, rows: [] });
      return rest;
    });
    const loud = Array.from({ length: 500 }, (_, i) => recording({ recorded: i }));
    const kept = merged([...quiet, ...loud]);
    expect(kept.filter(({ rows }) => rows.length > 0)).toHaveLength(500);
    const silent = kept.filter(({ rows }) => rows.length === 0).map(({ recorded }) => recorded);
    expect(silent).toEqual(Array.from({ length: 400 }, (_, i) => 100 + i));
  });
});
