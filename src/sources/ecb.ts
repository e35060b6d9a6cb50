import { weekdays } from "./common/calendar";
import type { Source } from "./common/source";
import { firstAnswer } from "./common/ways";
import { dataPortal } from "./ecb/data-portal";
import { readFile } from "./ecb/file";
import { SERIES } from "./ecb/fixings";
import { frankfurterV1, frankfurterV2 } from "./ecb/frankfurter";
import { along } from "./ecb/route";
import { spanOf } from "./ecb/span";

/** Most convenient first; all of them hand on the Bank's own figures. */
const ROUTES = [frankfurterV2, frankfurterV1, dataPortal] as const;

/** The European Central Bank's reference rates: units of a currency per euro, as published. */
export const source: Source = {
  id: "ecb",
  addresses: { frankfurter: "https://api.frankfurter.dev", ecb: "https://data-api.ecb.europa.eu" },
  politeness: 300,
  batches: [
    {
      id: "ecb.daily",
      series: SERIES,
      calendar: weekdays(15, "weekdays about 16:00 CET"),
      ask: (circumstances) =>
        firstAnswer(ROUTES.map((route) => () => along(route, spanOf(circumstances), circumstances.today))),
    },
  ],
  readFile,
};
