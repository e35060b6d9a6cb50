import type { Case } from "./case";

/** Digital trade of countries, as UNCTAD and the WTO count it. */
export const AREAS: readonly Case[] = [
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
];
