import { connectEmbedded } from "../../src/workbench/connect";
import { failure, type FunctionName } from "../functions/ask";

/** Why there is no figure, and what to do. */
const TOLD: readonly (readonly [string, FunctionName, readonly unknown[], string])[] = [
  [
    "an unfinished year",
    "VALUE",
    ["JP.DIGITAL.NET", 2017],
    "2017: 3 of 12 months of JP.DIGITAL.NET (3item) are held. An unfinished period is not a figure for it; add partial=allow to take what there is.",
  ],
  [
    "a year of which some parts are held",
    "VALUE",
    ["JP.DIGITAL.NET", 2018],
    "JP.DIGITAL.NET (3item) for 2018: not in the embedded data. Missing: JP.COMPUTER.NET, JP.COPYRIGHT.NET and JP.CONSULTING.NET, and no total is held under 3item. Held: figures within 2014–2017 and 2023–2024. A live source (boj) may have it.",
  ],
  [
    "only an about figure",
    "VALUE",
    ["JP.DIGITAL.NET", 2022, "def=5item"],
    "JP.DIGITAL5ITEM.NET (5item) for 2022: only an approximate figure exists, 'about −4.8 tn' (100 million yen, known 2024-02-29); add approx=allow to use it.",
  ],
  [
    "a vintage that old",
    "VALUE",
    ["JP.DIGITAL.NET", 2023, "asof=2024-03-01"],
    "JP.DIGITAL.NET (3item) for 2023: no vintage that old. It was not known on 1 March 2024; figures held for it are known from 21 June 2024 (2024-06-21) on.",
  ],
  [
    "a day of a monthly series",
    "VALUE",
    ["TIC.JP", "2024-12-15"],
    "TIC.JP is published by month; 2024-12-15 is shorter. Add freq=M to take the month that holds the day.",
  ],
  [
    "a quarter of annual figures",
    "VALUE",
    ["IE.DELIVERABLE.NET", "2022-Q1"],
    "IE.DELIVERABLE.NET is published by year; 2022-Q1 is shorter. Ask for a year or longer.",
  ],
  [
    "a fiscal year of annual figures",
    "VALUE",
    ["IE.DELIVERABLE.NET", "FY2022"],
    "IE.DELIVERABLE.NET is published by calendar year; a fiscal year cannot be made from it. Ask for 2022.",
  ],
  [
    "a day after the last fixing held, and no other source has it",
    "FXRATE",
    ["USD", "JPY", "2026-04-20"],
    "No ecb quote of JPY per USD for 20 April 2026: not yet fetched; the last one held is of 13 April 2026. Refresh, or ask for that day. Nor can fred, boj and te answer.",
  ],
];

beforeAll(() => void connectEmbedded());

test.each(TOLD)("%s", async (_, name, args, message) => {
  expect(await failure(name, ...args)).toEqual({ code: "#N/A", message });
});
