import type { Entry } from "../../catalog/entry";
import { firstDay, shift, type Period } from "../../domain/period";
import { Problem } from "../../domain/problem";
import { monthlyOnWorkday, weekdays } from "../common/calendar";
import type { Ask, Batch, Circumstances, Dialogue, Reply } from "../common/source";
import { askForCodes, askForLayer, everyPage } from "./asks";
import { ENTRY_BY_CODE, HEADLINES, PARTNERS, SERVICES, TOKYO } from "./codes";
import { complainOfBank } from "./page";
import { readingsOf } from "./readings";
import type { StatedSeries } from "./stated";

/** Released at 08:50 in Tokyo, 23:50 UTC of the day before; an hour later the service is through with it, too. */
const BALANCE_OF_PAYMENTS = monthlyOnWorkday(
  6,
  1,
  "the 6th working day of each month, 08:50 in Tokyo, figures of the month before the last",
);

/**
 * The service is updated at 08:50 in Tokyo, with the rates of two working days before: on 1 April 2026 it ended with those
 * of Friday 27 March, on 20 February with those of the 18th.
 */
const TOKYO_RATES = weekdays(0, "weekdays 08:50 in Tokyo, rates of two working days before");

/** First month of the daily rate. */
const FIRST_RATES = "199801";
/** Days before the last rate held that are asked for again, in case one was corrected. */
const LOOK_BACK_DAYS = 35;

const idsOf = (entries: readonly Entry[]): Batch["series"] => entries.map(({ id }) => id);
const codesOf = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap(({ code }) => (code === undefined ? [] : [code]));

/** The balance of payments is revised for years, and its service tells no vintages: whole histories every time. */
function* askBalance(ask: Ask): Dialogue {
  return readingsOf(yield* everyPage(ask), complainOfBank);
}

function* askTokyo({ heldTo }: Circumstances): Dialogue {
  const days = yield* everyPage(askForCodes("FM08", [TOKYO.days], firstMonth(heldTo)));
  return readingsOf([...days, ...(yield* tokyoMonthly())], complainOfBank);
}

/** Months are of another frequency, so they are asked for by themselves; days answer without them. */
function* tokyoMonthly(): Generator<Ask, readonly StatedSeries[], Reply> {
  try {
    return yield* everyPage(askForCodes("FM08", [TOKYO.averages, TOKYO.monthEnds]));
  } catch (thrown) {
    if (thrown instanceof Problem) return [];
    throw thrown;
  }
}

function firstMonth(heldTo: Period | undefined): string {
  if (heldTo === undefined) return FIRST_RATES;
  const month = shift(firstDay(heldTo), -LOOK_BACK_DAYS).slice(0, 7).replace("-", "");
  return month < FIRST_RATES ? FIRST_RATES : month;
}

/** What is asked of the Bank of Japan together. */
export const BATCHES: readonly Batch[] = [
  {
    id: "boj.services",
    series: idsOf(SERVICES),
    calendar: BALANCE_OF_PAYMENTS,
    ask: () => askBalance(askForLayer("BP01", "M", "1,1,1,4")),
  },
  {
    id: "boj.headline",
    series: idsOf(HEADLINES),
    calendar: BALANCE_OF_PAYMENTS,
    ask: () => askBalance(askForCodes("BP01", codesOf(HEADLINES))),
  },
  {
    id: "boj.partners",
    series: idsOf(PARTNERS),
    calendar: BALANCE_OF_PAYMENTS,
    ask: () => askBalance(askForCodes("BP01", codesOf(PARTNERS))),
  },
  {
    id: "boj.tokyo",
    series: [...ENTRY_BY_CODE].flatMap(([code, { id }]) => (code === TOKYO.days ? [id] : [])),
    calendar: TOKYO_RATES,
    ask: askTokyo,
  },
];
