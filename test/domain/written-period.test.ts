import { periodsIn } from "../../src/domain/written-period";

test.each([
  ["more than doubling since 2015 to 5.35 trillion yen ($33.7 billion) in 2023", ["2015", "2023"]],
  ["2015年の2.5兆円から2023年は5.35兆円に", ["2015", "2023"]],
  ["2023年度のデジタル赤字は5.4兆円", ["FY2023"]],
  ["２０２３年度", ["FY2023"]],
  ["by FY2030 from 20,000 in April 2023", ["FY2030", "2023"]],
  ["fiscal 2024, and again in fiscal year 2024", ["FY2024"]],
  ["3.48 trillion yen in the first half of 2025", ["2025-H1"]],
  ["2025年上半期は3兆4810億円", ["2025-H1"]],
  ["2025年1〜6月期", ["2025-H1"]],
  ["in 2024-Q3", ["2024-Q3"]],
  ["2023 billion yen, $2024, 1,999 yen, 2015.5, 12023", []],
  ["", []],
] as const)("%s", (text, periods) => {
  expect(periodsIn(text)).toEqual(periods);
});
