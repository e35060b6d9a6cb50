import { words } from "../../src/workbench/page/dictionary";
import { readState, stateLine } from "../../src/workbench/page/figures-state";

const CHECKED = "2026-11-26T10:15:00Z";
const provider = (state: string, checked?: string) => ({ id: "x", state, ...(checked && { checked }) });
const line = (language: "en" | "ja", ...providers: readonly unknown[]): string =>
  stateLine(readState({ schema: 1, providers }), words(language), language);

test.each([
  [
    "all live",
    [provider("live", CHECKED), provider("live", "2026-11-26T09:00:00Z"), provider("off")],
    /^Live figures · checked .*2026/,
    /^最新データ・.*2026.*確認$/,
  ],
  [
    "some live",
    [provider("live", CHECKED), provider("stale", CHECKED), provider("waiting")],
    /^Live figures from 1 of 3 sources · checked /,
    /^最新データ（3 出所中 1）/,
  ],
  [
    "none answers any more",
    [provider("stale", CHECKED), provider("stale")],
    /^The sources do not answer · figures checked .*2026/,
    /^出所が応答しません/,
  ],
  ["none answered yet", [provider("waiting"), provider("stale")], /asking the sources/, /確認中/],
  [
    "none could be reached",
    [provider("stale"), provider("stale")],
    /^Embedded figures · no network$/,
    /ネットワークなし$/,
  ],
])("%s", (_, providers, english, japanese) => {
  expect(line("en", ...providers)).toMatch(english);
  expect(line("ja", ...providers)).toMatch(japanese);
});

test.each([undefined, null, "no", {}, { providers: "none" }])("%j is no state", (raw) => {
  expect(readState(raw)).toBeUndefined();
  expect(stateLine(readState(raw), words("en"), "en")).toMatch(/gateway does not answer/);
});

test("providers of a later shape do not break the line", () => {
  expect(line("en", null, 7, { state: 3 }, provider("live", "soon"))).toBe(
    "Live figures from 1 of 4 sources · checked soon",
  );
});
