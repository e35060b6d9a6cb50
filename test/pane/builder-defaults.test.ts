import { findReducer, requestOf, startWith, START, type FindState } from "../../src/pane/find/find-state";
import type { SeriesId } from "../../src/domain/series";

const selecting = (...ids: readonly string[]): FindState => ({
  ...startWith({ fx: "USD", fxsrc: "boj" }),
  selected: ids as readonly SeriesId[],
});
const asked = (...ids: readonly string[]) => {
  const { fx, fxsrc } = requestOf(selecting(...ids));
  return { fx, fxsrc };
};

test("a preferred source is written only where every answer takes a rate that it quotes", () => {
  expect(asked("JP.DIGITAL.NET")).toEqual({ fx: "USD", fxsrc: "boj" });
  expect(asked("JP.DIGITAL.NET", "TIC.JP")).toEqual({ fx: "USD", fxsrc: "boj" });
  expect(asked("FX.USDJPY")).toEqual({ fx: undefined, fxsrc: "boj" });
  // Nothing to convert; another pair; a rate of a source of its own; what somebody expects.
  expect(asked("TIC.JP").fxsrc).toBeUndefined();
  expect(asked("FX.EURUSD").fxsrc).toBeUndefined();
  expect(asked("FX.USDJPY.FRED").fxsrc).toBeUndefined();
  expect(asked("FX.USDJPY", "FX.USDJPY.FORECAST").fxsrc).toBeUndefined();
});

test("another preference moves what still follows it, and nothing that was chosen", () => {
  const before = { fx: "USD" } as const;
  const now = { fx: "EUR", fxsrc: "ecb" } as const;
  const start = startWith(before);
  const followed = findReducer(start, { kind: "prefer", before, now });
  expect(followed.options).toMatchObject({ fx: "EUR", fxsrc: "ecb" });
  const chosen = findReducer(start, { kind: "choose", options: { fx: "JPY" } });
  expect(findReducer(chosen, { kind: "prefer", before, now }).options).toMatchObject({ fx: "JPY" });
  // A formula that was edited by hand stays as it is.
  const edited = findReducer(start, { kind: "edit", text: "=1" });
  expect(findReducer(edited, { kind: "prefer", before, now }).edited).toBe("=1");
});

test("without preferences the start is the plain one; words from elsewhere are looked for", () => {
  expect(startWith({})).toEqual(START);
  const building: FindState = { ...selecting("TIC.JP"), view: "build" };
  expect(findReducer(building, { kind: "look", words: "TIC.CN" })).toMatchObject({
    query: "TIC.CN",
    view: "search",
    selected: ["TIC.JP"],
  });
});
