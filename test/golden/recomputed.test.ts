import { connectEmbedded } from "../../src/workbench/connect";
import { number, type FunctionName } from "../functions/ask";

/** Function, arguments, answer, and row and column of the answer in a table (first cell if left out). */
type Case = readonly [FunctionName, readonly unknown[], number, (readonly [number, number])?];

/**
 * Answers worked out from the published tables by another program, which knows the rules and none of this code. Each
 * line says what was added up or averaged.
 */
const CASES: readonly Case[] = [
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
  // mean of the daily USD/JPY crosses of 2023
  ["FXRATE", ["USD", "JPY", 2023], 140.58841175778642],
  // reciprocal of that mean
  ["FXRATE", ["JPY", "USD", 2023], 0.007112961783243245],
  // mean of the daily crosses, July to September 2022
  ["FXRATE", ["USD", "JPY", "2022-Q3"], 138.25312649799338],
  // mean of the daily crosses of October 2022
  ["FXRATE", ["USD", "JPY", "2022-10"], 147.29510813649247],
  // mean of the daily EUR/USD fixings of 2022
  ["FXRATE", ["EUR", "USD", 2022], 1.0530486381322959],
  // mean of the daily GBP/JPY crosses of 2020
  ["FXRATE", ["GBP", "JPY", 2020], 137.00510994201957],
  // mean of the daily CNY/JPY crosses, October to December 2019
  ["FXRATE", ["CNY", "JPY", "2019-Q4"], 15.42428955075872],
  // mean of the daily JPY/KRW crosses of March 2021
  ["FXRATE", ["JPY", "KRW", "2021-03"], 10.400392045002485],
  // mean of the daily USD/JPY crosses, April 2021 to March 2022
  ["FXRATE", ["USD", "JPY", "FY2021"], 112.38425246601602],
  // USD/CAD 2023: crosses of the 12 monthly means, weighted by fixing days
  ["FXRATE", ["USD", "CAD", 2023], 1.3498919606346138],
  // CHF/JPY 2015: crosses of the 12 monthly means, weighted by fixing days
  ["FXRATE", ["CHF", "JPY", 2015], 125.8163963521476],
  // USD/JPY 2005: crosses of the 12 monthly means, weighted by fixing days
  ["FXRATE", ["USD", "JPY", 2005], 110.17511578937454],
  // USD/JPY, third quarter of 2008: crosses of 3 monthly means, weighted
  ["FXRATE", ["USD", "JPY", "2008-Q3"], 107.53009471228022],
  // EUR/JPY 1999: 12 monthly means, weighted by fixing days
  ["FXRATE", ["EUR", "JPY", 1999], 121.3170666023166],
  // GBP/USD, first half of 2010: crosses of 6 monthly means, weighted
  ["FXRATE", ["GBP", "USD", "2010-H1"], 1.524398125014734],
  // AUD/JPY December 2011: cross of the monthly means
  ["FXRATE", ["AUD", "JPY", "2011-12"], 78.86334865347555],
  // USD/JPY fiscal 2013: 9 months by monthly means, 3 by daily crosses, weighted
  ["FXRATE", ["USD", "JPY", "FY2013"], 100.19460742310332],
  // last cross of 2022
  ["FXRATE", ["USD", "JPY", 2022, "end"], 131.8769923120195],
  // last cross of June 2009 from month-end figures
  ["FXRATE", ["USD", "JPY", "2009-06", "end"], 95.87519456629404],
  // cross of 21 June 2024 for the Saturday after
  ["FXRATE", ["USD", "JPY", "2024-06-22"], 158.88847305389223],
  // Good Friday 2023 takes the cross of Thursday 6 April
  ["FXRATE", ["USD", "JPY", "2023-04-07"], 131.46129180027486],
  // New Year 2020 takes the fixing of 31 December 2019
  ["FXRATE", ["EUR", "GBP", "2020-01-01"], 0.8508],
  // mean of the H.10 dailies of 2023
  ["FXRATE", ["USD", "JPY", 2023, null, "fxsrc=fred"], 140.5001204819277],
  // mean of the H.10 dailies, April to June 2024
  ["FXRATE", ["USD", "JPY", "2024-Q2", null, "fxsrc=fred"], 155.77841269841272],
  // annual average of 1985 as published
  ["FXRATE", ["USD", "JPY", 1985, null, "fxsrc=fred"], 238.4673],
  // annual average of 2025 as published (the days have a hole)
  ["FXRATE", ["USD", "JPY", 2025, null, "fxsrc=fred"], 149.5686],
  // monthly average of December 2012 as published
  ["FXRATE", ["USD", "JPY", "2012-12", null, "fxsrc=fred"], 83.7905],
  // monthly average of September 2025 as published (in the hole)
  ["FXRATE", ["USD", "JPY", "2025-09", null, "fxsrc=fred"], 147.8629],
  // plain mean of three published months, third quarter of 1995
  ["FXRATE", ["USD", "JPY", "1995-Q3", null, "fxsrc=fred"], 94.22693333333332],
  // plain mean of six published months, second half of 2025
  ["FXRATE", ["USD", "JPY", "2025-H2", null, "fxsrc=fred"], 150.82558333333333],
  // H.10 month-end of October 1998
  ["FXRATE", ["USD", "JPY", "1998-10", "end", "fxsrc=fred"], 116.45],
  // H.10 noon rate of Juneteenth 2024 (holiday): 18 June
  ["FXRATE", ["USD", "JPY", "2024-06-19", null, "fxsrc=fred"], 157.81],
  // before the euro the Fed answers: 1990 as published
  ["FXRATE", ["USD", "JPY", 1990], 144.9987],
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
  // UNCTAD credit less debit, Ireland 2023
  ["VALUE", ["IE.DELIVERABLE.NET", 2023, "unit=bn"], -21.753],
  // UNCTAD credit less debit, United States 2015
  ["VALUE", ["US.DELIVERABLE.NET", 2015, "unit=bn"], 179.402],
  // UNCTAD credit, Japan 2020
  ["VALUE", ["JP.DELIVERABLE.CREDIT", 2020, "unit=bn"], 114.854],
  // UNCTAD debit less credit, Japan 2023
  ["DEFICIT", ["JP", 2023, null, "def=deliverable;unit=bn"], 30.497],
  // UNCTAD balance of Germany 2022 in euro at the mean of the year
  ["DEFICIT", ["DE", 2022, "EUR", "def=deliverable;unit=bn"], -24.108098221395352],
  // WTO credit less debit, India 2022
  ["VALUE", ["IN.DELIVERED.NET", 2022, "unit=bn"], 119.93403236],
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
  // 3 items, net, 2014 and 2016, end points: change
  ["DECOMPOSE", ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off"], -3.94886777014838, [0, 1]],
  // 3 items, net, 2014 and 2016, end points: volume
  ["DECOMPOSE", ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off"], -4.484341706810741, [1, 1]],
  // 3 items, net, 2014 and 2016, end points: currency
  ["DECOMPOSE", ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off"], 0.5584355433550992, [2, 1]],
  // 3 items, net, 2014 and 2016, end points: timing
  ["DECOMPOSE", ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off"], -0.022961606692738057, [3, 1]],
  // 3 items, credit, 2014 and 2016, end points: change
  ["DECOMPOSE", ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off"], 1.9144762633135128, [0, 2]],
  // 3 items, credit, 2014 and 2016, end points: volume
  ["DECOMPOSE", ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off"], 2.173152283042643, [1, 2]],
  // 3 items, credit, 2014 and 2016, end points: currency
  ["DECOMPOSE", ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off"], -0.24563564130876686, [2, 2]],
  // 3 items, credit, 2014 and 2016, end points: timing
  ["DECOMPOSE", ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off"], -0.013040378420363397, [3, 2]],
  // 3 items, debit, 2014 and 2016, end points: change
  ["DECOMPOSE", ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off"], 5.865278693880306, [0, 3]],
  // 3 items, debit, 2014 and 2016, end points: volume
  ["DECOMPOSE", ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off"], 6.6593593566199445, [1, 3]],
  // 3 items, debit, 2014 and 2016, end points: currency
  ["DECOMPOSE", ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off"], -0.8040711846638661, [2, 3]],
  // 3 items, debit, 2014 and 2016, end points: timing
  ["DECOMPOSE", ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off"], 0.009990521924227714, [3, 3]],
  // 3 items, net, 2014 to 2016, chained by year: change
  [
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off;method=chain"],
    -3.9488677701483805,
    [0, 1],
  ],
  // 3 items, net, 2014 to 2016, chained by year: volume
  [
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off;method=chain"],
    -4.257349801093504,
    [1, 1],
  ],
  // 3 items, net, 2014 to 2016, chained by year: currency
  [
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off;method=chain"],
    0.3314436376378618,
    [2, 1],
  ],
  // 3 items, net, 2014 to 2016, chained by year: timing
  [
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off;method=chain"],
    -0.022961606692737578,
    [3, 1],
  ],
  // 3 items, credit, 2014 to 2016, chained by year: change
  [
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off;method=chain"],
    1.9144762633135128,
    [0, 2],
  ],
  // 3 items, credit, 2014 to 2016, chained by year: volume
  [
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off;method=chain"],
    2.049135552834899,
    [1, 2],
  ],
  // 3 items, credit, 2014 to 2016, chained by year: currency
  [
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off;method=chain"],
    -0.12161891110102274,
    [2, 2],
  ],
  // 3 items, credit, 2014 to 2016, chained by year: timing
  [
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off;method=chain"],
    -0.013040378420363307,
    [3, 2],
  ],
  // 3 items, debit, 2014 to 2016, chained by year: change
  [
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off;method=chain"],
    5.865278693880307,
    [0, 3],
  ],
  // 3 items, debit, 2014 to 2016, chained by year: volume
  [
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off;method=chain"],
    6.308280952177108,
    [1, 3],
  ],
  // 3 items, debit, 2014 to 2016, chained by year: currency
  [
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off;method=chain"],
    -0.4529927802210292,
    [2, 3],
  ],
  // 3 items, debit, 2014 to 2016, chained by year: timing
  [
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;header=off;method=chain"],
    0.00999052192422819,
    [3, 3],
  ],
  // travel, net, fourth quarters of 2014 and 2015 in euro: change
  [
    "DECOMPOSE",
    ["JP.TRAVEL.NET", "2014-Q4", "2015-Q4", "EUR", "unit=bn;header=off"],
    1.6612194547669867,
    [0, 1],
  ],
  // travel, net, fourth quarters of 2014 and 2015 in euro: volume
  [
    "DECOMPOSE",
    ["JP.TRAVEL.NET", "2014-Q4", "2015-Q4", "EUR", "unit=bn;header=off"],
    1.563060274691238,
    [1, 1],
  ],
  // travel, net, fourth quarters of 2014 and 2015 in euro: currency
  [
    "DECOMPOSE",
    ["JP.TRAVEL.NET", "2014-Q4", "2015-Q4", "EUR", "unit=bn;header=off"],
    0.0975589113843695,
    [2, 1],
  ],
  // 20,000 to 50,000 in 8 years, 2 years on
  ["TARGET", ["JP.SPECIALISTS", "path", "2025-04-01"], 27500],
  // the same after 1,279 days of 365.25 to the year
  ["TARGET", ["JP.SPECIALISTS", "path", "2026-10-01"], 33131.41683778234],
  // compound growth from 20,000 to 50,000 in 8 years
  ["TARGET", ["JP.SPECIALISTS", "cagr"], 12.135339197013861],
  // 26,000 left in the 6 years from 1 April 2025
  ["TARGET", ["JP.SPECIALISTS", "peryear.now"], 4333.333333333333],
  // 60 less 31.88 million visitors over the 11 years from the end of 2019 to the end of 2030
  ["TARGET", ["JP.VISITORS", "peryear.plan"], 2556363.6363636362],
  // 10 to 16 from the end of 2024 to the end of 2030, six years: a year
  ["PACE", [10, 2024, 16, 2030, "peryear.plan"], 1],
  // 5.35 tn yen and 33.7 bn dollars: rate
  ["IMPLIED", [5350000000000.0, "JPY", 33700000000.0, "USD", 2023, "header=off"], 158.75370919881306, [0, 1]],
  // 38.1 bn euro and 41.2 bn dollars: rate
  ["IMPLIED", [38100000000.0, "EUR", 41200000000.0, "USD", 2023, "header=off"], 1.0813648293963254, [0, 1]],
  // 5.35 tn yen and 33.7 bn dollars: low end of the band
  ["IMPLIED", [5350000000000.0, "JPY", 33700000000.0, "USD", 2023, "header=off"], 158.37037037037038, [1, 1]],
  // 38.1 bn euro and 41.2 bn dollars: low end of the band
  ["IMPLIED", [38100000000.0, "EUR", 41200000000.0, "USD", 2023, "header=off"], 1.0786369593709044, [1, 1]],
  // 5.35 tn yen and 33.7 bn dollars: high end of the band
  ["IMPLIED", [5350000000000.0, "JPY", 33700000000.0, "USD", 2023, "header=off"], 159.13818722139672, [2, 1]],
  // 38.1 bn euro and 41.2 bn dollars: high end of the band
  ["IMPLIED", [38100000000.0, "EUR", 41200000000.0, "USD", 2023, "header=off"], 1.0840998685939554, [2, 1]],
  // current account, fiscal 2023: first print of May 2024
  ["REVISION", ["JP.CURRENTACCOUNT.NET", "FY2023"], 25339000000000, [1, 0]],
  // and the 12 months as of August 2026
  ["REVISION", ["JP.CURRENTACCOUNT.NET", "FY2023"], 26422000000000, [1, 1]],
  // the change between them
  ["REVISION", ["JP.CURRENTACCOUNT.NET", "FY2023"], 1083000000000, [1, 2]],
  // services 2023: from the first print (32,026) to the print known by the end of 2024 (29,158)
  ["REVISION", ["JP.SERVICES.NET", 2023, "2024-03-01", "2024-12-31"], 286800000000, [1, 2]],
  // the same in per cent of the first
  ["REVISION", ["JP.SERVICES.NET", 2023, "2024-03-01", "2024-12-31"], 8.955223880597014, [1, 3]],
  // 15 less 5 tn yen of sales over the 10 years from the end of 2020 to the end of 2030
  ["TARGET", ["JP.SEMICONDUCTORS", "peryear.plan"], 1],
];

beforeAll(() => void connectEmbedded());

describe("answers that were worked out independently", () => {
  const cases = CASES.map(([name, args, expected, at = [0, 0]]) => ({ name, args, expected, at }));

  test.each(cases)("$name $args, cell $at", async ({ name, args, expected, at }) => {
    const found = await number(name, args, at);
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
  });

  test("no case is listed twice", () => {
    const keys = CASES.map(([name, args, , at]) => JSON.stringify([name, args, at]));
    expect(new Set(keys).size).toBe(CASES.length);
  });
});
