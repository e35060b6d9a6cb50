import { restOf, untilWords } from "../../../src/gateway/wire/retry-after";
import { NOON } from "./harness";

it.each([
  [undefined, undefined],
  ["0", 0],
  ["120", 120_000],
  [" 5 ", 5_000],
  ["31536000", 31_536_000_000],
  ["Thu, 26 Nov 2026 14:05:39 GMT", 30_000],
  ["Fri, 27 Nov 2026 14:05:09 GMT", 86_400_000],
  ["Thu, 26 Nov 2026 14:05:00 GMT", 0],
  ["Thu, 01 Jan 1970 00:00:00 GMT", 0],
  ["-5", undefined],
  ["1.5", undefined],
  ["soon", undefined],
  ["", undefined],
  ["Mon, 30 Feb 2026 00:00:00 GMT", undefined],
  ["Mon, 30 Foo 2026 00:00:00 GMT", undefined],
  ["2026-11-26T14:05:39Z", undefined],
])("Retry-After: %s asks for %s ms of rest", (header, rest) => {
  expect(restOf(header, NOON)).toBe(rest);
});

it.each([
  [1, "before 2026-11-26 14:05:10 UTC"],
  [30_000, "before 2026-11-26 14:05:39 UTC"],
  [35_691_000, "before 2026-11-27 00:00:00 UTC"],
  [86_400_000, "before 2026-11-27 14:05:09 UTC"],
  [86_400_001, "for more than a day"],
  [Infinity, "for more than a day"],
])("%s ms from now are over %s", (ms, words) => {
  expect(untilWords(ms, NOON)).toBe(words);
});
