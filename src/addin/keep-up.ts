import { Problem } from "../domain/problem";
import type { Edition } from "../load/edition";
import { checkInBackground } from "./background-check";
import type { GatewayFigures } from "./gateway-figures";

/**
 * Looks for newer figures beside a workbook that has been read, until the page goes. They wait for the workbook's user:
 * nothing changes under a cell. `forget` drops what was loaded and is not in the workbook, once the gateway answers again:
 * what stood in for its figures meanwhile must not go on doing so.
 */
export function keepUp(
  edition: Pick<Edition, "stage">,
  { unhurried, contact }: GatewayFigures,
  forget: () => void,
): void {
  const stop = checkInBackground({
    check: async (signal) => {
      await edition.stage((id) => (signal.aborted ? Promise.reject(ended()) : unhurried(id)));
      const answered = contact().failed === undefined;
      if (answered) forget();
      return answered;
    },
    random: Math.random,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onOnline: (run) => {
      addEventListener("online", run);
      return () => removeEventListener("online", run);
    },
  });
  addEventListener("pagehide", stop, { once: true });
}

const ended = (): Problem =>
  new Problem("unreachable", "The page was closed before newer figures were looked for; open it again.");
