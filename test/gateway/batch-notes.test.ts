import { dueAt, failed, readNote, succeeded } from "../../src/gateway/batch-notes";
import { weekdays } from "../../src/sources/common/calendar";

const MINUTE = 60_000;
const calendar = weekdays(15, "weekdays");
const noon = Date.parse("2026-11-26T12:00Z");

test("what was never asked for is due", () => {
  expect(dueAt(undefined, calendar)).toBe(0);
});

test("after success the calendar decides", () => {
  expect(dueAt(succeeded(noon), calendar)).toBeGreaterThan(noon);
  expect(dueAt(succeeded(noon), calendar)).toBeLessThanOrEqual(Date.parse("2026-11-26T15:00Z"));
});

test("failures wait longer each time, up to six hours, and remember since when", () => {
  let note = failed(succeeded(noon), noon, "down");
  const waits = Array.from({ length: 12 }, () => {
    const wait = dueAt(note, calendar) - note.tried;
    note = failed(note, dueAt(note, calendar), "still down");
    return wait / MINUTE;
  });
  expect(waits.slice(0, 5)).toEqual([5, 10, 20, 40, 80]);
  expect(waits.at(-1)).toBe(360);
  expect(note.failing).toMatchObject({ since: noon, times: 13, why: "still down" });
  expect(note.checked).toBe(noon);
});

test("reads back what was kept, and nothing else", () => {
  const note = failed(succeeded(noon), noon + MINUTE, "down");
  expect(readNote(JSON.parse(JSON.stringify(note)))).toEqual(note);
  for (const raw of [undefined, null, 3, "x", {}, { tried: "soon" }, []])
    expect(readNote(raw)).toBeUndefined();
  expect(readNote({ tried: 1, failing: { since: "x" } })).toEqual({ tried: 1 });
});
