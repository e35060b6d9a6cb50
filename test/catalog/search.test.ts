import { search } from "../../src/catalog/search";

const ids = (text: string, n?: number): readonly string[] => search(text, n).map(({ id }) => id);

test.each([
  ["cloud", "JP.DIGITAL.NET"],
  ["広告", "JP.DIGITAL.NET"],
  ["クラウド", "JP.DIGITAL.NET"],
  ["ｸﾗｳﾄﾞ", "JP.DIGITAL.NET"],
  ["デジタル赤字", "JP.DIGITAL.NET"],
  ["yen", "FX.USDJPY"],
  ["usd jpy", "FX.USDJPY"],
  ["treasuries", "TIC.TOTAL"],
  ["japan treasuries", "TIC.JP"],
  ["米国債 中国", "TIC.CN"],
  ["us deliverable", "US.DELIVERABLE.NET"],
  ["SN9072", "JP.COMPUTER.NET"],
  ["BPBP6JYNSN9072", "JP.COMPUTER.NET"],
  ["インバウンド", "JP.TRAVEL.NET"],
  ["tic.jp", "TIC.JP"],
])("%s finds %s first", (text, id) => {
  expect(ids(text)[0]).toBe(id);
});

test("every word must match", () => {
  expect(ids("cloud treasuries")).toEqual([]);
  expect(ids("")).toEqual([]);
});

test("a Latin word counts from its start on", () => {
  expect(ids("us", 500)).not.toContain("JP.INDUSTRIALIP.NET");
  expect(ids("indus", 500)).toContain("JP.INDUSTRIALIP.NET");
});

test("balances come before receipts, receipts before payments", () => {
  const found = ids("computer services japan", 500);
  const at = (id: string): number => found.indexOf(id);
  expect(at("JP.COMPUTER.NET")).toBe(0);
  expect(at("JP.TCI.NET")).toBeLessThan(at("JP.COMPUTER.CREDIT"));
  expect(at("JP.COMPUTER.CREDIT")).toBeLessThan(at("JP.COMPUTER.DEBIT"));
});

test("no more than asked, in the same order", () => {
  expect(ids("yen", 3)).toEqual(ids("yen", 50).slice(0, 3));
  expect(ids("yen", 50).length).toBeGreaterThan(3);
});
