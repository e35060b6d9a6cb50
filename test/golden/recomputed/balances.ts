import type { Case } from "./case";

/** Balances, credits and debits of Japan, in yen and converted. */
export const BALANCES: readonly Case[] = [
  // computer services, net, 12 months of 2014
  ["VALUE", ["JP.COMPUTER.NET", 2014], -762200000000],
  // copyright charges, debit, 12 months of 2015
  ["VALUE", ["JP.COPYRIGHT.DEBIT", 2015, "unit=bn"], 1001.2],
  // consulting, credit, April to June 2016
  ["VALUE", ["JP.CONSULTING.CREDIT", "2016-Q2", "unit=mn"], 140700],
  // telecommunications, net, July to December 2015
  ["VALUE", ["JP.TELECOM.NET", "2015-H2", "unit=oku"], -478],
  // information services, debit, April 2015 to March 2016
  ["VALUE", ["JP.INFORMATION.DEBIT", "FY2015", "unit=bn"], 83.8],
  // travel, net, June 2016 alone
  ["VALUE", ["JP.TRAVEL.NET", "2016-06", "unit=bn"], 117.4],
  // 3 items (computer, copyright, consulting), net, 12 months of 2014
  ["VALUE", ["JP.DIGITAL.NET", 2014, "unit=oku"], -20228],
  // 3 items, net, 12 months of 2015
  ["VALUE", ["JP.DIGITAL.NET", 2015, "unit=oku"], -25040],
  // 3 items, net, 12 months of 2016
  ["VALUE", ["JP.DIGITAL.NET", 2016, "unit=tn"], -2.5036],
  // 3 items, credit, April 2014 to March 2015
  ["VALUE", ["JP.DIGITAL.CREDIT", "FY2014", "unit=bn"], 904.5],
  // 3 items, debit, October to December 2014
  ["VALUE", ["JP.DIGITAL.DEBIT", "2014-Q4", "unit=bn"], 742.4],
  // 3 items, net, January to June 2015
  ["VALUE", ["JP.DIGITAL.NET", "2015-H1", "unit=bn"], -1256.8],
  // 3 items, net, April 2016 to March 2017
  ["VALUE", ["JP.DIGITAL.NET", "FY2016", "unit=bn"], -2552.1],
  // 5 items (the 3 with telecommunications and information), net, 12 months of 2015
  ["VALUE", ["JP.DIGITAL5ITEM.NET", 2015, "unit=oku"], -26474],
  // 5 items, credit, 12 months of 2016
  ["VALUE", ["JP.DIGITAL.CREDIT", 2016, "def=5item;unit=bn"], 1272],
  // 5 items, debit, January to March 2017
  ["VALUE", ["JP.DIGITAL5ITEM.DEBIT", "2017-Q1", "unit=bn"], 924.9],
  // 3 items, net, the 3 months held of 2017
  ["VALUE", ["JP.DIGITAL.NET", 2017, "unit=oku;partial=allow"], -5202],
  // goods exports, 12 months of 2022
  ["VALUE", ["JP.GOODS.CREDIT", 2022, "unit=tn"], 98.859],
  // services, net, 12 months of 2024 (newer than the printed year)
  ["VALUE", ["JP.SERVICES.NET", 2024, "unit=tn"], -3.194],
  // current account, net, 12 months of 2015 (newer than the printed year)
  ["VALUE", ["JP.CURRENTACCOUNT.NET", 2015, "unit=tn"], 16.52],
  // primary income, net, October to December 2023
  ["VALUE", ["JP.PRIMARYINCOME.NET", "2023-Q4", "unit=tn"], 7.753],
  // current account, net, April 2023 to March 2024
  ["VALUE", ["JP.CURRENTACCOUNT.NET", "FY2023", "unit=tn"], 26.422],
  // 3 items, net, each month of 2014 at its own mean ECB cross, then summed
  ["VALUE", ["JP.DIGITAL.NET", 2014, "fx=USD;unit=bn"], -19.16072008742574],
  // 3 items, net, each month of 2015 at its own mean ECB cross, then summed
  ["VALUE", ["JP.DIGITAL.NET", 2015, "fx=USD;unit=bn"], -20.678382242372034],
  // 5 items, debit, each month of fiscal 2015 at its own mean ECB cross
  ["VALUE", ["JP.DIGITAL5ITEM.DEBIT", "FY2015", "fx=USD;unit=mn"], 30908.119388242067],
  // computer services, net, each month of the second half of 2016 in euro
  ["VALUE", ["JP.COMPUTER.NET", "2016-H2", "fx=EUR;unit=bn"], -4.519800130075367],
  // 3 items, net, each month of 2016 in sterling by ECB crosses
  ["VALUE", ["JP.DIGITAL.NET", 2016, "fx=GBP;unit=bn"], -17.263711417314116],
  // 3 items, net, each month of 2015 at the published monthly H.10 mean
  ["VALUE", ["JP.DIGITAL.NET", 2015, "fx=USD;fxsrc=fred;unit=bn"], -20.682609810805097],
  // 3 items, net, 2015 summed, then at the mean cross of the year
  ["VALUE", ["JP.DIGITAL.NET", 2015, "fx=USD;path=agg;unit=bn"], -20.68061026060594],
  // 3 items, net, 2014 summed, then at the cross of 31 December 2014
  ["VALUE", ["JP.DIGITAL.NET", 2014, "fx=USD;basis=end;unit=bn"], -16.91029043586036],
  // 3 items, net, each month of 2014 at its last cross
  ["VALUE", ["JP.DIGITAL.NET", 2014, "fx=USD;basis=end;path=native;unit=bn"], -19.042149110422905],
  // 3 items, net, 2015 summed, at the cross of 21 June 2024
  ["VALUE", ["JP.DIGITAL.NET", 2015, "fx=USD;basis=2024-06-21;unit=bn"], -15.759481804263336],
  // travel, net, the second quarter of 2015 at the last cross of June 2015
  ["VALUE", ["JP.TRAVEL.NET", "2015-Q2", "fx=USD;basis=end;unit=mn"], 2810.928983285892],
  // printed total of 2024 (64,622) at the mean cross of 2024
  ["VALUE", ["JP.DIGITAL.NET", 2024, "fx=USD;unit=bn;sign=deficit"], 42.67421328877664],
  // printed total of 2023 (53,452) at the mean of the H.10 dailies
  ["DEFICIT", ["JP", 2023, "USD", "unit=bn;fxsrc=fred"], 38.04409549020667],
  // printed total of 2023 (53,452) at the mean EUR/JPY of the year
  ["DEFICIT", ["JP", 2023, "EUR", "unit=bn"], 35.16803964753163],
  // 5-item total printed for 2023 (55,360) at Tokyo 17:00 of 21 June 2024
  ["DEFICIT", ["JP", 2023, "USD", "def=5item;unit=bn;basis=2024-06-21;fxsrc=boj"], 34.868048119921895],
  // computer services, debit, each month of 2014 in South Korean won
  ["VALUE", ["JP.COMPUTER.DEBIT", 2014, "fx=KRW;unit=tn"], 9.334948309585494],
];
