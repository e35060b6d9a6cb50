import type { Case } from "./case";

/** Changes in converted money, taken apart into volume, currency and timing. */
export const DECOMPOSITIONS: readonly Case[] = [
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
];
