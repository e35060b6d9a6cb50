import type { Case } from "./case";

/** Targets and their pace, implied rates, and what was revised. */
export const TARGETS_AND_REVISIONS: readonly Case[] = [
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
