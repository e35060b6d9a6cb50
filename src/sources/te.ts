import { Problem } from "../domain/problem";
import { weekdays, weekly } from "./common/calendar";
import { unreadableFile } from "./common/download";
import type { Batch, Circumstances, Dialogue, Reading, Source } from "./common/source";
import type { Talk } from "./common/ways";
import { FORECAST, projections } from "./te/forecast";
import { QUOTE, quotes } from "./te/history";

/** Asks with the operator's key, of which there must be one. */
const withKey = (
  ask: (circumstances: Circumstances, key: string) => Talk<readonly Reading[]>,
): Batch["ask"] =>
  function* (circumstances): Dialogue {
    const { key = "" } = circumstances;
    if (key.trim() === "")
      throw new Problem(
        "unreachable",
        "Trading Economics answers with a subscriber's key only; give the gateway one, in the form key:secret.",
      );
    return yield* ask(circumstances, key);
  };

/** Trading Economics' quotes and projections of yen per dollar, for operators with a subscription of their own. */
export const source: Source = {
  id: "te",
  addresses: { api: "https://api.tradingeconomics.com" },
  // More than one request a second is throttled.
  politeness: 1100,
  key: "required",
  restricted: true,
  batches: [
    {
      id: "te.usdjpy",
      series: [QUOTE],
      calendar: weekdays(22, "weekdays after the New York close"),
      ask: withKey(quotes),
    },
    {
      id: "te.forecast",
      series: [FORECAST],
      calendar: weekly(1, 6, "Mondays"),
      ask: withKey(projections),
    },
  ],
  readFile: (file) => {
    throw unreadableFile(file, "Trading Economics is read through its API only; give the gateway a key");
  },
};
