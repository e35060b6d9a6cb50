import { Ledger, type Call } from "../../../src/functions/bridge/ledger";

const made = (name: string, key = name): Call => ({ name, key });
const names = (calls: readonly Call[]): readonly string[] => calls.map((c) => c.key);

test("remembers the calls of a cell by address in any case", () => {
  const ledger = new Ledger();
  ledger.record("Sheet1!A1", made("VALUE"));
  expect(names(ledger.callsAt("SHEET1!a1"))).toEqual(["VALUE"]);
  expect(ledger.callsAt("Sheet1!A2")).toEqual([]);
});

test("a call without an address is counted and not kept", () => {
  const ledger = new Ledger();
  ledger.record(undefined, made("VALUE"));
  expect(ledger.count).toBe(1);
});

test("several calls in one cell stand in the order of their last run", () => {
  const ledger = new Ledger();
  for (const key of ["VALUE a", "FXRATE b", "VALUE c"]) ledger.record("S!A1", made(key.slice(0, -2), key));
  ledger.record("S!A1", made("VALUE", "VALUE a"));
  expect(names(ledger.callsAt("S!A1"))).toEqual(["FXRATE b", "VALUE c", "VALUE a"]);
});

test("the same call again replaces what it did before", () => {
  const ledger = new Ledger();
  ledger.record("S!A1", { ...made("VALUE"), why: () => "before" });
  ledger.record("S!A1", { ...made("VALUE"), why: () => "now" });
  expect(ledger.callsAt("S!A1").map((c) => c.why?.())).toEqual(["now"]);
  expect(ledger.count).toBe(2);
});

test("with the formula at hand, calls that were typed over are dropped", () => {
  const ledger = new Ledger();
  ledger.record("S!A1", made("FXRATE"));
  ledger.record("S!A1", made("VALUE", "old"));
  ledger.record("S!A1", made("VALUE", "new"));
  expect(names(ledger.callsAt("S!A1", '=digitrade.value("x")'))).toEqual(["new"]);
  expect(names(ledger.callsAt("S!A1", "=DIGITRADE.VALUE(1)+DIGITRADE.VALUE(2)"))).toEqual(["old", "new"]);
  expect(ledger.callsAt("S!A1", "=1+1")).toEqual([]);
});

test("a cell keeps its last eight calls", () => {
  const ledger = new Ledger();
  for (let i = 1; i <= 20; i++) ledger.record("S!A1", made("VALUE", String(i)));
  expect(names(ledger.callsAt("S!A1"))).toEqual(["13", "14", "15", "16", "17", "18", "19", "20"]);
});

test("forgets everything but the count", () => {
  const ledger = new Ledger();
  ledger.record("S!A1", made("VALUE"));
  ledger.forget();
  expect(ledger.callsAt("S!A1")).toEqual([]);
  expect(ledger.count).toBe(1);
});
