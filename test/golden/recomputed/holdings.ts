import type { Case } from "./case";

/** Holdings of Treasury securities, and shares of them. */
export const HOLDINGS: readonly Case[] = [
  // Japan, end of December 2024
  ["VALUE", ["TIC.JP", "2024-12", "unit=bn"], 1061.5],
  // Japan 2015 is the end of December 2015
  ["VALUE", ["TIC.JP", 2015, "unit=bn"], 1122.4],
  // China at the end of June 2013 in yen at the last cross of that month
  ["VALUE", ["TIC.CN", "2013-06", "fx=JPY;unit=tn"], 126.2047110091743],
  // Japan at the end of December 2024 in yen at the last cross of the month
  ["VALUE", ["TIC.JP", "2024-12", "fx=JPY;unit=tn"], 166.607171046299],
  // the same at the H.10 month-end (last noon rate of the month)
  ["VALUE", ["TIC.JP", "2024-12", "fx=JPY;unit=tn;fxsrc=fred"], 167.048255],
  // United Kingdom, end of September 2022, in euro at the last fixing
  ["VALUE", ["TIC.GB", "2022-Q3", "fx=EUR;unit=bn"], 681.9860484201887],
  // Japan, December 2024 against December 2023
  ["VALUE", ["TIC.JP", "2024-12", "unit=bn;tf=pc1"], -4.823814220389133],
  // Japan, change on the month, March 2020
  ["VALUE", ["TIC.JP", "2020-03", "unit=bn;tf=chg"], 4],
  // Japan's share of all foreign holdings, end of December 2024
  ["HOLDERS", ["2024-12", 3, "header=off"], 12.315385240100705, [0, 3]],
  // China: change on the year, December 2024
  ["HOLDERS", ["2024-12", 3, "header=off"], -57.299999999999955, [1, 5]],
  // United Kingdom: change on the month, December 2024
  ["HOLDERS", ["2024-12", 3, "header=off"], -44.10000000000002, [2, 4]],
];
