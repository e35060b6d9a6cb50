import type { SeriesId } from "../../src/domain/series";
import {
  applicable,
  entriesOf,
  findReducer,
  requestOf,
  START,
  type FindAction,
  type FindState,
} from "../../src/pane/find/find-state";

const id = (text: string): SeriesId => text as SeriesId;
const after = (...actions: readonly FindAction[]): FindState => actions.reduce(findReducer, START);
const toggle = (text: string): FindAction => ({ kind: "toggle", id: id(text) });

test("series are selected in the order of the clicks, and taken off again", () => {
  const state = after(toggle("TIC.JP"), toggle("TIC.CN"), toggle("TIC.JP"), toggle("TIC.JP"));
  expect(state.selected).toEqual(["TIC.CN", "TIC.JP"]);
});

test("without a series there is nothing to build", () => {
  const building = after(toggle("TIC.JP"), { kind: "view", view: "build" });
  expect(building.view).toBe("build");
  expect(findReducer(building, toggle("TIC.JP")).view).toBe("search");
  expect(findReducer(building, { kind: "clear" })).toMatchObject({ selected: [], view: "search" });
});

test("an edited formula stays until something is chosen", () => {
  const edited = after(toggle("TIC.JP"), { kind: "edit", text: "=1" });
  expect(edited.edited).toBe("=1");
  expect(findReducer(edited, { kind: "choose", options: { freq: "M" } }).edited).toBeUndefined();
  expect(findReducer(edited, toggle("TIC.CN")).edited).toBeUndefined();
});

test("only what all series can take is offered and asked for", () => {
  const money = entriesOf([id("JP.DIGITAL.NET")]);
  const rate = entriesOf([id("FX.USDJPY")]);
  expect(applicable(money, undefined)).toEqual({
    freqs: ["A", "FY", "H", "Q", "M"],
    fx: true,
    unit: true,
    basis: false,
  });
  expect(applicable(money, "USD").basis).toBe(true);
  expect(applicable(rate, undefined)).toMatchObject({ fx: false, unit: false, basis: true });
  expect(applicable([...money, ...rate], "USD")).toMatchObject({ fx: false, unit: false, basis: false });
  const mixed = after(toggle("FX.USDJPY"), { kind: "choose", options: { fx: "USD", unit: "tn", freq: "D" } });
  expect(requestOf(mixed)).toMatchObject({ fx: undefined, unit: undefined, freq: "D" });
  expect(requestOf(findReducer(mixed, toggle("JP.DIGITAL.NET"))).freq).toBeUndefined();
});
