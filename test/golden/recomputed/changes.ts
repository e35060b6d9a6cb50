import type { Case } from "./case";

/** Changes, indices and converted amounts. */
export const CHANGES: readonly Case[] = [
  // 3-item deficit of 2016 against 2015, per cent of its size
  ["VALUE", ["JP.DIGITAL.NET", 2016, "tf=pc1"], -0.015974440894572783],
  // 3-item payments, fourth quarter of 2015 against the third
  ["VALUE", ["JP.DIGITAL.DEBIT", "2015-Q4", "tf=pch"], 26.76351262923702],
  // 3-item payments, fourth quarter of 2015 against a year before
  ["VALUE", ["JP.DIGITAL.DEBIT", "2015-Q4", "tf=pc1"], 30.46875],
  // 3-item net, change of 2015 on 2014 in dollars, both month by month
  ["VALUE", ["JP.DIGITAL.NET", 2015, "tf=chg;fx=USD;unit=bn"], -1.5176621549462967],
  // computer services debit 2016, 2014 = 100
  ["VALUE", ["JP.COMPUTER.DEBIT", 2016, "tf=idx:2014"], 131.45539906103286],
  // computer services debit in March 2016, mean month of 2014 = 100
  ["VALUE", ["JP.COMPUTER.DEBIT", "2016-03", "tf=idx:2014"], 92.31754161331625],
  // mean USD/JPY of 2022 against 2021
  ["VALUE", ["FX.USDJPY", 2022, "tf=pc1"], 19.7324454796616],
  // USD/JPY of 1999 against 1998: both from the Fed, the ECB has no 1998
  ["VALUE", ["FX.USDJPY", 1999, "tf=pc1"], -13.172841730463281],
  // 1 tn yen at the mean of 2022
  ["CONVERT", [1000000000000.0, "JPY", "USD", 2022, "unit=bn"], 7.601663086722843],
  // 100 pounds in yen at the last cross of 2021
  ["CONVERT", [100, "GBP", "JPY", 2021, "basis=end"], 15516.25648593326],
];
