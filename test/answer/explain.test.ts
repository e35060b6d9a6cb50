import { connectEmbedded } from "../../src/workbench/connect";
import { sentence, type FunctionName } from "../functions/ask";

/**
 * What a reader is told: observations, aggregation, rate with its date and source, unit, sign, and what to beware of.
 * Every sentence was read and checked against the figures; a change of wording is to be read again.
 */
const TOLD: readonly (readonly [string, FunctionName, readonly unknown[], readonly string[]])[] = [
  [
    "a published total under its definition",
    "VALUE",
    ["JP.DIGITAL.NET", 2023, "unit=tn;show=why"],
    [
      "Japan: digital trade (3 items), balance (definition 3item): total published under this definition for calendar 2023: −53,452 × 100 million yen, preliminary, vintage of 21 June 2024 (as printed at https://chugai-ad.co.jp/3217).",
      "In JPY trillion: −5.3452.",
      "Source: Bank of Japan / Ministry of Finance, Balance of Payments; retrieved 2026-11-23 (embedded figures). 3 vintages of this figure are held; see REVISION.",
    ],
  ],
  [
    "a basket summed from months and parts, converted month by month",
    "VALUE",
    ["JP.DIGITAL.NET", 2015, "fx=USD;unit=bn;show=why"],
    [
      "Japan: digital trade (3 items), balance (definition 3item): sum of 12 months, 2015-01 to 2015-12: −25,040 × 100 million yen (computer services, balance −10,813; charges for copyrights, balance −7,599; professional and management consulting services, balance −6,628), vintage of 26 May 2017.",
      "Converted into US dollars month by month, each at the average of its own month, then summed: 118.2794 to 123.7309 yen per US dollar (January 2015: mean of 21 daily crosses), European Central Bank, euro foreign exchange reference rates.",
      "In USD billion: −20.6784.",
      "Source: Bank of Japan / Ministry of Finance, Balance of Payments; retrieved 2026-11-23 (embedded figures).",
    ],
  ],
  [
    "the same at the year's last rate",
    "VALUE",
    ["JP.DIGITAL.NET", 2015, "fx=USD;basis=end;unit=bn;show=why"],
    [
      "Japan: digital trade (3 items), balance (definition 3item): sum of 12 months, 2015-01 to 2015-12: −25,040 × 100 million yen (computer services, balance −10,813; charges for copyrights, balance −7,599; professional and management consulting services, balance −6,628), vintage of 26 May 2017.",
      "Converted into US dollars at the last rate of calendar 2015: 120.3913 yen per US dollar, last fixing, 31 December 2015, European Central Bank, euro foreign exchange reference rates.",
      "In USD billion: −20.7988.",
      "Source: Bank of Japan / Ministry of Finance, Balance of Payments; retrieved 2026-11-23 (embedded figures).",
    ],
  ],
  [
    "a deficit at the rate of one day",
    "DEFICIT",
    ["JP", 2023, "USD", "unit=bn;basis=2024-06-21;fxsrc=boj;show=why"],
    [
      "Japan: digital trade (3 items), balance (definition 3item): total published under this definition for calendar 2023: −53,452 × 100 million yen, preliminary, vintage of 21 June 2024 (as printed at https://chugai-ad.co.jp/3217).",
      "Converted into US dollars at the rate for 21 June 2024: 158.77 yen per US dollar, fixing of 21 June 2024, Bank of Japan, foreign exchange rates, Tokyo market at 17:00.",
      "In USD billion: 33.6663. A deficit is shown as a positive number (sign reversed).",
      "Source: Bank of Japan / Ministry of Finance, Balance of Payments; retrieved 2026-11-23 (embedded figures). 3 vintages of this figure are held; see REVISION.",
    ],
  ],
  [
    "a per-cent change between two vintages",
    "VALUE",
    ["JP.DIGITAL.NET", 2024, "tf=pc1;unit=tn;show=why"],
    [
      "Japan: digital trade (3 items), balance (definition 3item): total published under this definition for calendar 2024: −64,622 × 100 million yen, preliminary, vintage of 28 February 2025 (as printed at https://kumanichi.com/articles/1685611).",
      "In JPY trillion: −6.4622.",
      "Per cent on the year before (of the size of the deficit), against −5.3452 in 2023: 20.8973.",
      "Warning: 2024 is a published total of the vintage of 2025-02-28, 2023 a published total of 2024-06-21; part of the change may be revision.",
      "Source: Bank of Japan / Ministry of Finance, Balance of Payments; retrieved 2026-11-23 (embedded figures). 2 vintages of this figure are held; see REVISION.",
    ],
  ],
  [
    "an index on a year's mean",
    "VALUE",
    ["JP.COMPUTER.DEBIT", "2016-03", "tf=idx:2014;unit=bn;show=why"],
    [
      "Japan: computer services, payments: figure published for March 2016: 721 × 100 million yen, vintage of 26 May 2017.",
      "In JPY billion: 72.1.",
      "Index, 2014 = 100, against 78.1, the mean of 2014-01 to 2014-12: 92.3175.",
      "Source: Bank of Japan / Ministry of Finance, Balance of Payments; retrieved 2026-11-23 (embedded figures).",
    ],
  ],
  [
    "a surplus, asked for as a deficit, in per cent",
    "VALUE",
    ["JP.TRAVEL.NET", 2016, "sign=deficit;tf=pc1;unit=bn;show=why"],
    [
      "Japan: travel, balance: sum of 12 months, 2016-01 to 2016-12: 13,267 × 100 million yen, vintage of 26 May 2017.",
      "In JPY billion: −1,326.7. A deficit is shown as a positive number (sign reversed).",
      "Per cent on the year before (of the size of the surplus), against −1,090.2 in 2015: 21.6933.",
      "Source: Bank of Japan / Ministry of Finance, Balance of Payments; retrieved 2026-11-23 (embedded figures).",
    ],
  ],
  [
    "an unfinished year",
    "VALUE",
    ["JP.DIGITAL.NET", 2017, "partial=allow;unit=oku;show=why"],
    [
      "Japan: digital trade (3 items), balance (definition 3item): sum of 3 months, 2017-01 to 2017-03 (only 3 of 12: unfinished): −5,202 × 100 million yen (computer services, balance −2,018; charges for copyrights, balance −1,548; professional and management consulting services, balance −1,636), preliminary, vintage of 26 May 2017.",
      "In JPY oku (100 million): −5,202.",
      "Source: Bank of Japan / Ministry of Finance, Balance of Payments; retrieved 2026-11-23 (embedded figures).",
    ],
  ],
  [
    "an about figure",
    "VALUE",
    ["JP.DIGITAL.NET", 2022, "def=5item;approx=allow;unit=tn;show=why"],
    [
      "Japan: digital trade (5 items), balance (definition 5item): total published under this definition for calendar 2022: −48,000 × 100 million yen, approximate (an 'about' figure, a tally or an inferred scope), vintage of 29 February 2024 (as printed at https://japannews.yomiuri.co.jp/business/market/20240220-170003/).",
      "In JPY trillion: −4.8.",
      "Source: Bank of Japan / Ministry of Finance, Balance of Payments; retrieved 2026-11-23 (embedded figures). 2 vintages of this figure are held; see REVISION.",
    ],
  ],
  [
    "a stock in yen at its month's last rate",
    "VALUE",
    ["TIC.JP", "2024-12", "fx=JPY;unit=tn;show=why"],
    [
      "US Treasury securities held by Japan: figure published for December 2024: 1,061.5 billion US dollars, vintage of 18 March 2026.",
      "Converted into yen at the last rate of December 2024: 156.9545 yen per US dollar, last fixing, 31 December 2024, European Central Bank, euro foreign exchange reference rates.",
      "In JPY trillion: 166.607.",
      "Source: US Treasury, TIC: Major Foreign Holders of Treasury Securities (SLT Table 5); retrieved 2026-11-23 (embedded figures).",
    ],
  ],
  [
    "a stock of a year",
    "VALUE",
    ["TIC.JP", 2015, "unit=bn;show=why"],
    [
      "US Treasury securities held by Japan: the last figure of calendar 2015, December 2015: 1,122.4 billion US dollars, vintage of 18 March 2026.",
      "In USD billion: 1,122.4.",
      "Source: US Treasury, TIC: Major Foreign Holders of Treasury Securities (SLT Table 5); retrieved 2026-11-23 (embedded figures).",
    ],
  ],
  [
    "receipts less payments, with a caution",
    "VALUE",
    ["WORLD.DELIVERABLE.NET", 2023, "unit=bn;show=why"],
    [
      "World: digitally deliverable services, balance: receipts less payments for calendar 2023: 688,161 million US dollars (digitally deliverable services, receipts 4,462,457; less digitally deliverable services, payments 3,774,296), vintage of 18 December 2025.",
      "In USD billion: 688.161.",
      "Caution: World receipts and payments should be equal; the balance is the asymmetry of the statistics, not a surplus.",
      "Source: UNCTAD, international trade in digitally deliverable services (via World Bank Data360); retrieved 2026-11-23 (embedded figures).",
    ],
  ],
  [
    "a count of persons",
    "VALUE",
    ["JP.SPECIALISTS", "2022-04-01", "show=why"],
    [
      "Japan: registered information security specialists: figure published for 1 April 2022: 20,253 persons, vintage of 1 April 2022 (as printed at https://www.ipa.go.jp/siensi/data/20220401newriss.html).",
      "Caution: The register can fall: entries lapse after three years unless renewed.",
      "Source: Government of Japan policy documents and progress reports, as named with each figure; retrieved 2026-11-23 (embedded figures).",
    ],
  ],
  [
    "a rate before the default source begins",
    "FXRATE",
    ["USD", "JPY", 1990, null, "show=why"],
    [
      "Average of calendar 1990: 144.9987 yen per US dollar, average published by the source, Federal Reserve Board, H.10 Foreign Exchange Rates (noon New York); the default source has none (No ecb average of JPY per USD for calendar 1990: no rates are held for it).",
    ],
  ],
  [
    "an inverse from months weighted by fixing days",
    "FXRATE",
    ["JPY", "USD", 2005, null, "show=why"],
    [
      "Average of calendar 2005: 110.1751 yen per US dollar, mean of 12 crosses of monthly averages, weighted by fixing days, European Central Bank, euro foreign exchange reference rates.",
      "The inverse, USD per JPY, is its reciprocal: 0.00907646.",
    ],
  ],
  [
    "a Saturday",
    "FXRATE",
    ["USD", "JPY", "2024-06-22", null, "show=why"],
    [
      "Rate for 22 June 2024: 158.8885 yen per US dollar, fixing of 21 June 2024, the last one before 22 June 2024, European Central Bank, euro foreign exchange reference rates.",
    ],
  ],
  [
    "a change between rates that only another source has",
    "VALUE",
    ["FX.USDJPY", 1999, "tf=pc1;show=why"],
    [
      "Average of calendar 1999: 113.7342 yen per US dollar, average published by the source, Federal Reserve Board, H.10 Foreign Exchange Rates (noon New York); the default source has none (No ecb average of JPY per USD for calendar 1998: no rates are held for it).",
      "Per cent on the year before, against 130.989 in 1998: −13.1728.",
    ],
  ],
  [
    "a decomposition",
    "DECOMPOSE",
    ["JP.DIGITAL.NET", 2014, 2016, "USD", "unit=bn;show=why"],
    [
      "Change from calendar 2014 to calendar 2016, between the end points.",
      "In JPY billion: −2,022.8 to −2,503.6. Average rates: 105.8178 (mean of 255 daily crosses) and 108.6548 (mean of 257 daily crosses), JPY per USD, European Central Bank, euro foreign exchange reference rates.",
      "In USD billion: −19.1607 to −23.1096, a change of −3.9489.",
      "Volume effect, the change of the amount at the mean of the two rates: −4.4843. Currency effect, the mean amount at the change of the rate: 0.5584.",
      "Timing within the year, what converting period by period adds to converting once at the average: −0.023. The three add up to the change.",
    ],
  ],
  [
    "a headline",
    "IMPLIED",
    [5350000000000, "JPY", 33700000000, "USD", 2023, "show=why"],
    [
      "The amounts imply 158.754 JPY per USD; half the last written place of each leaves a band from 158.37 to 159.14.",
      "Searched: ecb, fred, boj, 2023 and the 400 days after it. 8 published rates are inside the band.",
      "The end of calendar 2023 (141.475, ecb) is outside.",
      "The end of calendar 2023 (140.92, fred) is outside.",
      "The average of calendar 2023 (140.588, ecb) is outside.",
      "The average of calendar 2023 (140.5, fred) is outside.",
    ],
  ],
  [
    "as of a day",
    "VALUE",
    ["JP.DIGITAL.NET", 2023, "def=5item;asof=2024-03-01;unit=tn;show=why"],
    [
      "Japan: digital trade (5 items), balance (definition 5item): total published under this definition for calendar 2023: −55,360 × 100 million yen, preliminary, vintage of 29 February 2024 (as printed at https://biz-journal.jp/economy/post_376841.html).",
      "In JPY trillion: −5.536.",
      "Source: Bank of Japan / Ministry of Finance, Balance of Payments; retrieved 2026-11-23 (embedded figures). Answered as of 1 March 2024. 4 vintages of this figure are held; see REVISION.",
    ],
  ],
];

beforeAll(() => void connectEmbedded());

test.each(TOLD)("%s", async (_, name, args, lines) => {
  expect((await sentence(name, ...args)).split("\n")).toEqual(lines);
});
