import * as engine from "@odoo/o-spreadsheet";
import { dayOfInstant } from "../domain/period";
import { directFunctions } from "../workbench/direct-functions";
import { fileCalculator } from "../workbench/sheet/file-calculator";
import type { RefreshHost } from "../xlsx/refresh/worked-out";
import type { OpenedFigures } from "./figures";
import type { GatewayHost } from "./gateway-host";

/** Works files out with the grid's engine, over the figures of this command line. */
export function refreshHost(
  host: Pick<GatewayHost, "now">,
  { load, origin }: Pick<OpenedFigures, "load" | "origin">,
): RefreshHost {
  return {
    calculator: fileCalculator({ engine, ...directFunctions() }),
    load,
    origin,
    today: dayOfInstant(host.now()),
  };
}
