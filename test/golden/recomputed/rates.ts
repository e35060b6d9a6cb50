import type { Case } from "./case";

/** Averages, fixings and crosses of exchange rates. */
export const RATES: readonly Case[] = [
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
];
