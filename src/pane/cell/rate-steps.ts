import type { Converted } from "../../domain/convert";
import type { Rate } from "../../domain/exchange";
import { pairRateText, rateSourceText, rateText } from "../figure-words";
import type { Speech } from "../words/speech";
import { MOST_ROWS, type Step } from "./step";

/** One rate, with its basis, its day and whom it is from. */
export function rateStep(rate: Rate, speech: Speech): Step {
  const { say } = speech;
  return {
    title: say("stepRate"),
    text: pairRateText(rate.value, rate.pair, speech),
    notes: [
      `${basisText(rate, speech)} · ${rateSourceText(rate.source, speech)}`,
      ...(rate.insteadOf === undefined ? [] : [say("rateFallback")]),
    ],
    original: rate.insteadOf === undefined ? rate.method : `${rate.method}. ${rate.insteadOf}`,
  };
}

function basisText({ kind, period, day }: Rate, { say }: Speech): string {
  switch (kind) {
    case "average":
      return say("rateAverage", { period });
    case "end":
      return say("rateEnd", { period, day: day ?? period });
    case "day":
      return say("rateDay", { day: day ?? period });
  }
}

/** The rates that an amount was converted at: one, or one for each of its periods. */
export function conversionStep({ rates }: Converted, speech: Speech): Step {
  const [first, second] = rates;
  const { say } = speech;
  if (!first) return { title: say("stepRate"), text: "", notes: [] };
  if (!second) return rateStep(first, speech);
  const { base, quote } = first.pair;
  const values = rates.map(({ value }) => value);
  return {
    title: say("stepRate"),
    text: say("rateEach", {
      n: rates.length,
      low: rateText(Math.min(...values), speech),
      high: rateText(Math.max(...values), speech),
      pair: say("perBase", { base, quote }),
    }),
    notes: [
      rateSourceText(first.source, speech),
      ...(first.insteadOf === undefined ? [] : [say("rateFallback")]),
    ],
    original: first.method,
    details: {
      summary: say("showRates", { n: rates.length }),
      rows: rates.slice(0, MOST_ROWS).map((rate) => ({
        label: rate.period,
        value: rateText(rate.value, speech),
        ...(rate.kind === "average" ? {} : { note: basisText(rate, speech) }),
      })),
    },
  };
}
